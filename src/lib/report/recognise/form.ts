import type { FormRow } from '../../domain';
import type { ReportDocument } from '../readers/text';
import type { FormBlock } from './blocks';
import { readCellRows } from './form-cells';
import { readScannedRows } from './form-scan';
import type { FormTables } from './form-table';

/**
 * The form tables of a report, read with the row catalogue of the edition that fits its labels best.
 * @param rows the row catalogues of all known editions
 */
export function readFormTables(
  document: ReportDocument,
  blocks: readonly FormBlock[],
  rows: readonly FormRow[],
): FormTables {
  const editions = [...new Set(rows.map((row) => row.edition))].sort();
  const readings = editions.map((edition) =>
    readEdition(
      document,
      blocks,
      edition,
      rows.filter((row) => row.edition === edition),
    ),
  );
  const best = readings.reduce<(typeof readings)[number] | null>(
    (chosen, next) => (!chosen || next.score > chosen.score ? next : chosen),
    null,
  );
  return best?.tables ?? { edition: '', cells: [], unknown: [], absent: [] };
}

function readEdition(
  document: ReportDocument,
  blocks: readonly FormBlock[],
  edition: string,
  rows: FormRow[],
) {
  const tables: FormTables = { edition, cells: [], unknown: [], absent: [] };
  let score = 0;
  for (const section of new Set(blocks.map((block) => block.section))) {
    const [first, ...more] = blocks.filter((block) => block.section === section);
    if (!first) continue;
    const block = { ...first, lines: [first, ...more].flatMap((part) => part.lines) };
    const expected = rows.filter((row) => row.section === section);
    const byCells = block.lines.some((line) => line.cells);
    const read = byCells ? readCellRows(block, expected) : readScannedRows(block, expected, document.lines);
    for (const { likeness, cells } of read.rows) {
      score += likeness;
      tables.cells.push(...cells);
    }
    tables.unknown.push(...read.unknown);
    score -= read.unknown.length;
    const found = new Set(tables.cells.filter((cell) => cell.section === section).map((cell) => cell.row));
    for (const row of rows)
      if (row.section === section && !found.has(row.row)) {
        tables.absent.push({ section, row: row.row });
        score -= 0.5;
      }
  }
  return { tables, score };
}
