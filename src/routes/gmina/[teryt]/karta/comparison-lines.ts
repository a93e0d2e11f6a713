import {
  KIND_NAMES,
  latest,
  type BarsSpec,
  type FigureModel,
  type Series,
  type TrendSpec,
} from '$lib/charts';
import { formatNumber, isKnown, said, type Known, type UnitName } from '$lib/format';
import type { Theme } from '../context';

export interface ComparisonLine {
  who: string;
  /** The gmina itself. */
  own: boolean;
  year: number;
  value: string;
  /** Kinds never share a name: each line says what its value is. */
  kind: string;
}

/** Values of one measure: of the gmina, and of areas above it. */
export interface ComparisonGroup {
  what: string;
  lines: ComparisonLine[];
}

/** The latest value of each line of the charts with areas above the gmina, and of the middle of the gminy where it is drawn. */
export function comparisonOf(themes: readonly Theme[]): ComparisonGroup[] {
  return themes
    .flatMap(({ figures }) => figures)
    .flatMap(({ figure }) => {
      const { spec } = figure;
      const lines =
        spec.type === 'trend'
          ? [...spec.series.flatMap((series) => lineOf(series, spec)), ...middleOf(spec)]
          : spec.type === 'bars'
            ? barLines(spec)
            : [];
      const base = baseOf(figure);
      return lines.length < 2
        ? []
        : [{ what: whatOf(figure, base), lines: base === undefined ? lines : lines.map(indexOf) }];
    });
}

/** What a figure measures: its title up to the name of the gmina; an index says its base. */
function whatOf({ title }: FigureModel, base: string | undefined): string {
  const [what = title] = title.split(/ – |: /);
  return base === undefined ? what : `${what}, ${base}`;
}

/** Base of an index, where the figure is one: its values are worked out here from those of the kind. */
const baseOf = ({ subtitle }: FigureModel): string | undefined => /\d{4} = 100/.exec(subtitle)?.[0];
const indexOf = (line: ComparisonLine): ComparisonLine => ({
  ...line,
  kind: `wskaźnik obliczony tutaj z: ${line.kind}`,
});

/** That it is per inhabitant the measure says itself. */
const printed = (one: Known, unit: UnitName, decimals: number): string =>
  said(one, unit === 'zl-na-mieszkanca' ? 'zl' : unit, decimals);

function lineOf({ label, kind, points, role }: Series, { unit, decimals }: TrendSpec): ComparisonLine[] {
  const now = latest(points);
  if (!now) return [];
  return [
    {
      who: label,
      own: role === 'gmina',
      year: now.year,
      value: printed(now, unit, decimals),
      kind: KIND_NAMES[kind],
    },
  ];
}

function middleOf({ band, unit, decimals }: TrendSpec): ComparisonLine[] {
  const last = band?.points.at(-1);
  if (!band || !last) return [];
  return [
    {
      who: `mediana: ${band.name.replace('województwa', 'woj.')}`,
      own: false,
      year: last.year,
      value: printed({ value: last.median, state: 'ok' }, unit, decimals),
      kind: `połowa ma mniej, połowa więcej, n = ${formatNumber(last.n)}`,
    },
  ];
}

/** Areas of one year; bars that are parts of something are none. */
function barLines({ bars, year, unit, decimals }: BarsSpec): ComparisonLine[] {
  return bars.flatMap((bar) => {
    const { label, kind, role } = bar;
    return kind === undefined || year === undefined || !isKnown(bar)
      ? []
      : [
          {
            who: label,
            own: role === 'gmina',
            year,
            value: printed(bar, unit, decimals),
            kind: KIND_NAMES[kind],
          },
        ];
  });
}
