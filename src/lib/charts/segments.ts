import type { BreakMark, Point } from './spec';

/** A point that can be drawn. */
export interface Known extends Point {
  value: number;
}

export interface Segment {
  /** `forecast` and `doubtful` pieces are drawn unlike the rest. */
  style: 'solid' | 'forecast' | 'doubtful';
  points: [Known, Known];
}

export function isKnown(point: Point): point is Known {
  return point.value !== null;
}

/**
 * Pieces of a line between neighbouring years. Nothing is joined over a missing year or across a break:
 * a reader sees the gap.
 */
export function segmentsOf(points: readonly Point[], breaks: readonly BreakMark[]): Segment[] {
  const known = points.filter(isKnown).toSorted((a, b) => a.year - b.year);
  const broken = new Set(breaks.filter((mark) => mark.effect === 'break').map((mark) => mark.year));
  return known.slice(1).flatMap((point, index): Segment[] => {
    const previous = known[index];
    if (!previous || point.year - previous.year !== 1 || broken.has(point.year)) return [];
    return [{ style: styleOf(previous, point), points: [previous, point] }];
  });
}

/** Runs of neighbouring segments of one style, as the point lists of single paths. */
export function pathsOf(segments: readonly Segment[], style: Segment['style']): Known[][] {
  const paths: Known[][] = [];
  for (const { style: own, points } of segments) {
    if (own !== style) continue;
    const last = paths.at(-1);
    if (last?.at(-1) === points[0]) last.push(points[1]);
    else paths.push([...points]);
  }
  return paths;
}

function styleOf(from: Point, to: Point): Segment['style'] {
  if (to.state === 'forecast') return 'forecast';
  return from.state === 'doubtful' || to.state === 'doubtful' ? 'doubtful' : 'solid';
}

/** Runs of a band between breaks: an area is no more joined across a break than a line. */
export function unbroken<T extends { year: number }>(
  points: readonly T[],
  breaks: readonly BreakMark[],
): T[][] {
  const broken = new Set(breaks.filter((mark) => mark.effect === 'break').map((mark) => mark.year));
  const runs: T[][] = [];
  for (const point of points.toSorted((a, b) => a.year - b.year)) {
    const last = runs.at(-1);
    if (last && last.at(-1)?.year === point.year - 1 && !broken.has(point.year)) last.push(point);
    else runs.push([point]);
  }
  return runs;
}
