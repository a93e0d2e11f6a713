import { seriesOf, pointOf, type FigureModel, type Series, type TrendSpec } from '$lib/charts';
import { KRAJ, type Indicator } from '$lib/domain';
import type { ValueRow } from '$lib/extract';
import { FORMS, formatValue, formatYears, isKnown, said, unitLabel } from '$lib/format';
import { byYear, type Known } from '$lib/query';
import { catalogue } from '$lib/server';
import { quartiles } from '$lib/stats';

/** Fewer units than this are drawn one by one; more as a band of quartiles. */
const FEW = 4;

/** How the indicator went: few areas as lines, many as the band of their middle half. `null` of too few values. */
export function trendFigure(rows: readonly Known<ValueRow>[], indicator: Indicator): FigureModel | null {
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
      const end = one.points.filter(isKnown).at(-1);
      return end ? [`${one.label}: ${said(end, indicator.unit, indicator.decimals)} (${end.year})`] : [];
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
  const of = indicator.level === 'powiat' ? 'powiat' : 'gmina';
  const what = FORMS[of][2];
  const printed = (value: number) => formatValue(value, indicator.unit, indicator.decimals);
  return {
    ...head,
    title: `${indicator.name}: połowa ${what} mieści się w szarym pasie`,
    spec: {
      ...base,
      series: [],
      band: { of, name: `${what} z danymi`, label: `mediana ${what} z danymi`, points },
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
