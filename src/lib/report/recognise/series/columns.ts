import type { Line } from '../../readers/text';
import { fold, likeness } from '../fold';
import type { Heading, SeriesTable } from '../series-tables';
import { yearsOf } from './values';

/** A column of a table: its year and what its heading means. */
export interface Column {
  year: number;
  heading?: Heading;
}

/** Index of the header line in a region and the columns it opens; `null` where the years of a table are not printed. */
export function columnsOf(
  table: SeriesTable,
  lines: readonly Line[],
  reportYear: number,
): { header: number; columns: Column[] } | null {
  if (table.columns !== 'years') {
    const header = lines.findIndex((line) => line.cells !== null);
    const headings = inPrintedOrder(table.columns, lines[header]?.cells ?? null);
    return { header: -1, columns: headings.map((heading) => ({ year: reportYear, heading })) };
  }
  const header = lines.findIndex((line) => yearsOf(line).length > 0);
  if (header < 0) return null;
  const years = yearsOf(lines[header]);
  const { within } = table;
  return {
    header,
    columns: within
      ? years.flatMap((year) => within.map((heading) => ({ year, heading })))
      : years.map((year) => ({ year })),
  };
}

const HEADING_LIKENESS = 0.75;

/** Editions print the same columns in different orders: the header decides where it names every column once. */
function inPrintedOrder(headings: readonly Heading[], header: readonly string[] | null): readonly Heading[] {
  if (header === null || headings.some(({ level }) => level !== undefined)) return headings;
  const places = headings.map(({ label }) => {
    const scores = header.map((cell) => (fold(cell) === fold(label) ? 1 : likeness(cell, label)));
    const best = Math.max(...scores);
    return best < HEADING_LIKENESS ? -1 : scores.indexOf(best);
  });
  if (places.includes(-1) || new Set(places).size < places.length) return headings;
  return headings
    .map((heading, at) => ({ heading, place: places[at] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ heading }) => heading);
}
