import { scaleLinear } from 'd3';
import { svg, type Drawing } from './drawing';
import { textWidth, wrap } from './labels';
import type { ProfileSpec } from './spec';

const RADIUS = { wide: 10, narrow: 9 } as const;
const GAP = 16;

/**
 * A row an indicator: where each unit stands among all, from the lowest value on the left to the highest on the right. The
 * band is the middle half. Marks carry letters, and one that would cover another stands above it.
 */
export function profile(spec: ProfileSpec, drawing: Drawing, document: Document): SVGElement {
  const { font, width } = drawing;
  const wide = drawing.name === 'wide';
  const radius = RADIUS[drawing.name];
  const step = radius * 2 + 1;
  const line = font * 1.25;
  const left = wide ? 230 : 0;
  const x = scaleLinear([0, 100], [left + radius, width - radius - 1]);
  const make = (name: string, attributes: Record<string, string | number>, ...text: string[]) =>
    svg(document, name, attributes, ...text);

  const ends: [number, string, string][] = [
    [x(0), 'start', 'najniższa wartość'],
    [x(50), 'middle', 'środek'],
    [x(100), 'end', 'najwyższa wartość'],
  ];
  const head = ends.map(([at, anchor, text]) =>
    make(
      'text',
      {
        x: anchor === 'start' ? left : anchor === 'end' ? width : at,
        y: font,
        class: 'label axis',
        'text-anchor': anchor,
      },
      text,
    ),
  );
  let top = line + 6;
  const rows = spec.rows.map((row) => {
    const placed = stacked(row.marks, (position) => x(position), step);
    const levels = Math.max(1, ...placed.map(({ level }) => level + 1));
    const label = wrap(
      `${row.label}, ${row.year}`,
      Math.floor((wide ? left - 16 : width) / (font * 0.5)),
    ).split('\n');
    const words = label.length * line;
    const track = levels * step;
    const begin = wide ? top : top + words + 4;
    const middle = begin + Math.max(track, wide ? words : 0) - radius - 1;
    const texts = label.map((text, index) =>
      make(
        'text',
        {
          x: 0,
          y: (wide ? Math.max(top, middle - words / 2 - 2) : top) + font + index * line,
          class: 'label',
        },
        text,
      ),
    );
    top = middle + radius + GAP;
    return svg(
      document,
      'g',
      { class: 'profile-row' },
      ...texts,
      make('rect', { x: x(25), y: middle - radius, width: x(75) - x(25), height: radius * 2, class: 'band' }),
      make('line', { x1: x(0), x2: x(100), y1: middle, y2: middle, class: 'profile-track' }),
      make('line', { x1: x(50), x2: x(50), y1: middle - radius, y2: middle + radius, class: 'median-rule' }),
      ...placed.flatMap(({ letter, at, level }) => [
        make('circle', { cx: at, cy: middle - level * step, r: radius, class: 'profile-mark' }),
        make(
          'text',
          {
            x: at,
            y: middle - level * step + font * 0.33,
            class: 'profile-letter',
            'text-anchor': 'middle',
            'font-size': font - 1.5,
          },
          letter,
        ),
      ]),
    );
  });
  const keys = keysOf();
  return svg(
    document,
    'svg',
    { width, height: top, viewBox: `0 0 ${width} ${Math.ceil(top)}` },
    svg(document, 'g', { 'font-size': font }, ...head, ...rows, ...keys),
  );

  /** Which letter is whom, under the rows. */
  function keysOf(): SVGElement[] {
    let at = 0;
    let y = top + font;
    const texts = spec.units.map(({ letter, name }) => {
      const text = `${letter} ${name}`;
      const own = textWidth(text, font) + 14;
      if (at > 0 && at + own > width) {
        at = 0;
        y += line;
      }
      const element = make('text', { x: at, y, class: 'label' }, text);
      at += own;
      return element;
    });
    top = y + 8;
    return texts;
  }
}

/** Marks from left to right, each on the lowest level where it covers none. */
function stacked<T extends { position: number }>(
  marks: readonly T[],
  x: (position: number) => number,
  step: number,
): (T & { at: number; level: number })[] {
  const ends: number[] = [];
  return marks
    .toSorted((a, b) => a.position - b.position)
    .map((mark) => {
      const at = x(mark.position);
      const free = ends.findIndex((end) => at - end >= step);
      const level = free === -1 ? ends.length : free;
      ends[level] = at;
      return { ...mark, at, level };
    });
}
