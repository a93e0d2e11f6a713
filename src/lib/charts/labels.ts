/** Estimated width of a text in Source Sans 3: good enough to keep labels apart without a browser. */
export function textWidth(text: string, font: number): number {
  return text.length * font * 0.5;
}

/** Breaks a label into lines of at most `limit` characters, at spaces. */
export function wrap(text: string, limit: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= limit) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

interface Placed {
  /** Wanted middle, in pixels. */
  y: number;
  height: number;
}

/** Moves labels apart so that none covers another and all stay within the bounds; order of wanted places is kept. */
export function dodge<T extends Placed>(labels: readonly T[], top: number, bottom: number): T[] {
  const sorted = labels.toSorted((a, b) => a.y - b.y).map((label) => ({ ...label }));
  let edge = top;
  for (const label of sorted) {
    label.y = Math.max(label.y, edge + label.height / 2);
    edge = label.y + label.height / 2;
  }
  edge = bottom;
  for (const label of sorted.toReversed()) {
    label.y = Math.min(label.y, edge - label.height / 2);
    edge = label.y - label.height / 2;
  }
  return sorted;
}

export interface Spot {
  x: number;
  row: number;
}

/** Places texts that want to start at `x` in as few rows as keep them apart, inside the right edge. */
export function rowsOf(texts: readonly { x: number; width: number }[], right: number, gap = 8): Spot[] {
  const ends: number[] = [];
  return texts.map(({ x, width }) => {
    const start = Math.max(0, Math.min(x, right - width));
    const free = ends.findIndex((end) => start >= end + gap);
    const row = free === -1 ? ends.length : free;
    ends[row] = start + width;
    return { x: start, row };
  });
}

export interface Key {
  index: number;
  x: number;
  row: number;
}

/** Keys of lines set above a narrow drawing, flowing like words. */
export function flow(labels: readonly string[], font: number, width: number, swatch: number): Key[] {
  let x = 0;
  let row = 0;
  return labels.map((label, index) => {
    const own = swatch + textWidth(label, font) + 12;
    if (x > 0 && x + own > width) {
      x = 0;
      row += 1;
    }
    const key = { index, x, row };
    x += own;
    return key;
  });
}
