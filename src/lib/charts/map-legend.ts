import { bin, extent, max, scaleLinear } from 'd3';
import { formatNumber, formatSigned } from '../format/number';
import { classOf } from '../stats/classes';
import { svg, type Drawing } from './drawing';
import { rowsOf, textWidth } from './labels';
import type { MapSpec } from './spec';
import { rounded } from './swarm';

const BARS = 46;
const BINS = 32;

/** How many areas lie where, in the colours of the classes, with the limits; what has no colour and why. */
export function legend(
  spec: MapSpec,
  { font, width, name }: Drawing,
  missingFill: string,
  document: Document,
): { element: SVGElement; height: number } {
  const values = spec.areas.flatMap(({ value, state }) => (value === null || state !== 'ok' ? [] : [value]));
  const [low = 0, high = 1] = extent(values);
  const wide = Math.min(width, 400);
  const x = scaleLinear([low, high === low ? low + 1 : high], [1, wide - 1]);
  const step = (x.domain()[1] ?? 1) - low;
  const bins = bin()
    .domain([low, low + step])
    .thresholds(Array.from({ length: BINS - 1 }, (_, i) => low + ((i + 1) * step) / BINS))(values);
  const y = scaleLinear([0, max(bins, ({ length }) => length) ?? 1], [0, BARS]);
  const bars = bins.flatMap((own) => {
    if (own.length === 0) return [];
    const [from, to] = [x(own.x0 ?? low), x(own.x1 ?? low)];
    const height = Math.max(2, y(own.length));
    const middle = [...own].sort((a, b) => a - b)[own.length >> 1] ?? 0;
    return [
      svg(document, 'rect', {
        class: `area ${spec.shades[classOf(middle, spec.limits)] ?? 'c3'}`,
        x: rounded(from),
        y: rounded(BARS - height),
        width: rounded(Math.max(1, to - from - 0.5)),
        height: rounded(height),
      }),
    ];
  });
  const print = (value: number) =>
    spec.since === null ? formatNumber(value, spec.decimals) : formatSigned(value, spec.decimals);
  const ends = [low, ...spec.limits, high].map((value) => ({ value, text: print(value) }));
  const spots = rowsOf(
    ends.map(({ value, text }) => {
      const own = textWidth(text, font);
      return { x: x(value) - own / 2, width: own };
    }),
    wide,
    6,
  );
  const rows = Math.max(...spots.map(({ row }) => row)) + 1;
  const labels = ends.flatMap(({ value, text }, index) => {
    const spot = spots[index] ?? { x: 0, row: 0 };
    const at = rounded(x(value));
    return [
      svg(document, 'line', {
        class: 'limit',
        x1: at,
        x2: at,
        y1: BARS,
        y2: rounded(BARS + 4 + spot.row * font * 1.2),
      }),
      svg(
        document,
        'text',
        { class: 'axis', x: rounded(spot.x), y: rounded(BARS + 3 + font + spot.row * font * 1.2) },
        text,
      ),
    ];
  });
  const keys = [
    { state: 'missing', text: 'brak danych' },
    { state: 'doubtful', text: 'niepewne (?)' },
    { state: 'outside', text: 'poza wyborem' },
  ]
    .map((key) => ({ ...key, n: spec.areas.filter(({ state }) => state === key.state).length }))
    .filter(({ n }) => n > 0);
  const beside = name === 'wide' && wide + 200 < width;
  const head = BARS + rows * font * 1.2 + 10;
  let row = 0;
  const swatches = keys.flatMap(({ n, text, state }) => {
    const left = beside ? wide + 28 : 0;
    const top = (beside ? 0 : head) + row * font * 1.6;
    row += 1;
    return [
      svg(document, 'rect', {
        class: `area ${state}`,
        ...(state === 'missing' ? { fill: missingFill } : {}),
        x: left + 1,
        y: rounded(top + 1),
        width: 16,
        height: 16,
      }),
      svg(
        document,
        'text',
        { class: 'axis', x: left + 24, y: rounded(top + font) },
        `${text}: ${formatNumber(n)}`,
      ),
    ];
  });
  const height = beside ? Math.max(head, row * font * 1.6 + 8) : head + (row > 0 ? row * font * 1.6 + 8 : 0);
  return {
    element: svg(document, 'g', { 'font-size': font }, ...bars, ...labels, ...swatches),
    height: rounded(height),
  };
}
