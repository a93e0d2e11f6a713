import { baselines, joined } from './pdf-baselines';
import type { Piece } from './pdf-page';

/** A gap wider than this, in letter sizes, keeps columns apart where no border does; spaces of justified text stay below. */
const COLUMN_GAP = 1;
/** Baselines closer than this, in letter sizes, are one row: cells of two lines beside cells of one, set to the middle. */
const INTERLACED = 0.85;
/** Lines of one cell lie closer than this, in letter sizes; rows of a table mostly further apart. */
const CLOSE = 1.4;
const NUMBER = /^\d[\d\s.,]*(?:%|zł)?$/;

/** Pieces side by side with no gap between them that could be a column's. */
interface Segment {
  text: string;
  left: number;
  right: number;
}

export interface TextLine {
  y: number;
  size: number;
  segments: Segment[];
  /** A number of it goes on below or above: which digits belong together is not known, so it gives no cells. */
  torn: boolean;
}

/** Lines of text without borders, from top to bottom, divided at their gaps. */
export function linesOf(pieces: readonly Piece[]): TextLine[] {
  const lines: TextLine[] = [];
  let above = -Infinity;
  for (const line of baselines(pieces)) {
    const { y, size } = line[0] ?? { y: 0, size: 1 };
    const segments = segmentsOf(line);
    const row = lines.at(-1);
    if (row && y - above < INTERLACED * Math.min(size, row.size)) {
      row.torn ||= numbersMeet(row.segments, segments);
      row.segments = stacked(row.segments, segments);
    } else lines.push({ y, size, segments, torn: false });
    above = y;
  }
  for (const [at, line] of lines.entries())
    for (const next of [lines[at - 1], lines[at + 1]])
      if (next && line.segments.length === 1 && Math.abs(next.y - line.y) < CLOSE * line.size)
        next.torn ||= numbersMeet(line.segments, next.segments);
  return lines;
}

function segmentsOf(line: readonly Piece[]): Segment[] {
  const groups: Piece[][] = [];
  let right = -Infinity;
  for (const piece of line) {
    const group = groups.at(-1);
    if (group && piece.left - right <= COLUMN_GAP * piece.size) group.push(piece);
    else groups.push([piece]);
    right = Math.max(right, piece.right);
  }
  return groups.map((group) => ({
    text: joined(group),
    left: group[0]?.left ?? 0,
    right: Math.max(...group.map((piece) => piece.right)),
  }));
}

/** Text below text of the same column goes on with it. */
function stacked(above: readonly Segment[], below: readonly Segment[]): Segment[] {
  const segments = above.map((segment) => ({ ...segment }));
  for (const segment of below) {
    const over = segments.find((other) => overlap(other, segment));
    if (!over) segments.push({ ...segment });
    else {
      over.text += ` ${segment.text}`;
      over.left = Math.min(over.left, segment.left);
      over.right = Math.max(over.right, segment.right);
    }
  }
  return segments.sort((a, b) => a.left - b.left);
}

const overlap = (a: Segment, b: Segment): boolean => a.left < b.right && a.right > b.left;

/** Whether a number stands below a number. */
const numbersMeet = (above: readonly Segment[], below: readonly Segment[]): boolean =>
  above.some((a) => NUMBER.test(a.text) && below.some((b) => NUMBER.test(b.text) && overlap(a, b)));
