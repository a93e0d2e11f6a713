import * as Plot from '@observablehq/plot';
import { isKnown, pathsOf, segmentsOf } from './segments';
import type { BreakMark, Point, Series, TrendSpec } from './spec';
import { SYMBOLS, seriesClass } from './style-of';

/** A line in the drawing: a series, or the median inside a band. */
export interface Line {
  label: string;
  className: string;
  points: Point[];
  symbol: 'circle' | 'square' | 'diamond' | 'triangle' | null;
  radius: number;
}

/** Lines of a trend that have anything to draw, the median of its band last. */
export function linesOf(spec: TrendSpec): Line[] {
  return [...spec.series.map(lineOf), ...(spec.band ? [medianOf(spec.band)] : [])].filter((line) =>
    line.points.some(isKnown),
  );
}

function lineOf(series: Series): Line {
  return {
    label: series.label,
    className: seriesClass(series),
    points: series.points,
    symbol: SYMBOLS[series.kind],
    radius: series.role === 'gmina' ? 4 : 3,
  };
}

function medianOf(band: NonNullable<TrendSpec['band']>): Line {
  const points = band.points.map(({ year, median }): Point => ({ year, value: median, state: 'ok' }));
  return { label: band.label, className: 'series median', points, symbol: null, radius: 0 };
}

/** Marks of one line: its pieces by style, intervals, and a point a value, shaped by what is known of it. */
export function marksOf(line: Line, breaks: readonly BreakMark[], font: number): Plot.Markish[] {
  const segments = segmentsOf(line.points, breaks);
  const known = line.points.filter(isKnown);
  const at = { x: 'year', y: 'value' } as const;
  const classed = (extra: string) => ({ className: `${line.className} ${extra}` });
  const of = (state: Point['state']) => known.filter((point) => point.state === state);
  const dots = (points: Point[], extra: string, symbol: Line['symbol'], r = line.radius) =>
    points.length > 0 && symbol ? Plot.dot(points, { ...at, ...classed(extra), r, symbol }) : null;
  const interval = known.filter((point) => point.low !== undefined && point.high !== undefined);
  const doubtful = of('doubtful');
  return [
    ...(['solid', 'forecast', 'doubtful'] as const).flatMap((style) =>
      pathsOf(segments, style).map((points) => Plot.line(points, { ...at, ...classed(`s-${style}`) })),
    ),
    interval.length > 0
      ? Plot.ruleX(interval, { x: 'year', y1: 'low', y2: 'high', ...classed('interval') })
      : null,
    dots(of('ok'), 'p-ok', line.symbol),
    dots(of('forecast'), 'p-forecast', line.symbol),
    dots(doubtful, 'p-doubtful', 'circle', font * 0.55),
    doubtful.length > 0
      ? Plot.text(doubtful, { ...at, text: () => '?', fontSize: Math.max(11, font - 3), className: 'doubt' })
      : null,
  ];
}
