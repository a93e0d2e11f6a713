import Papa from 'papaparse';
import { guardedText } from './guarded-text';

type Cell = string | number | boolean | null;

/** Rows as CSV for programs: comma, decimal point; a missing cell is empty. No cell runs in a spreadsheet. */
export function tableCsv(head: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const cells = Array.from(rows, (row) =>
    row.map((cell) => (cell === null ? '' : typeof cell === 'string' ? guardedText(cell) : String(cell))),
  );
  return `${Papa.unparse([head.map(guardedText), ...cells], { newline: '\n' })}\n`;
}
