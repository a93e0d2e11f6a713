import type { FormBlock } from './blocks';
import type { PrintedRow, PrintedValue } from './form-printed';
import { UNREADABLE } from './form-printed';
import { readNumber } from './tokens';

/** Lines of digits that are glued rows, of all lines of digits in a table. */
const MOST = 0.8;
/** Rows that may be missing between two glued ones. */
const SKIPPED = 3;
/** More ways to cut a line than this are not followed: it stays unreadable. */
const MANY = 400;

/**
 * Rows whose cells were glued together where a page was copied out of its table: the label, and below it the row number and
 * the values without anything between them but the spaces of their thousands (`18 3168 2798 2798 2798 279` is row 1 with
 * 8 316, 8 279, 8 279, 8 279, 8 279). The expected row number and the spaces often leave one way to cut; where they leave
 * several, every value keeps those that it may be, and only an identity of the form may choose.
 * @returns `null` where the table is not of this kind
 */
export function gluedRows({ lines, columns }: FormBlock): PrintedRow[] | null {
  const digits = lines.filter((line) => !line.cells && /^\d[\dXx .]*$/.test(line.text));
  const rows: PrintedRow[] = [];
  let last = 0;
  let [groups, words]: [string[], string[]] = [[], []];
  for (const line of lines) {
    if (line.text === '') continue;
    if (!digits.includes(line)) {
      words.push(line.text);
      continue;
    }
    const cut = cutRow(line.text, last, columns.length);
    if (!cut) continue;
    const label = words.pop() ?? '';
    if (words.length > 0) groups = words;
    words = [];
    last = cut.number;
    rows.push({ line, number: cut.number, label, groups, values: cut.values });
  }
  return digits.length > 1 && rows.length >= digits.length * MOST ? rows : null;
}

function cutRow(text: string, last: number, width: number): { number: number; values: PrintedValue[] } | null {
  for (let number = last + 1; number <= last + SKIPPED; number++) {
    const prefix = String(number);
    // A space behind the row number: nothing is glued there.
    if (!text.startsWith(prefix) || text[prefix.length] === ' ') continue;
    const ways = cuts(text.slice(prefix.length), width);
    if (ways.length === 0) continue;
    return {
      number,
      values: Array.from({ length: width }, (_, at) => valueOf(ways.map((way) => way[at] ?? ''), text)),
    };
  }
  return null;
} // prettier-ignore

/** Every way to cut a text into `width` numbers with spaced thousands, or X. */
function cuts(text: string, width: number): string[][] {
  if (width === 0) return text === '' ? [[]] : [];
  const found: string[][] = [];
  for (const head of heads(text)) {
    for (const rest of cuts(text.slice(head.length), width - 1)) found.push([head, ...rest]);
    if (found.length > MANY) return [];
  }
  return found;
}

/** The numbers that a text may begin with: one to three digits, and as many spaced thousands as follow. */
function heads(text: string): string[] {
  if (/^[Xx]/.test(text)) return [text.charAt(0)];
  if (text.startsWith('0')) return ['0'];
  const found: string[] = [];
  for (const size of [1, 2, 3]) {
    const first = text.slice(0, size);
    if (!/^[1-9]\d*$/.test(first) || first.length < size) break;
    let head = first;
    // A space cannot stand between two cells, so the three digits behind it belong to the number.
    while (/^ \d{3}/.test(text.slice(head.length))) head += text.slice(head.length, head.length + 4);
    found.push(head);
  }
  return found;
}

function valueOf(ways: readonly string[], line: string): PrintedValue {
  const distinct = [...new Set(ways)];
  const [only] = distinct;
  if (only !== undefined && distinct.length === 1) return { raw: only, reading: readNumber(only) };
  const candidates = distinct.flatMap((way) => readNumber(way).value ?? []);
  return { raw: line, reading: { ...UNREADABLE, candidates } };
}
