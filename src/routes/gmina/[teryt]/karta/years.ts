import type { FigureModel, Point, Series, TrendSpec } from '$lib/charts';
import { isKnown, saidNumber, unitLabel, type UnitName } from '$lib/format';

/** Values of the latest years, a measure a row: paper has no tooltips. */
export interface YearsTable {
  years: number[];
  rows: { what: string; cells: string[] }[];
  /** Some cells bear the sign of a change of rules. */
  marked: boolean;
}

/** Before the first value after a change of rules. */
export const CHANGED = '*';

/** Years that fit a sheet across. */
const MOST = 7;

/** @param lines of room; `null` where not all rows fit, for a table of some would look like all there is */
export function yearsOf(figures: readonly FigureModel[], lines: number): YearsTable | null {
  const measured = figures.flatMap(seriesOf);
  const known = new Set(measured.flatMap(({ series }) => reported(series.points).map(({ year }) => year)));
  const years = [...known].sort((a, b) => a - b).slice(-MOST);
  if (measured.length === 0 || years.length < 2 || measured.length * 1.2 > lines) return null;
  const rows = measured.map(({ series, unit, decimals, what, changes }) => {
    const shown = reported(series.points).filter(({ year }) => years.includes(year));
    const changed = new Set(changes.flatMap((change) => firstAfter(shown, change)));
    return {
      // Head of a row: figures stand closer without their unit.
      what: unit === 'liczba' ? what : `${what}, ${unitLabel(unit)}`,
      cells: years.map((year) => {
        const cell = cellOf(
          shown.find((point) => point.year === year),
          decimals,
        );
        return changed.has(year) ? `${CHANGED} ${cell}` : cell;
      }),
    };
  });
  return { years, rows, marked: rows.some(({ cells }) => cells.some((cell) => cell.startsWith(CHANGED))) };
}

/** Year of the first value after a change, where one before it is shown too. */
function firstAfter(shown: readonly Point[], change: number): number[] {
  const years = shown.map(({ year }) => year);
  const after = years.filter((year) => year >= change);
  return after.length > 0 && after.length < years.length ? [Math.min(...after)] : [];
}

interface Measured {
  series: Series;
  unit: UnitName;
  decimals: number;
  what: string;
  /** Years from which its rules are other ones. */
  changes: number[];
}

const changesOf = ({ breaks }: Pick<TrendSpec, 'breaks'>): number[] => breaks.map(({ year }) => year);

/** The gmina's own series of a figure; of another area where that is all that is known, under its name. */
function seriesOf({ spec, title }: FigureModel): Measured[] {
  const [what = title] = title.split(/ – |: /);
  switch (spec.type) {
    case 'trend': {
      const own = spec.series.find(({ role }) => role === 'gmina') ?? spec.series[0];
      if (!own) return [];
      return [
        {
          series: own,
          unit: spec.unit,
          decimals: spec.decimals,
          what: own.role === 'gmina' ? what : `${what} (${own.label})`,
          changes: changesOf(spec),
        },
      ];
    }
    case 'pair':
      return spec.panels.flatMap((panel) =>
        panel.series.slice(0, 1).map((own) => ({
          series: own,
          unit: panel.unit,
          decimals: panel.decimals,
          what: panel.title,
          changes: changesOf(panel),
        })),
      );
    case 'columns':
      return [spec.main, ...(spec.beside ? [spec.beside] : [])].map((series) => ({
        series,
        unit: spec.unit,
        decimals: spec.decimals,
        what: series.name,
        changes: [],
      }));
    case 'bars':
    case 'strip':
    case 'multiples':
    case 'profile':
      return [];
  }
}

const reported = (points: readonly Point[]): Point[] =>
  points.filter(({ value, forecast, state }) => value !== null && forecast !== true && state !== 'forecast');

/** A gap is named. */
function cellOf(point: Point | undefined, decimals: number): string {
  return isKnown(point) ? saidNumber(point, decimals) : 'brak';
}
