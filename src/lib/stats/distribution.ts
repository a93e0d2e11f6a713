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

export interface Place {
  /** 1 is the highest value; equal values share all places from `place` to `until`. */
  place: number;
  until: number;
  n: number;
}

/** Place of one value among all (its own included), the highest first. */
export function placeOf(value: number, values: readonly number[]): Place {
  const higher = values.filter((other) => other > value).length;
  const equal = values.filter((other) => other === value).length;
  return { place: higher + 1, until: higher + Math.max(1, equal), n: values.length };
}
