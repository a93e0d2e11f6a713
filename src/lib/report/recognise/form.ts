import type { FormRow } from '../../domain';
import type { FormBlock } from './blocks';
import { readCellRows, rowsOfForm } from './form-cells';
import { gluedRows } from './form-glued';
import { unrolled } from './form-running';
import { readScannedRows } from './form-scan';
import type { BlockRows, FormTables } from './form-table';

/** Until this edition the form has two years before the year of assessment and two after it. */
const LAST_OF_FIVE = 2016;
/** Its rows give the meaning to rows of editions that are not known here, by their labels. */
const NEAREST = '2019';

/**
 * The form tables of a report, read with the row catalogue of the edition that fits its labels best, among those that have as
 * many columns.
 * @param rows the row catalogues of all known editions
 */
export function readFormTables(blocks: readonly FormBlock[], rows: readonly FormRow[]): FormTables {
  const wide = blocks.some(({ columns }) => columns.length > 3);
  const editions = [...new Set(rows.map((row) => row.edition))]
    .filter((edition) => isOlder(edition) === wide)
    .sort();
  const readings = editions.map((edition) => readEdition(blocks, edition, rows));
  const best = readings.reduce<(typeof readings)[number] | null>(
    (chosen, next) => (!chosen || next.score > chosen.score ? next : chosen),
    null,
  );
  return best?.tables ?? { edition: '', rows: [], cells: [], unknown: [], absent: [] };
}

const isOlder = (edition: string): boolean => Number(edition) <= LAST_OF_FIVE;

/** The catalogue by whose numbers the rows of an edition are named: its own, or where that is not known whole the nearest one. */
export const namingRows = (rows: readonly FormRow[], edition: string): FormRow[] =>
  rows.filter((row) => row.edition === (isOlder(edition) ? NEAREST : edition));

function readEdition(blocks: readonly FormBlock[], edition: string, all: readonly FormRow[]) {
  const rows = all.filter((row) => row.edition === edition);
  const older = isOlder(edition);
  const named = namingRows(all, edition);
  const tables: FormTables = { edition, rows: named, cells: [], unknown: [], absent: [] };
  let score = 0;
  for (const section of new Set(blocks.map((block) => block.section))) {
    const parts = blocks.filter((block) => block.section === section);
    const expected = rows.filter((row) => row.section === section);
    const foreign = older ? named.filter((row) => row.section === section) : [];
    const read = readBlock(parts, expected, foreign);
    for (const { likeness, cells } of read.rows) {
      score += likeness;
      tables.cells.push(...cells);
    }
    tables.unknown.push(...read.unknown);
    score -= read.unknown.length;
    const found = new Set(read.rows.map(({ formRow }) => formRow));
    for (const row of expected)
      if (!found.has(row)) {
        tables.absent.push({ section, row: row.row });
        score -= 0.5;
      }
  }
  return { tables, score };
}

/** The parts of one table, which pages have broken; each may have columns of its own. */
function readBlock(parts: readonly FormBlock[], own: readonly FormRow[], foreign: readonly FormRow[]): BlockRows {
  const [first] = parts;
  if (!first) return { rows: [], unknown: [] };
  const block = { ...first, lines: parts.flatMap((part) => part.lines) };
  if (block.lines.some((line) => line.cells)) return readCellRows(block, own, foreign);
  const glued = gluedRows(block);
  if (glued) return rowsOfForm(block, glued, own, foreign);
  const scanned = { ...block, lines: unrolled(block.lines, block.columns.length) };
  return readScannedRows(scanned, own.length > 0 ? own : foreign);
} // prettier-ignore
