import type { FigureModel } from '$lib/charts/figure';
import { hasValues, latest, pointsOf, seriesOf } from '$lib/charts/series';
import type { BreakMark, Series } from '$lib/charts/spec';
import { KIND_NAMES } from '$lib/charts/style-of';
import { isCityWithPowiatRights, KRAJ, levelOf, type Kind } from '$lib/domain';
import type { ValueRow } from '$lib/extract/rows';
import { formatYears } from '$lib/format/date';
import { said } from '$lib/format/said';
import { unitLabel } from '$lib/format/value';
import type { Measure } from './answer';

/** Kinds that an area above may have a series of; each is a line of its own. */
const PARENT_KINDS: readonly Kind[] = ['area-published', 'area-computed', 'plain-mean'];
/** Lines of powiaty beside those chosen; of more powiaty none is drawn. */
const MOST_POWIATY = 2;

interface Input {
  values: readonly ValueRow[];
  measure: Measure;
  chosen: readonly string[];
  breaks: readonly BreakMark[];
  nameOf: (teryt: string) => string;
}

/** How the areas chosen went, beside those above them as far as there are values; `null` without any. */
export function chosenTrend({ values, measure, chosen, breaks, nameOf }: Input): FigureModel | null {
  const of = (
    teryt: string,
    kinds: readonly Kind[],
    about: Omit<Parameters<typeof seriesOf>[1], 'kind'>,
  ): Series =>
    seriesOf(
      pointsOf(
        values.filter((row) => row.teryt === teryt),
        { indicator: measure.id, kinds },
      ),
      { ...about, kind: kinds[0] ?? 'reported' },
    );
  const own = chosen.map((teryt, index) => {
    const name = nameOf(teryt);
    const about = {
      key: `o${index + 1}`,
      name,
      label: name,
      role: index === 0 ? ('gmina' as const) : ('other' as const),
    };
    const series = of(
      teryt,
      measure.level === 'gmina' ? ['reported'] : ['area-published', 'area-computed'],
      about,
    );
    // Sources file a city with powiat rights under either of its codes.
    return hasValues(series) || teryt.length !== 6
      ? series
      : of(teryt.slice(0, 4), ['area-published', 'area-computed', 'reported'], about);
  });
  const parents = [4, 2].flatMap((length) => {
    const codes = [
      ...new Set(chosen.filter((teryt) => teryt.length > length).map((one) => one.slice(0, length))),
    ];
    return length === 4 && codes.length > MOST_POWIATY
      ? []
      : codes.filter((teryt) => !isCityWithPowiatRights(teryt));
  });
  const above = [...parents, KRAJ].flatMap((teryt) =>
    PARENT_KINDS.map((kind) => {
      const name = teryt === KRAJ ? 'Polska' : nameOf(teryt);
      return of(teryt, [kind], {
        key: `${teryt}-${kind}`,
        name: `${name} – ${KIND_NAMES[kind]}`,
        label: kind === 'plain-mean' ? `${name}, średnia z gmin` : name,
        role: levelOf(teryt),
      });
    }),
  );
  const series = [...own, ...above].filter(hasValues);
  if (series.length === 0) return null;
  const years = series.flatMap(({ points }) =>
    points.filter(({ value }) => value !== null).map(({ year }) => year),
  );
  const ends = own.flatMap(({ label, points }) => {
    const end = latest(points);
    return end ? [`${label}: ${said(end, measure.unit, measure.decimals)} (${end.year})`] : [];
  });
  return {
    indicator: measure.id,
    unit: chosen.length === 1 ? (chosen[0] ?? KRAJ) : KRAJ,
    filter: 'wybrane',
    title: 'Wybrane obszary według lat',
    subtitle: `${unitLabel(measure.unit)}, ${formatYears(years)}`,
    spec: {
      type: 'trend',
      unit: measure.unit,
      decimals: measure.decimals,
      series,
      breaks: [...breaks],
      fromZero: true,
    },
    reading: `Ostatnie wartości – ${ends.join('; ')}.`,
    caveats: above.some(hasValues)
      ? []
      : ['Wartości dla powiatu, województwa ani kraju ten wskaźnik nie ma.'],
    origins: [],
  };
}
