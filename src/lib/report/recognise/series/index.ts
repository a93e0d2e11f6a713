import type { Line, ReportDocument } from '../../readers/text';
import { seriesOf, type SeriesTable } from '../series-tables';
import { seriesCell, type Placed, type SeriesCell } from './cell';
import { labelLikeness } from './labels';
import { readCellTable } from './rows-of-cells';
import { readScannedTable } from './rows-of-scan';
import { readScattered } from './scattered';
import { regionsOf, type Region } from './titles';
import { readTornColumns } from './torn-columns';
import { UNREADABLE } from './values';

export type { SeriesCell } from './cell';

export interface SeriesReading {
  cells: SeriesCell[];
  /** Rows of series tables whose label is not known: kept and reported, never dropped. */
  unknown: { section: string; line: number; text: string }[];
}

/**
 * The series tables of a report that its edition prints. A table whose title is not found gives nothing; one whose title
 * is found and whose numbers cannot be told apart gives unreadable values of the report's year.
 */
export function readSeries(document: ReportDocument, reportYear: number): SeriesReading {
  const tables = seriesOf(reportYear);
  const regions = regionsOf(document.lines, tables);
  const reading: SeriesReading = { cells: [], unknown: [] };
  for (const table of tables) {
    const { placed, unknown } = readTable(table, regions.get(table.title) ?? [], reportYear);
    reading.cells.push(...placed.map((value) => seriesCell(table, value)));
    reading.unknown.push(
      ...unknown.map(({ number, text }) => ({ section: table.section, line: number, text })),
    );
  }
  // A row is unknown only where no table of the same title knows it.
  const known = new Set(reading.cells.map((cell) => cell.line));
  return { ...reading, unknown: reading.unknown.filter(({ line }) => !known.has(line)) };
}

/** The region that gives most values is the table's; the same title stands again as a caption below the chart. */
function readTable(
  table: SeriesTable,
  regions: readonly Region[],
  reportYear: number,
): { placed: Placed[]; unknown: Line[] } {
  let best: { placed: Placed[]; unknown: Line[] } = { placed: [], unknown: [] };
  for (const { lines } of regions) {
    const byCells = readCellTable(table, lines, reportYear);
    const ways = [readScannedTable, readTornColumns, readScattered].map((read) => ({
      placed: read(table, lines, reportYear),
      unknown: [],
    }));
    for (const way of byCells.placed.length > 0 ? [byCells] : ways)
      if (clear(way.placed) > clear(best.placed)) best = way;
  }
  if (best.placed.length > 0) return best;
  const [likeliest] = [...regions].sort((a, b) => b.score - a.score);
  return { placed: likeliest ? unreadable(table, likeliest, reportYear) : [], unknown: [] };
} // prettier-ignore

const clear = (placed: readonly Placed[]): number =>
  placed.reduce((sum, { read }) => sum + (read.ambiguous ? 0.5 : 1), 0);

/**
 * Something is printed, no value can be defended: an unreadable value of the report's year for every row and column; of a
 * ranking only for the rows whose label is there.
 */
function unreadable(table: SeriesTable, { title, lines }: Region, year: number): Placed[] {
  if (table.rows === 'areas') return [];
  const columns = table.columns === 'years' ? (table.within ?? [undefined]) : table.columns;
  const groups = table.groups === undefined || table.groups === 'years' ? [undefined] : table.groups;
  const found = new Map<string, Placed>();
  for (const row of table.rows === 'years' ? [undefined] : table.rows) {
    const own = row && lines.find((line) => labelLikeness(line.text, row) > 0.8);
    if (table.ranking && !own) continue;
    for (const group of groups)
      for (const column of columns) {
        const read = { raw: '', reading: UNREADABLE, ambiguous: false };
        const placed: Placed = { line: own ?? title, read, year, meanings: [group, row, column] };
        const { indicator, breakdown, level } = seriesCell(table, placed);
        const key = [indicator, breakdown, level].join('|');
        if (!found.has(key)) found.set(key, placed);
      }
  }
  return [...found.values()];
}
