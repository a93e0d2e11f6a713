import type { FormColumn, FormRow } from '../../domain';
import type { ReportDocument } from '../readers/text';
import type { FormBlock } from './blocks';
import { readCellRows } from './form-cells';
import { readScannedRows } from './form-scan';
import type { Reading } from './tokens';

/** One cell of a form table, recognised: its row of the form, its column and year, and how it was read. */
export interface FormCell {
  section: string;
  row: number;
  column: FormColumn;
  year: number;
  raw: string;
  line: number;
  page: number | null;
  reading: Reading;
  /** The row's tokens could be divided into columns in more than one way. */
  ambiguous: boolean;
}

/** A printed row that the catalogue does not know: kept and reported, never dropped. */
export interface UnknownRow {
  section: string;
  line: number;
  text: string;
}

export interface FormTables {
  edition: string;
  cells: FormCell[];
  unknown: UnknownRow[];
  /** Rows of the catalogue whose place in the report was not found, by section. */
  absent: { section: string; row: number }[];
}

/** What one way to read a block (by cells or by scanned lines) returns. */
export interface BlockRows {
  /** `likeness` of the printed label to the catalogue's, 0–1. */
  rows: { formRow: FormRow; likeness: number; cells: FormCell[] }[];
  unknown: UnknownRow[];
}

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
