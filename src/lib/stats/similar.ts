import { quantileSorted } from 'd3';

/** A unit as it is held against others: a category (any difference counts the same) and amounts, `null` where unknown. */
export interface Described {
  teryt: string;
  category: number | null;
  amounts: readonly (number | null)[];
}

/** Weight of the category and of each amount; zero leaves an input out. */
export interface Weights {
  category: number;
  amounts: readonly number[];
}

/** Interquartile range of a normal distribution in standard deviations. */
const NORMAL_RANGE = 1.349;
/** Fewer known amounts than this describe a unit too poorly to call another one similar. */
export const FEWEST_AMOUNTS = 2;

/** Amounts are compared by their logarithm: they are skewed, and twice as many is as far as half as many. */
const logged = (amount: number | null | undefined): number | null =>
  amount === null || amount === undefined || !(amount > 0) ? null : Math.log(amount);

/**
 * What one unit of distance is in each amount: the interquartile range of its logarithms divided by 1.349, which is the
 * standard deviation where they are normal and is not moved by a few giants. `null` where all are alike or unknown.
 */
export function spreads(units: readonly Described[], count: number): (number | null)[] {
  return Array.from({ length: count }, (_, index) => {
    const sorted = units
      .map(({ amounts }) => logged(amounts[index]))
      .filter((value) => value !== null)
      .sort((a, b) => a - b);
    const [low, high] = [quantileSorted(sorted, 0.25), quantileSorted(sorted, 0.75)];
    return low === undefined || high === undefined || high <= low ? null : (high - low) / NORMAL_RANGE;
  });
}

export interface Distance {
  value: number;
  /** Difference in each amount in units of its spread; `null` where it is unknown or not weighed. */
  parts: (number | null)[];
}

/**
 * Weighted Euclidean distance over the inputs both units have: √(Σ w·z² / Σ w), so that a missing input neither brings
 * units together nor apart; another category counts as one spread. Symmetric. `null` where the two share no weighed amount.
 */
export function distance(
  a: Described,
  b: Described,
  weights: Weights,
  scales: readonly (number | null)[],
): Distance | null {
  let sum = 0;
  let weighed = 0;
  let shared = 0;
  if (weights.category > 0 && a.category !== null && b.category !== null) {
    sum += a.category === b.category ? 0 : weights.category;
    weighed += weights.category;
  }
  const parts = scales.map((scale, index) => {
    const weight = weights.amounts[index] ?? 0;
    const [own, other] = [logged(a.amounts[index]), logged(b.amounts[index])];
    if (scale === null || own === null || other === null || weight <= 0) return null;
    const difference = Math.abs(own - other) / scale;
    sum += weight * difference ** 2;
    weighed += weight;
    shared += 1;
    return difference;
  });
  return shared === 0 ? null : { value: Math.sqrt(sum / weighed), parts };
}

export interface Neighbours<Unit extends Described> {
  /** The nearest first; equal distances by code. */
  nearest: (Distance & { unit: Unit })[];
  /** Units that lack an input the own one has, and are left out for it. */
  leftOut: number;
  /** Amounts that are weighed and that the own unit lacks, by their index: nobody is compared on them. */
  unknown: number[];
}

/**
 * The units nearest to one of them. Whoever lacks an input that it has is left out, never filled in; with fewer than two
 * known amounts of those weighed (one, where only one is weighed) nobody is called similar.
 * @param units all there are: what a spread is does not depend on whom is asked for
 * @param among whom is asked for
 */
export function nearestTo<Unit extends Described>(
  own: Unit,
  units: readonly Unit[],
  weights: Weights,
  most: number,
  among: (unit: Unit) => boolean = () => true,
): Neighbours<Unit> {
  const scales = spreads(units, own.amounts.length);
  const weighed = scales.flatMap((scale, index) =>
    scale !== null && (weights.amounts[index] ?? 0) > 0 ? [index] : [],
  );
  const usable = ({ amounts }: Described, index: number) => logged(amounts[index]) !== null;
  const known = weighed.filter((index) => usable(own, index));
  const unknown = weighed.filter((index) => !usable(own, index));
  if (known.length < Math.min(FEWEST_AMOUNTS, Math.max(weighed.length, 1)))
    return { nearest: [], leftOut: 0, unknown };
  const others = units.filter((unit) => unit.teryt !== own.teryt && among(unit));
  const complete = others.filter(
    (unit) =>
      known.every((index) => usable(unit, index)) &&
      (weights.category <= 0 || own.category === null || unit.category !== null),
  );
  const nearest = complete
    .flatMap((unit) => {
      const found = distance(own, unit, weights, scales);
      return found ? [{ ...found, unit }] : [];
    })
    .sort((a, b) => a.value - b.value || (a.unit.teryt < b.unit.teryt ? -1 : 1))
    .slice(0, most);
  return { nearest, leftOut: others.length - complete.length, unknown };
}
