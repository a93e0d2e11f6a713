import type { Line } from '../../readers/text';
import type { Heading, SeriesTable } from '../series-tables';
import type { Placed } from './cell';
import { readScannedValues, splitLine, yearsOf, UNREADABLE, type Read } from './values';

/** A run of lines that holds some columns of a table, all its rows. */
interface Block {
  years: number[];
  rows: { line: Line; reads: Read[] }[];
}

/**
 * A table of years that OCR tore into blocks of columns: a header of one or more years, and under it exactly as many
 * lines as the table has rows, each with one number a year. Read only where the blocks together give every year up to
 * the report's, once and in order; the order of the rows is the form's.
 */
export function readTornColumns(table: SeriesTable, lines: readonly Line[], reportYear: number): Placed[] {
  if (table.columns !== 'years' || table.within || table.rows === 'years' || table.rows === 'areas') return [];
  if (table.groups === 'years') return [];
  const groups: readonly (Heading | undefined)[] = table.groups ?? [undefined];
  const rows = groups.flatMap((group) => (table.rows as readonly Heading[]).map((heading) => [group, heading] as const));
  if (rows.length < 2) return [];
  const blocks = lines.flatMap((_, at) => blockAt(lines, at, rows.length) ?? []);
  const years = blocks.flatMap((block) => block.years);
  const whole = years.every((year, at) => at === 0 || year === (years[at - 1] ?? 0) + 1);
  if (blocks.length < 2 || !whole || years.at(-1) !== reportYear) return [];
  return blocks.flatMap((block) =>
    block.rows.flatMap(({ line, reads }, row) =>
      block.years.map((year, at): Placed => ({
        line,
        read: reads[at] ?? { raw: '', reading: UNREADABLE, ambiguous: false },
        year,
        meanings: [...(rows[row] ?? [])],
      })),
    ),
  );
} // prettier-ignore

/** The block whose header stands at a line. A row whose numbers do not come out right is unreadable, not left out. */
function blockAt(lines: readonly Line[], at: number, height: number): Block | null {
  const years = yearsOf(lines[at]);
  if (years.length === 0) return null;
  const rows: Block['rows'] = [];
  for (const line of lines.slice(at + 1)) {
    if (line.text === '') continue;
    if (rows.length === height || yearsOf(line).length > 0) break;
    const { tokens } = splitLine(line, false);
    if (tokens.length === 0) break;
    const reads = readScannedValues(tokens, years.length);
    const damaged = years.map((): Read => ({ raw: tokens.join(' '), reading: UNREADABLE, ambiguous: true }));
    rows.push({ line, reads: reads ?? damaged });
  }
  const readable = rows.filter(({ reads }) => !reads.some(({ ambiguous }) => ambiguous)).length;
  return rows.length === height && readable > height / 2 ? { years, rows } : null;
}
