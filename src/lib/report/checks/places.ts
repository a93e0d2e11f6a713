import type { Names } from '../../catalogue';
import type { Level } from '../../domain';

/** Polish names of what stands in a report. */
export type PlaceNames = Pick<Names, 'breakdown' | 'table'>;

const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  gmina: '', powiat: 'powiat', wojewodztwo: 'województwo', kraj: 'kraj',
}; // prettier-ignore

/** A form cell in a sentence: `część 7, wiersz 15, 2023`. */
export const formPlace = (cell: { section: string; row: number | string; year: number }): string =>
  `część ${cell.section}, wiersz ${cell.row}, ${cell.year}`;

/** A value of a series or a sentence: `kobiety według wieku, wiek 0–17 lat, powiat, 2022`. */
export function seriesPlace(
  cell: { table: string; breakdown: string; level: Level; year: number },
  names: PlaceNames,
): string {
  return [
    names.table(cell.table),
    names.breakdown(cell.breakdown),
    LEVEL_NAMES[cell.level],
    String(cell.year),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
