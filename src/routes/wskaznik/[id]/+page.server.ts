import { error } from '@sveltejs/kit';
import { seriesOf, pointOf, type FigureModel, type Series, type TrendSpec } from '$lib/charts';
import { GMINA_TYPES, KRAJ, type Indicator } from '$lib/domain';
import type { ValueRow } from '$lib/extract';
import { FORMS, comparePl, counted, formatValue, formatYears, unitLabel } from '$lib/format';
import { byYear, type Known } from '$lib/query';
import { catalogue, publishedIndicators, readIndicator } from '$lib/server';
import { quartiles } from '$lib/stats';
import { comparable, rankingOf } from '../../ranking';
import { ROWS_SHOWN } from './shown';
import { ofShard } from '../../prerender';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Fewer units than this are drawn one by one; more as a band of quartiles. */
const FEW = 4;

export const entries: EntryGenerator = () =>
  ofShard(publishedIndicators().filter((id) => catalogue().indicators.get(id)?.headline)).map((id) => ({
    id,
  }));

export const load: PageServerLoad = async ({ params }) => {
  const { indicators, units, breaks, sources } = catalogue();
  const indicator = indicators.get(params.id);
  if (!indicator?.headline) error(404, 'Nie ma takiego wskaźnika');
  const rows = comparable(await readIndicator(indicator.id), indicator);
  const years = [...byYear(rows).keys()];
  const last = years.at(-1);
  if (last === undefined) error(404, 'Nie ma wartości tego wskaźnika');
  const areas = [...new Set(rows.map((row) => row.teryt))];
  const ranking = rankingOf(rows, indicator, last);
  const named = (codes: Iterable<string>) =>
    [...new Set(codes)]
      .map((teryt) => ({ teryt, name: units.fullName(teryt) }))
      .sort((a, b) => comparePl(a.name, b.name));
  return {
    indicator: {
      id: indicator.id,
      name: indicator.name,
      definition: indicator.definition,
      caveat: indicator.caveat ?? '',
      unit: indicator.unit,
      unitLabel: unitLabel(indicator.unit),
      decimals: indicator.decimals,
      level: indicator.level,
      citiesApart: indicator.citiesApart,
    },
    breaks: breaks
      .filter((mark) => mark.indicator === indicator.id)
      .map(({ year, label, reason }) => `${year} – ${label}: ${reason}`),
    sources: [...new Set(rows.map((row) => row.source))]
      .flatMap((id) => sources.get(id) ?? [])
      .map(({ id, title, publisher }) => ({ id, title, publisher })),
    who: `${counted(areas.length, indicator.level === 'powiat' ? FORMS.powiat : FORMS.gmina)}, ${formatYears(years)}`,
    wojewodztwa: named(areas.map((teryt) => teryt.slice(0, 2))),
    powiaty: indicator.level === 'gmina' ? named(areas.map((teryt) => teryt.slice(0, 4))) : [],
    types: { ...GMINA_TYPES },
    others: othersOf(indicator),
    years,
    year: last,
    ranking: ranking.slice(0, ROWS_SHOWN),
    count: ranking.length,
    figures: [trendFigure(rows, indicator), stripFigure(rows, indicator, last)].filter(
      (figure) => figure !== null,
    ),
  };
};

/** Other indicators known of the same areas, by name. */
function othersOf({ id, level }: Indicator): { id: string; name: string; unit: string }[] {
  return publishedIndicators()
    .flatMap((other) => catalogue().indicators.get(other) ?? [])
    .filter((other) => other.headline && other.level === level && other.id !== id)
    .map((other) => ({ id: other.id, name: other.name, unit: unitLabel(other.unit) }))
    .sort((a, b) => comparePl(a.name, b.name));
}

function trendFigure(rows: readonly Known<ValueRow>[], indicator: Indicator): FigureModel | null {
  const { units, breaks } = catalogue();
  const codes = [...new Set(rows.map((row) => row.teryt))];
  const marks = breaks
    .filter((mark) => mark.indicator === indicator.id)
    .map(({ year, label, reason, effect }) => ({ year, label, reason, effect }));
  const base = {
    type: 'trend',
    unit: indicator.unit,
    decimals: indicator.decimals,
    breaks: marks,
    fromZero: true,
  } as const;
  const head = {
    indicator: indicator.id,
    unit: KRAJ,
    caveats: [],
    origins: [],
    subtitle: `${unitLabel(indicator.unit)}, ${formatYears(rows.map((row) => row.year))}`,
  };
  if (codes.length < FEW) {
    const series = codes.map((teryt, index): Series =>
      seriesOf(
        rows
          .filter((row) => row.teryt === teryt)
          .toSorted((a, b) => a.year - b.year)
          .map(pointOf),
        {
          key: `o${index + 1}`,
          name: units.fullName(teryt),
          label: units.fullName(teryt),
          role: 'other',
          kind: indicator.level === 'gmina' ? 'reported' : 'area-published',
        },
      ),
    );
    const spec: TrendSpec = { ...base, series };
    const ends = series.flatMap((one) => {
      const end = one.points.filter((point) => point.value !== null).at(-1);
      return typeof end?.value === 'number'
        ? [`${one.label}: ${formatValue(end.value, indicator.unit, indicator.decimals)} (${end.year})`]
        : [];
    });
    return {
      ...head,
      title: `${indicator.name} według lat`,
      spec,
      reading: `Ostatnie wartości – ${ends.join('; ')}.`,
    };
  }
  const points = [...byYear(rows)].flatMap(([year, own]) => {
    const found = quartiles(own.filter((row) => counts(row, indicator)).map((row) => row.value));
    return found && found.n >= FEW ? [{ year, ...found }] : [];
  });
  const end = points.at(-1);
  if (!end) return null;
  const what = indicator.level === 'powiat' ? 'powiatów' : 'gmin';
  const printed = (value: number) => formatValue(value, indicator.unit, indicator.decimals);
  return {
    ...head,
    title: `${indicator.name}: połowa ${what} mieści się w szarym pasie`,
    spec: {
      ...base,
      series: [],
      band: { name: `${what} z danymi`, label: `mediana ${what} z danymi`, points },
    },
    reading: `W ${end.year} r. mediana (n = ${end.n}) wynosiła ${printed(end.median)}; środkowa połowa od ${printed(end.low)} do ${printed(end.high)}.`,
    caveats: [
      'Mediana: połowa obszarów ma mniej, połowa więcej. Wartości niepewnych nie wliczono.',
      ...(indicator.level === 'gmina' ? ['Miast na prawach powiatu nie wliczono.'] : []),
    ],
  };
}

const counts = (row: ValueRow, indicator: Indicator) =>
  pointOf(row).state === 'ok' && (indicator.level !== 'gmina' || Number(row.teryt.slice(2, 4)) < 61);

function stripFigure(
  rows: readonly Known<ValueRow>[],
  indicator: Indicator,
  year: number,
): FigureModel | null {
  const { units } = catalogue();
  const own = rows.filter((row) => row.year === year && pointOf(row).state === 'ok');
  const found = quartiles(own.filter((row) => counts(row, indicator)).flatMap((row) => row.value ?? []));
  if (!found || found.n < 8) return null;
  const what = indicator.level === 'powiat' ? 'powiaty' : 'gminy';
  const all = own.flatMap((row) =>
    row.value === null
      ? []
      : [
          {
            teryt: row.teryt,
            name: units.fullName(row.teryt),
            value: row.value,
            apart: !counts(row, indicator),
          },
        ],
  );
  const sorted = all.filter((unit) => !unit.apart).toSorted((a, b) => b.value - a.value);
  const [highest, lowest] = [sorted[0], sorted.at(-1)];
  const printed = (value: number) => formatValue(value, indicator.unit, indicator.decimals);
  return {
    indicator: indicator.id,
    unit: KRAJ,
    title: `Rozkład w ${year} r.: każdy punkt to ${indicator.level === 'powiat' ? 'powiat' : 'gmina'}`,
    subtitle: `${unitLabel(indicator.unit)}; szary pas: środkowa połowa`,
    spec: {
      type: 'strip',
      unit: indicator.unit,
      decimals: indicator.decimals,
      year,
      units: all,
      marked: '',
      low: found.low,
      median: found.median,
      high: found.high,
    },
    reading:
      highest && lowest
        ? `Najwyższa wartość: ${highest.name}, ${printed(highest.value)}; najniższa: ${lowest.name}, ${printed(lowest.value)}.`
        : '',
    caveats: all.some((unit) => unit.apart)
      ? [`Miasta na prawach powiatu stoją osobno, u góry; ${what} porównuje się bez nich.`]
      : [],
    origins: [],
  };
}
