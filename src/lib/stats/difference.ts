/** A share of persons, with the count of families that the persons stand in. */
export interface Share {
  /** Persons counted in. */
  persons: number;
  /** All persons. */
  of: number;
  /** Families of the persons counted in. */
  families: number;
}

/** 95 % of the normal distribution, two-sided. */
const Z = 1.96;

/** Bounds of a share on a base of `n`: E. B. Wilson, JASA 22 (1927). */
function wilson(share: number, n: number): { low: number; high: number } {
  const middle = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return { low: middle - half, high: middle + half };
}

/**
 * Whether a difference of two shares may be chance alone: its interval (R. G. Newcombe, method 10, Statistics in Medicine 17,
 * 1998) holds zero. Persons come in families, so the base is all persons divided by the persons a family has:
 * of 22 000 inhabitants and 732 helped persons in 366 families it is 11 000.
 * `null` where it cannot be judged: no families, or a share that is none.
 */
export function withinChance(a: Share, b: Share): boolean | null {
  if (![a, b].every(isShare)) return null;
  const [first, second] = [a, b].map(({ persons, of, families }) => {
    const share = persons / of;
    return { share, ...wilson(share, of * Math.min(1, families / persons)) };
  });
  if (!first || !second) return null;
  const difference = first.share - second.share;
  const low = difference - Math.hypot(first.share - first.low, second.high - second.share);
  const high = difference + Math.hypot(first.high - first.share, second.share - second.low);
  return low <= 0 && high >= 0;
}

const isShare = ({ persons, of, families }: Share): boolean => persons > 0 && persons <= of && families > 0;
