import type { Line } from '../readers/text';
import type { FormBlock } from './blocks';
import { readNumber, type Reading } from './tokens';

export interface PrintedValue {
  raw: string;
  reading: Reading;
}

/** A row of a form table as it is printed, before it is known what it means. */
export interface PrintedRow {
  line: Line;
  /** The row number as printed; `null` where it is lost. */
  number: number | null;
  label: string;
  /** Heading lines above the row, up to the rows before. */
  groups: readonly string[];
  values: PrintedValue[];
}

export const UNREADABLE: Reading = { value: null, missing: 'unreadable', clean: false, candidates: [] };

/** A page number or a page's footer amid a table. */
const isPageNumber = (text: string): boolean =>
  /^(?:str(?:ona|\.)?\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:z|\/)\s*\d{1,4})?$/i.test(text);

/** Rows of a table whose format keeps columns apart: label, row number and one cell a column. */
export function printedRows({ lines, columns, header }: FormBlock): PrintedRow[] {
  const width = columns.length;
  const usual = widthOf(header, width) ?? commonest(lines);
  const rows: PrintedRow[] = [];
  let groups: string[] = [];
  let headings: string[] = [];
  for (const line of lines) {
    const cells = line.cells ?? [];
    const filled = cells.slice(1).some((cell) => cell !== '');
    if (!filled) {
      const heading = line.cells ? (cells[0] ?? '') : line.text;
      if (heading !== '' && !isPageNumber(heading)) headings.push(heading);
      continue;
    }
    const row = fields(cells, usual, width, (rows.at(-1)?.number ?? 0) + 1);
    if (row.values.every(({ raw }) => raw === '')) continue;
    if (headings.length > 0) groups = headings;
    headings = [];
    rows.push({ line, groups, ...row });
  }
  return rows;
}

/** Cells of a row by the header: label and row number stand before its first year. `null` where the header leaves a cell out. */
function widthOf({ cells }: Line, width: number): number | null {
  const before = cells?.findIndex((cell) => /(?:19|20)\d{2}|lata poprzednie/i.test(cell)) ?? -1;
  return before < 2 ? null : before + width;
}

function commonest(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of lines)
    if (cells?.slice(1).some((cell) => cell !== ''))
      counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

type Fields = Pick<PrintedRow, 'number' | 'label' | 'values'>;

/** @param expected the number of the row by the order of the table */
function fields(row: readonly string[], usual: number, width: number, expected: number): Fields {
  // Wider tables of the same sheet leave empty cells behind a row.
  const cells = row.slice(0, Math.max(usual, row.findLastIndex((cell) => cell !== '') + 1));
  const labels = Math.max(1, usual - width - 1);
  if (cells.length === usual) return regular(cells, width);
  if (cells.length > usual) return split(cells, labels, width);
  const kept = cells.slice(cells.length - width);
  const label = cells.slice(0, cells.length - width).join(' ');
  // One cell less: the row number went into the label, or was lost; or a value was, and which one is not known.
  if (cells.length === usual - 1 && cells.length > width) {
    const within = /^(.*\D)\s(\d{1,3})$/.exec(label);
    if (within?.[2] && Number(within[2]) === expected)
      return { number: expected, label: within[1] ?? '', values: kept.map(valueOf) };
    if (kept[0] !== String(expected)) return { number: null, label, values: kept.map(valueOf) };
  }
  return { number: null, label: cells[0] ?? '', values: lost(cells.slice(1), width) };
}

function regular(cells: readonly string[], width: number): Fields {
  const values = cells.slice(-width);
  const [number = ''] = cells.slice(-width - 1, -width);
  const label = cells.slice(0, -width - 1).join(' ');
  return { number: numberOf(number), label, values: values.map(valueOf) };
}

/** More cells than columns: a value was cut between its thousands. The only way to join it again is taken, else none. */
function split(cells: readonly string[], labels: number, width: number): Fields {
  const parts = cells.slice(labels);
  const [number = '', ...rest] = parts;
  const label = cells.slice(0, labels).join(' ');
  const ways = joins(
    rest.filter((part) => part !== ''),
    width,
  );
  const [only] = ways;
  if (numberOf(number) === null || !only || ways.length > 1)
    return { number: numberOf(number), label, values: lost(parts, width) };
  return { number: numberOf(number), label, values: only.map(valueOf) };
}

/** Every way to join neighbouring parts into `width` values by their thousands. */
function joins(parts: readonly string[], width: number): string[][] {
  if (width === 0) return parts.length === 0 ? [[]] : [];
  const found: string[][] = [];
  let value = parts[0];
  for (let size = 1; value !== undefined && size <= parts.length - width + 1; size++) {
    for (const rest of joins(parts.slice(size), width - 1)) found.push([value, ...rest]);
    const next = parts[size];
    const goesOn = /^[1-9]\d{0,2}(?: \d{3})*$/.test(value) && next !== undefined && /^\d{3}(?: \d{3})*$/.test(next);
    value = goesOn ? `${value} ${next}` : undefined;
  }
  return found;
} // prettier-ignore

const numberOf = (text: string): number | null => (/^\d{1,3}$/.test(text) ? Number(text) : null);
const valueOf = (raw: string): PrintedValue => ({ raw, reading: readNumber(raw) });
/** What is printed is kept as it stands; whose column it is cannot be told. */
const lost = (parts: readonly string[], width: number): PrintedValue[] =>
  Array.from({ length: width }, () => ({ raw: parts.join(' '), reading: UNREADABLE }));
