export interface AreaRate {
  value: number;
  low: number;
  high: number;
}

/**
 * Rate of an area in percent from a printed plain mean over its `n` units: mean × n / population × 100.
 * The mean is printed with `decimals` places, so the sum is known to ± n × half a unit of the last place.
 */
export function rateFromMean(mean: number, n: number, population: number, decimals = 0): AreaRate {
  if (n <= 0 || population <= 0) throw new Error(`invalid area: ${n} units, population ${population}`);
  const half = 0.5 / 10 ** decimals;
  const rate = (sum: number) => (sum / population) * 100;
  return { value: rate(mean * n), low: rate(Math.max(0, mean - half) * n), high: rate((mean + half) * n) };
}
