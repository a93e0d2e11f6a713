import type { Kind, Level } from '../../../domain';
import type { Line } from '../../readers/text';
import type { Reading } from '../tokens';
import { merge, type Meaning, type SeriesTable } from '../series-tables';
import type { Read } from './values';

/** One value of a series table, recognised. `level` says whose it is; the gmina and its parents are known to the caller. */
export interface SeriesCell {
  table: string;
  indicator: string;
  breakdown: string;
  unit: string;
  level: Level;
  kind: Kind;
  /** The area where it is not the gmina's own or a parent of it: a powiat of the report's województwo, by its printed name. */
  area?: string;
  year: number;
  raw: string;
  line: number;
  page: number | null;
  reading: Reading;
  ambiguous: boolean;
}

/** A value with its place in the table: what a layout reader returns. */
export interface Placed {
  line: Line;
  read: Read;
  year: number;
  meanings: readonly (Meaning | undefined)[];
  area?: string;
}

export function seriesCell(table: SeriesTable, { line, read, year, meanings, area }: Placed): SeriesCell {
  const { indicator, breakdown, unit, level, kind } = merge(table.meaning, ...meanings);
  return {
    table: table.id, indicator, breakdown, unit, level, kind, year, line: line.number, page: line.page, ...read,
    ...(area === undefined ? {} : { area }),
  }; // prettier-ignore
}
