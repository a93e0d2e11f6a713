import { quantileSorted } from 'd3';

export interface Quartiles {
  n: number;
  low: number;
  median: number;
  high: number;
}

/** Quartiles by linear interpolation (R-7, as d3 and R do by default); `null` for no values. */
export function quartiles(values: readonly number[]): Quartiles | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, median, high] = [0.25, 0.5, 0.75].map((p) => quantileSorted(sorted, p));
  return low === undefined || median === undefined || high === undefined
    ? null
    : { n: sorted.length, low, median, high };
}
