import * as Plot from '@observablehq/plot';
import { scaleLinear } from 'd3';
import { formatShort, formatYear } from '../format';
import { yearTicks, yearsOf } from './axis';
import { svg, type Drawing } from './drawing';
import { dodge, flow, rowsOf, textWidth, wrap } from './labels';
import { isKnown, pathsOf, segmentsOf } from './segments';
import type { BreakMark, Point, Series, TrendSpec } from './spec';
import { SYMBOLS, seriesClass } from './style-of';

const LINE = 1.25;
const SWATCH = 28;
const WRAP = 22;

/** A line in the drawing: a series, or the median inside a band. */
interface Drawn {
  label: string;
  className: string;
  points: Point[];
  symbol: 'circle' | 'square' | 'diamond' | 'triangle' | null;
  radius: number;
}

/**
 * Values by year, one line a series, labelled at its end (above the drawing on a phone).
 * Missing years are gaps; forecasts hollow and dashed; doubtful values hollow with a question mark;
 * a break is a thin vertical line with a word, and the line does not cross it.
 */
export function trend(spec: TrendSpec, drawing: Drawing, document: Document): SVGElement {
  const [first, last] = yearsOf(spec);
  const within = ({ year }: { year: number }) => year >= first && year <= last;
  const band = spec.band?.points.filter(within) ?? [];
  const breaks = spec.breaks.filter(({ year }) => year > first && year <= last);
  const lines = drawn(spec).map((line) => ({ ...line, points: line.points.filter(within) }));

  const { font, width } = drawing;
  const keys =
    drawing.labels === 0
      ? flow(
          lines.map((line) => line.label),
          font,
          width,
          SWATCH,
        )
      : [];
  const keyRows = keys.length === 0 ? 0 : (keys.at(-1)?.row ?? 0) + 1;
  const values = [
    ...lines.flatMap((line) => line.points.flatMap((point) => [point.value, point.low, point.high])),
    ...band.flatMap((point) => [point.low, point.high]),
    spec.threshold?.value,
  ].filter((value) => typeof value === 'number');
  const y = scaleLinear([spec.fromZero ? 0 : Math.min(...values), Math.max(...values)], [0, 1]).nice(4);
  const ticks = y.ticks(4);
  const left = Math.max(...ticks.map((tick) => textWidth(formatShort(tick), font))) + 10;
  const right = drawing.labels === 0 ? 14 : drawing.labels;
  const span = width - left - right;
  const x = scaleLinear([first, last === first ? first + 1 : last], [left + 10, width - right - 4]);

  const words = rowsOf(
    breaks.map((mark) => ({ x: x(mark.year - 0.5) + 4, width: textWidth(mark.label, font - 1.5) })),
    left + span,
  );
  const wordRows = Math.max(0, ...words.map((word) => word.row + 1));
  const top = keyRows * font * 1.45 + wordRows * font * LINE + 12;
  const bottom = font * 2;
  const height = drawing.height + keyRows * font * 1.45;
  y.range([height - bottom, top]);

  const plot = Plot.plot({
    document,
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: bottom,
    x: { domain: x.domain(), range: x.range() },
    y: { domain: y.domain(), range: y.range() },
    marks: [
      Plot.gridY(ticks, { className: 'grid', strokeOpacity: 1 }),
      Plot.ruleY(y.domain().slice(0, 1), { className: 'base' }),
      Plot.axisY(ticks, {
        tickSize: 0,
        tickFormat: (tick: number) => formatShort(tick),
        className: 'axis',
        label: null,
        fontSize: font,
      }),
      Plot.axisX(yearTicks(first, last, drawing.ticks), {
        tickSize: 4,
        tickFormat: formatYear,
        className: 'axis',
        label: null,
        fontSize: font,
      }),
      band.length > 0 ? Plot.areaY(band, { x: 'year', y1: 'low', y2: 'high', className: 'band' }) : null,
      Plot.ruleX(breaks, { x: ({ year }: BreakMark) => year - 0.5, className: 'break' }),
      spec.threshold
        ? [
            Plot.ruleY([spec.threshold.value], { className: 'threshold' }),
            Plot.text([spec.threshold], {
              frameAnchor: 'left',
              y: 'value',
              text: 'label',
              dy: -font * 0.7,
              dx: 4,
              className: 'threshold-label',
              fontSize: font - 1,
            }),
          ]
        : null,
      ...lines.toReversed().flatMap((line) => marksOf(line, breaks, font)),
    ],
  }) as SVGElement;

  const add = (x: number, y: number, text: string, className: string, size = font) =>
    plot.append(svg(document, 'text', { x, y, class: className, 'font-size': size }, text));
  for (const [index, word] of words.entries())
    add(
      word.x,
      top - 6 - (wordRows - 1 - word.row) * font * LINE,
      breaks[index]?.label ?? '',
      'break-label',
      font - 1.5,
    );
  for (const { index, x, row } of keys) {
    const line = lines[index];
    if (!line) continue;
    const middle = font * (0.75 + row * 1.45);
    plot.append(
      svg(
        document,
        'g',
        { class: line.className },
        svg(document, 'line', { x1: x, x2: x + SWATCH - 8, y1: middle, y2: middle }),
      ),
    );
    add(x + SWATCH, middle + font * 0.33, line.label, 'label');
  }
  if (drawing.labels > 0) placeLabels();
  const noted = lines[0]?.points ?? [];
  for (const note of spec.pointNotes ?? []) {
    const value = noted.find((point) => point.year === note.year)?.value;
    if (typeof value === 'number')
      plot.append(svg(document, 'text', { x: x(note.year), y: y(value) - font * 0.75, class: 'point-note', 'font-size': Math.max(11, font - 2), 'text-anchor': 'middle' }, note.text));
  }
  plot.setAttribute('data-years', yearPlaces(first, last, x));
  plot.setAttribute('data-plot', `${Math.round(top)},${Math.round(height - bottom)}`);
  return plot;

  function placeLabels(): void {
    const wanted = lines.flatMap((line) => {
      const end = line.points.filter(isKnown).at(-1);
      const text = wrap(line.label, WRAP).split('\n');
      return end ? [{ y: y(end.value), height: text.length * font * LINE, from: end, text, line }] : [];
    });
    for (const label of dodge(wanted, top - font, height - bottom + font)) {
      const start = x(label.from.year) + 10;
      const from = width - right + 12;
      if (from - start > 14 || Math.abs(label.y - y(label.from.value)) > 6)
        plot.append(
          svg(document, 'path', {
            class: 'leader',
            d: `M${start - 2},${y(label.from.value)}L${from - 3},${label.y}`,
          }),
        );
      const head = label.y - label.height / 2 + font * 0.95;
      plot.append(
        svg(
          document,
          'g',
          { class: label.line.className },
          svg(document, 'circle', { class: 'swatch', cx: from + 3, cy: head - font * 0.33, r: 3.5 }),
        ),
      );
      for (const [row, text] of label.text.entries()) add(from + 11, head + row * font * LINE, text, 'label');
    }
  }
}

function drawn(spec: TrendSpec): Drawn[] {
  const median: Drawn[] = spec.band
    ? [
        {
          label: spec.band.label,
          className: 'series median',
          points: spec.band.points.map(({ year, median }) => ({ year, value: median, state: 'ok' })),
          symbol: null,
          radius: 0,
        },
      ]
    : [];
  return [...spec.series.map(lineOf), ...median].filter((line) => line.points.some(isKnown));
}

function lineOf(series: Series): Drawn {
  const own = series.role === 'gmina';
  return {
    label: series.label,
    className: seriesClass(series),
    points: series.points,
    symbol: SYMBOLS[series.kind],
    radius: own ? 4 : 3,
  };
}

function marksOf(line: Drawn, breaks: readonly BreakMark[], font: number): Plot.Markish[] {
  const segments = segmentsOf(line.points, breaks);
  const known = line.points.filter(isKnown);
  const at = { x: 'year', y: 'value' } as const;
  const paths = (['solid', 'forecast', 'doubtful'] as const).flatMap((style) =>
    pathsOf(segments, style).map((points) =>
      Plot.line(points, { ...at, className: `${line.className} s-${style}` }),
    ),
  );
  const interval = known.filter((point) => point.low !== undefined && point.high !== undefined);
  const of = (state: Point['state']) => known.filter((point) => point.state === state);
  const doubtful = of('doubtful');
  return [
    ...paths,
    interval.length > 0
      ? Plot.ruleX(interval, { x: 'year', y1: 'low', y2: 'high', className: `${line.className} interval` })
      : null,
    line.symbol && of('ok').length > 0
      ? Plot.dot(of('ok'), {
          ...at,
          r: line.radius,
          symbol: line.symbol,
          className: `${line.className} p-ok`,
        })
      : null,
    of('forecast').length > 0
      ? Plot.dot(of('forecast'), {
          ...at,
          r: line.radius,
          symbol: line.symbol ?? 'circle',
          className: `${line.className} p-forecast`,
        })
      : null,
    doubtful.length > 0
      ? Plot.dot(doubtful, { ...at, r: font * 0.55, className: `${line.className} p-doubtful` })
      : null,
    doubtful.length > 0
      ? Plot.text(doubtful, { ...at, text: () => '?', fontSize: Math.max(11, font - 3), className: 'doubt' })
      : null,
  ];
}

function yearPlaces(first: number, last: number, x: (year: number) => number): string {
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `${first + index}:${Math.round(x(first + index))}`,
  ).join(' ');
}
