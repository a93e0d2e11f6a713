import type { Line } from '../readers/text';
import { isValueLike } from './tokens';

/** A line with more tokens than a row of any table has. */
const MANY = 40;

/**
 * A table that was copied on one running line, cut into lines again: a row ends where at least as many numbers as the table
 * has columns are followed by a word. All of them keep the number of the line they stand in.
 * @param width columns of the table
 */
export function unrolled(lines: readonly Line[], width: number): Line[] {
  return lines.flatMap((line) => {
    if (line.cells) return [line];
    const tokens = line.text.split(/\s+/);
    return tokens.length < MANY ? [line] : rowsIn(tokens, width).map((text) => ({ ...line, text }));
  });
}

function rowsIn(tokens: readonly string[], width: number): string[] {
  const rows: string[] = [];
  let row: string[] = [];
  let numbers = 0;
  for (const [at, token] of tokens.entries()) {
    // A budget chapter begins with its code: `85202 - Domy pomocy społecznej`.
    const isCode = /^8[0-9]\d(?:\d\d)?$/.test(token) && /^[-–—]$/.test(tokens[at + 1] ?? '');
    const isNumber = !isCode && /\d|^[xX.]$/.test(token) && isValueLike(token);
    if (!isNumber && numbers >= width) {
      rows.push(row.join(' '));
      row = [];
    }
    numbers = isNumber ? numbers + 1 : 0;
    row.push(token);
  }
  return [...rows, row.join(' ')];
}
