import type { FormRow } from '../../domain';
import type { FormBlock } from './blocks';
import { matchRows } from './form-match';
import { printedRows, type PrintedRow } from './form-printed';
import type { BlockRows } from './form-table';

/** Rows of a form table whose columns the format keeps apart. */
export const readCellRows = (
  block: FormBlock,
  own: readonly FormRow[],
  foreign: readonly FormRow[],
): BlockRows => rowsOfForm(block, printedRows(block), own, foreign);

/** Printed rows with what they mean; the others are kept as unknown. */
export function rowsOfForm(
  block: FormBlock,
  printed: readonly PrintedRow[],
  own: readonly FormRow[],
  foreign: readonly FormRow[],
): BlockRows {
  const matches = matchRows(printed, own, foreign);
  const result: BlockRows = { rows: [], unknown: [] };
  for (const [at, { line, number, values }] of printed.entries()) {
    const match = matches[at];
    if (!match) {
      result.unknown.push({ section: block.section, line: line.number, text: line.text });
      continue;
    }
    const { formRow } = match;
    result.rows.push({
      ...match,
      cells: block.columns.map(({ column, year }, n) => ({
        formRow,
        section: formRow.section,
        row: formRow.row,
        printedRow: String(number ?? formRow.row),
        column,
        year,
        raw: values[n]?.raw ?? '',
        line: line.number,
        page: line.page,
        reading: values[n]?.reading ?? { value: null, missing: 'not-reported', clean: true, candidates: [] },
        ambiguous: false,
      })),
    });
  }
  return result;
}
