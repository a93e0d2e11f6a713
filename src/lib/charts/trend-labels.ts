import { svg } from './drawing';
import { dodge, wrap, type Key, type Spot } from './labels';
import { isKnown } from './segments';
import type { BreakMark, Point } from './spec';
import type { Line } from './trend-marks';

/** Width of a piece of line set before the label it explains. */
export const SWATCH = 26;
const LINE = 1.25;
const KEY = 1.45;
const WRAP = 20;

/** A drawn trend and its scales: what labels are placed by. */
export interface Placing {
  plot: SVGElement;
  document: Document;
  font: number;
  x: (year: number) => number;
  y: (value: number) => number;
  top: number;
  bottom: number;
  /** Right edge of the plot, where the room for labels begins. */
  edge: number;
}

function addText(
  { plot, document }: Placing,
  at: { x: number; y: number; text: string; className: string; size: number },
): void {
  plot.append(
    svg(document, 'text', { x: at.x, y: at.y, class: at.className, 'font-size': at.size }, at.text),
  );
}

function addSample({ plot, document }: Placing, line: Line, x: number, y: number): void {
  const sample = svg(document, 'line', { x1: x, x2: x + SWATCH - 8, y1: y, y2: y });
  plot.append(svg(document, 'g', { class: line.className }, sample));
}

/** Words of breaks above the plot, in as many rows as keep them apart. */
export function addBreakWords(
  placing: Placing,
  breaks: readonly BreakMark[],
  spots: readonly Spot[],
  rows: number,
): void {
  const { font, top } = placing;
  for (const [index, { x, row }] of spots.entries()) {
    const y = top - 6 - (rows - 1 - row) * font * LINE;
    addText(placing, { x, y, text: breaks[index]?.label ?? '', className: 'break-label', size: font - 1.5 });
  }
}

/** Keys of the lines above a narrow drawing. */
export function addKeys(placing: Placing, lines: readonly Line[], keys: readonly Key[]): void {
  const { font } = placing;
  for (const { index, x, row } of keys) {
    const line = lines[index];
    if (!line) continue;
    const middle = font * (0.75 + row * KEY);
    addSample(placing, line, x, middle);
    addText(placing, {
      x: x + SWATCH,
      y: middle + font * 0.33,
      text: line.label,
      className: 'label',
      size: font,
    });
  }
}

/** Labels at the ends of the lines, moved apart where they would meet, with a leader where they moved. */
export function addEndLabels(placing: Placing, lines: readonly Line[]): void {
  const { plot, document, font, x, y, top, bottom, edge } = placing;
  const ends = lines.map((line) => line.points.filter(isKnown).at(-1));
  const last = Math.max(...ends.map((end) => end?.year ?? 0));
  const wanted = lines.flatMap((line, index) => {
    const end = ends[index];
    // A line that ends early is labelled where it ends.
    if (end && last - end.year > 1) {
      addText(placing, {
        x: x(end.year) + 10,
        y: y(end.value) + font * 0.33,
        text: line.label,
        className: 'label',
        size: font,
      });
      return [];
    }
    const text = wrap(line.label, WRAP).split('\n');
    return end ? [{ y: y(end.value), height: text.length * font * LINE + 2, end, text, line }] : [];
  });
  for (const label of dodge(wanted, top - font, bottom + font)) {
    const from = edge + 14;
    const head = label.y - label.height / 2 + font * 0.95;
    const [startX, startY] = [x(label.end.year) + 8, y(label.end.value)];
    if (from - startX > 12 || Math.abs(head - font * 0.33 - startY) > 5)
      plot.append(
        svg(document, 'path', {
          class: 'leader',
          d: `M${startX},${startY}L${from - 3},${head - font * 0.33}`,
        }),
      );
    addSample(placing, label.line, from, head - font * 0.33);
    for (const [row, text] of label.text.entries())
      addText(placing, {
        x: from + SWATCH - 3,
        y: head + row * font * LINE,
        text,
        className: 'label',
        size: font,
      });
  }
}

/** Words beside the points of the first line: below them, above where a threshold runs below. */
export function addPointNotes(
  placing: Placing,
  points: readonly Point[],
  notes: readonly { year: number; text: string }[],
  threshold = Infinity,
): void {
  const { plot, document, font, x, y } = placing;
  const shown = notes.flatMap(({ year, text }) => {
    const value = points.find((point) => point.year === year)?.value;
    return typeof value === 'number' ? [{ year, text, value }] : [];
  });
  const first = Math.min(...shown.map(({ year }) => year));
  for (const { year, text, value } of shown) {
    // In the middle the first one would run into the figures of the axis.
    const begins = year === first;
    const at = {
      x: x(year) - (begins ? 5 : 0),
      y: y(value) + (value > threshold ? -font * 0.75 : font * 1.4),
      class: 'point-note',
      'font-size': Math.max(11, font - 2),
      'text-anchor': begins ? 'start' : 'middle',
    };
    plot.append(svg(document, 'text', at, text));
  }
}
