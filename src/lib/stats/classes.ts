import { quantileSorted } from 'd3';

export const CLASSINGS = ['kwantyle', 'naturalne'] as const;
/** `kwantyle`: about as many areas in each class; `naturalne`: as little difference as can be within each. */
export type Classing = (typeof CLASSINGS)[number];

/**
 * Lower limits of the second and every further class, ascending; a class holds its lower limit.
 * Fewer classes where equal values leave no room for more; none for no values.
 */
export function classLimits(values: readonly number[], classing: Classing, classes = 5): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const limits = classing === 'kwantyle' ? quantileLimits(sorted, classes) : naturalLimits(sorted, classes);
  const [lowest = 0] = sorted;
  return [...new Set(limits)].filter((limit) => limit > lowest);
}

/** Index of the class that a value stands in, from 0. */
export function classOf(value: number, limits: readonly number[]): number {
  let index = 0;
  for (const limit of limits) if (value >= limit) index += 1;
  return index;
}

/** Quantiles by linear interpolation, moved up to the next value that there is. */
function quantileLimits(sorted: readonly number[], classes: number): number[] {
  return Array.from({ length: classes - 1 }, (_, i) =>
    quantileSorted([...sorted], (i + 1) / classes),
  ).flatMap((limit) => sorted.find((value) => limit !== undefined && value >= limit) ?? []);
}

/**
 * Fisher's natural breaks of sorted values: the classes with the least sum of squared distances from their means.
 * Best splits never move backwards as values are added, so each row is found by halving: k · n · log n steps.
 * W. D. Fisher, On Grouping for Maximum Homogeneity, JASA 53 (1958); Wang and Song, Ckmeans.1d.dp, R Journal 3 (2011).
 */
function naturalLimits(sorted: readonly number[], classes: number): number[] {
  const n = sorted.length;
  const k = Math.min(classes, new Set(sorted).size);
  if (k < 2) return [];
  const sums = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  // Counted from the middle one, so that large values lose no digits.
  const middle = sorted[n >> 1] ?? 0;
  sorted.forEach((value, i) => {
    const own = value - middle;
    sums[i + 1] = (sums[i] ?? 0) + own;
    squares[i + 1] = (squares[i] ?? 0) + own * own;
  });
  /** Cost of one class of the values `from` to `to`, both in it. */
  const cost = (from: number, to: number): number => {
    const sum = (sums[to + 1] ?? 0) - (sums[from] ?? 0);
    return (squares[to + 1] ?? 0) - (squares[from] ?? 0) - (sum * sum) / (to - from + 1);
  };
  let least = Float64Array.from({ length: n }, (_, i) => cost(0, i));
  const starts: Int32Array[] = [];
  for (let used = 1; used < k; used += 1) {
    const before = least;
    const now = new Float64Array(n).fill(Infinity);
    const start = new Int32Array(n);
    const fill = (low: number, high: number, from: number, to: number): void => {
      if (low > high) return;
      const at = (low + high) >> 1;
      let best = Infinity;
      for (let split = Math.max(from, used); split <= Math.min(to, at); split += 1) {
        const total = (before[split - 1] ?? Infinity) + cost(split, at);
        if (total < best) {
          best = total;
          start[at] = split;
        }
      }
      now[at] = best;
      const found = start[at] ?? used;
      fill(low, at - 1, from, Math.max(found, used));
      fill(at + 1, high, Math.max(found, used), to);
    };
    fill(used, n - 1, used, n - 1);
    least = now;
    starts.push(start);
  }
  const limits: number[] = [];
  let end = n - 1;
  for (const start of starts.toReversed()) {
    const split = start[end] ?? 0;
    const limit = sorted[split];
    if (limit !== undefined) limits.unshift(limit);
    end = split - 1;
  }
  return limits;
}
