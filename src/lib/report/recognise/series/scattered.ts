import type { Line } from '../../readers/text';
import { readNumber } from '../tokens';
import type { Heading, SeriesTable } from '../series-tables';
import type { Placed } from './cell';
import { readScannedValues, splitLine, tokensOf, yearsOf } from './values';

/**
 * Values of a torn table in reading order, where there are exactly as many as the table has cells: the order of cells
 * survives a tear.
 * - a row of percentages by years (the ticks of the chart's axis, equal steps apart, are not among them);
 * - a single column of decimal numbers under its heading;
 * - a column of years, one a line, and a column of amounts or percentages elsewhere.
 */
export function readScattered(table: SeriesTable, lines: readonly Line[], reportYear: number): Placed[] {
  if (table.rows === 'areas' || table.groups === 'years') return [];
  if (table.rows === 'years') return yearsThenValues(table, lines, reportYear);
  if (table.columns === 'years')
    return table.rows.flatMap((heading) =>
      (heading.unit ?? table.meaning.unit) === '%' ? percents(heading, lines, reportYear) : [],
    );
  return table.columns.length === 1 ? decimals(table, table.rows, lines, reportYear) : [];
}

function percents(heading: Heading, lines: readonly Line[], reportYear: number): Placed[] {
  const years = lines.flatMap((line) => yearsOf(line)).filter((year) => year <= reportYear);
  const first = Math.min(...years);
  const printed = lines.flatMap((line) =>
    [...line.text.matchAll(/\d+[.,]\d{2}(?=%)/g)].map(([raw]) => ({ line, raw: `${raw.replace('.', ',')}%` })),
  );
  const values = printed.map(({ raw }) => readNumber(raw).value ?? NaN);
  const kept = printed.filter((_, at) => !isTick(values, at));
  if (kept.length !== reportYear - first + 1) return [];
  return kept.map(({ line, raw }, at) => ({
    line,
    read: { raw, reading: readNumber(raw), ambiguous: false },
    year: first + at,
    meanings: [heading],
  }));
} // prettier-ignore

/** One of four values in a row with equal steps: the labels of an axis. */
function isTick(values: readonly number[], at: number): boolean {
  return [at - 3, at - 2, at - 1, at].some((start) => {
    const run = values.slice(Math.max(start, 0), start + 4);
    const step = (run[1] ?? NaN) - (run[0] ?? NaN);
    return (
      start >= 0 &&
      run.length === 4 &&
      run.every((value, n) => n === 0 || Math.abs(value - (run[n - 1] ?? NaN) - step) < 1e-6)
    );
  });
}

function decimals(table: SeriesTable, rows: readonly Heading[], lines: readonly Line[], year: number): Placed[] {
  const groups: readonly (Heading | undefined)[] = table.groups && table.groups !== 'years' ? table.groups : [undefined];
  const cells = groups.flatMap((group) => rows.map((heading) => [group, heading] as const));
  const column = lines.filter(({ text }) => /^\d+[.,:]\d{2}$/.test(text));
  if (column.length !== cells.length) return [];
  return column.flatMap((line, at) => {
    const [read] = readScannedValues(tokensOf(line.text), 1) ?? [];
    return read ? [{ line, read, year, meanings: [...(cells[at] ?? [])] }] : [];
  });
} // prettier-ignore

function yearsThenValues({ columns }: SeriesTable, lines: readonly Line[], reportYear: number): Placed[] {
  if (columns === 'years' || columns.length !== 1) return [];
  const single = lines.findIndex((line, at) => yearOf(line) !== null && yearOf(lines[at + 1]) === (yearOf(line) ?? 0) + 1);
  const first = yearOf(lines[single]);
  if (first === null) return [];
  let count = 1;
  while (yearOf(lines[single + count]) === first + count) count++;
  const column = lines.filter(({ text }) => /^\d{1,3}(?: ?\d{3})*[.,]\d{2}\s*(?:z\S{0,2}|%)$/.test(text));
  if (first + count - 1 !== reportYear || column.length !== count) return [];
  return column.flatMap((line, at): Placed[] => {
    const [read] = readScannedValues(splitLine(line, false).tokens, 1) ?? [];
    return read ? [{ line, read, year: first + at, meanings: [columns[0]] }] : [];
  });
} // prettier-ignore

const yearOf = (line: Line | undefined): number | null =>
  line && /^(?:19|20)\d{2}$/.test(line.text) ? Number(line.text) : null;
