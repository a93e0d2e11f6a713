import type { FormRow } from '../../domain';
import type { Line } from '../readers/text';
import { align, type Gaps } from './alignment';
import type { FormBlock } from './blocks';
import { likeness } from './fold';
import type { BlockRows, FormCell } from './form-table';
import { divide, type Division, rowNumberLikeness } from './scan-division';
import { isValueLike, readScanned } from './tokens';

/** A line of a scanned table that may hold the numbers of a row: what stands left of them, and their tokens. */
interface ScannedLine {
  line: Line;
  label: string;
  /** The label with its neighbours: long labels are broken over lines, the numbers stand beside the middle one. */
  context: string;
  tokens: string[];
}

/** A line that fits no row better than `worst` is taken for an unknown row instead of being forced on one. */
const GAPS: Gaps = { row: -0.8, line: -0.6, worst: -0.9 };

/**
 * Rows of a form table from OCR lines. Row numbers and labels are damaged or lost, but the order of the rows is not:
 * lines are aligned with the rows of the form by the best monotone alignment (dynamic programming) over the likeness of
 * labels, row numbers and shapes.
 */
export function readScannedRows(block: FormBlock, rows: readonly FormRow[]): BlockRows {
  const lines = candidates(block);
  const width = block.columns.length;
  const matches = lines.map((line) => rows.map((row) => match(line, row, width)));
  const pairs = align(lines.length, rows.length, (i, j) => matches[i]?.[j]?.score ?? -Infinity, GAPS);
  const used = new Set(pairs.map(([lineAt]) => lineAt));
  const result: BlockRows = { rows: [], unknown: [] };
  for (const [lineAt, rowAt] of pairs) {
    const line = lines[lineAt];
    const formRow = rows[rowAt];
    const found = matches[lineAt]?.[rowAt];
    if (!line || !formRow || !found) continue;
    result.rows.push({
      formRow,
      likeness: found.label,
      cells: cellsOf(block, line, formRow, found.division),
    });
  }
  const firstUsed = Math.min(...used);
  const lastUsed = Math.max(...used);
  for (const [at, line] of lines.entries())
    if (!used.has(at) && at > firstUsed && at < lastUsed && line.tokens.length > width)
      result.unknown.push({ section: block.section, line: line.line.number, text: line.line.text });
  return result;
}

function candidates(block: FormBlock): ScannedLine[] {
  const text = (at: number) => block.lines[at]?.text ?? '';
  return block.lines.flatMap((line, at): ScannedLine[] => {
    const tokens = line.text.split(/\s+/).filter((token) => token !== '');
    let from = tokens.length;
    while (from > 0 && isValueLike(tokens[from - 1] ?? '')) from--;
    const tail = tokens.slice(from);
    if (tail.filter((token) => readScanned(token).candidates.length > 0 || /^[xX]$/.test(token)).length < 2)
      return [];
    const label = tokens.slice(0, from).join(' ');
    const context = [text(at - 1), label, text(at + 1)].join(' ');
    return [{ line, label, context, tokens: tail }];
  });
}

interface Match {
  score: number;
  label: number;
  division: Division | null;
}

function match(line: ScannedLine, row: FormRow, width: number): Match {
  const own = likeness(line.label, row.label);
  const label = own >= 0.5 ? own : Math.max(own, 0.8 * likeness(line.context, row.label));
  const found = divide(line.tokens, row.row, width);
  const division = found?.rowToken === null && hidesRowNumber(line.label, row) ? null : found;
  const number = rowNumberLikeness(line.tokens[division?.rowToken ?? -1], row.row);
  // Budget chapters carry their code, which survives OCR better than words.
  const code = /^\d{5}/.exec(row.label)?.[0];
  const coded = code !== undefined && line.label.includes(code) ? 0.6 : 0;
  return { score: 2 * label + coded + 1.2 * number + (division ? 0.3 : -0.4) - 0.7, label, division };
}

/** The row number stands within the label, so that values stand behind it that were read as words: `44 0 WHC AUA 1 119 581`. */
const hidesRowNumber = (label: string, row: FormRow): boolean =>
  label.split(/\s+/).includes(String(row.row)) && !row.label.split(/\s+/).includes(String(row.row));

function cellsOf(
  block: FormBlock,
  { line, tokens }: ScannedLine,
  formRow: FormRow,
  division: Division | null,
): FormCell[] {
  return block.columns.map(({ column, year }, at) => {
    // Fewer numbers than columns: which column lost its number is not known, so none can be defended.
    const raw = division ? (division.groups[at] ?? '') : tokens.join(' ');
    return {
      formRow,
      section: formRow.section,
      row: formRow.row,
      printedRow: String(formRow.row),
      column,
      year,
      raw,
      line: line.number,
      page: line.page,
      reading: division
        ? readScanned(raw)
        : { value: null, missing: 'unreadable', clean: false, candidates: [] },
      ambiguous: division?.ambiguous ?? true,
    };
  });
}
