import type { Piece } from './pdf-page';

/** Baselines that differ by less of the letters' size are one line. */
const BASELINE = 0.4;
/** A gap wider than this, in letter sizes, is a space. */
const SPACE = 0.12;

/** Pieces on one baseline, from left to right. */
export function baselines(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && Math.abs(piece.y - first.y) <= BASELINE * Math.max(first.size, piece.size))
      line.push(piece);
    else lines.push([piece]);
  }
  for (const line of lines) line.sort((a, b) => a.left - b.left);
  return lines;
}

/** Text of pieces of one line, with spaces where they stand apart. */
export function joined(line: readonly Piece[]): string {
  let text = '';
  let right = -Infinity;
  for (const piece of line) {
    text += text !== '' && piece.left - right > SPACE * piece.size ? ` ${piece.text}` : piece.text;
    right = Math.max(right, piece.right);
  }
  return text;
}
