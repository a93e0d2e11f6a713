import type { FigureModel, Point, Series } from '$lib/charts';
import { formatNumber, unitLabel, type UnitName } from '$lib/format';

/** Values of the latest years, a measure a row: paper has no tooltips. */
export interface YearsTable {
  years: number[];
  rows: { what: string; cells: string[] }[];
}

/** Years that fit a sheet across. */
const MOST = 7;

/** @param lines of room; `null` where not all rows fit, for a table of some would look like all there is */
export function yearsOf(figures: readonly FigureModel[], lines: number): YearsTable | null {
  const measured = figures.flatMap(seriesOf);
  const known = new Set(measured.flatMap(({ series }) => reported(series.points).map(({ year }) => year)));
  const years = [...known].sort((a, b) => a - b).slice(-MOST);
  if (measured.length === 0 || years.length < 2 || measured.length * 1.2 > lines) return null;
  return {
    years,
    rows: measured.map(({ series, unit, decimals, what }) => ({
      // Head of a row: figures stand closer without their unit.
      what: unit === 'liczba' ? what : `${what}, ${unitLabel(unit)}`,
      cells: years.map((year) =>
        cellOf(
          series.points.find((point) => point.year === year),
          decimals,
        ),
      ),
    })),
  };
}

interface Measured {
  series: Series;
  unit: UnitName;
  decimals: number;
  what: string;
}

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
        },
      ];
    }
    case 'pair':
      return spec.panels.flatMap(({ series, unit, decimals, title }) =>
        series.slice(0, 1).map((own) => ({ series: own, unit, decimals, what: title })),
      );
    case 'columns':
      return [spec.main, ...(spec.beside ? [spec.beside] : [])].map((series) => ({
        series,
        unit: spec.unit,
        decimals: spec.decimals,
        what: series.name,
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

/** A forecast is no value of its year; a gap is named. */
function cellOf(point: Point | undefined, decimals: number): string {
  const [known] = point ? reported([point]) : [];
  if (!known || known.value === null) return 'brak';
  return `${formatNumber(known.value, Number.isInteger(known.value) ? 0 : decimals)}${known.state === 'doubtful' ? ' (?)' : ''}`;
}
