import type { FormRow } from '../../domain';
import type { FormBlock } from './blocks';
import { likeness } from './fold';
import type { BlockRows } from './form-table';
import { readNumber } from './tokens';

/**
 * Rows of a form table whose columns the format keeps apart: label, row number and one cell a column.
 * The printed row number is the key; the label only tells how well the edition fits.
 */
export function readCellRows(block: FormBlock, rows: readonly FormRow[]): BlockRows {
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  const result: BlockRows = { rows: [], unknown: [] };
  for (const line of block.lines) {
    if (!line.cells) continue;
    const width = block.columns.length;
    const values = line.cells.slice(-width);
    const [printedRow = ''] = line.cells.slice(-width - 1, -width);
    const label = line.cells.slice(0, -width - 1).join(' ');
    if (values.every((cell) => cell === '')) continue;
    const formRow = /^\d+$/.test(printedRow) ? byNumber.get(Number(printedRow)) : undefined;
    if (!formRow) {
      result.unknown.push({ section: block.section, line: line.number, text: line.text });
      continue;
    }
    result.rows.push({
      formRow,
      likeness: likeness(label, formRow.label),
      cells: block.columns.map(({ column, year }, at) => ({
        section: formRow.section,
        row: formRow.row,
        column,
        year,
        raw: values[at] ?? '',
        line: line.number,
        page: line.page,
        reading: readNumber(values[at] ?? ''),
        ambiguous: false,
      })),
    });
  }
  return result;
}
