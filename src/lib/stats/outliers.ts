import type { Quartiles } from './distribution';

/** How far from a quartile a value is called far, in interquartile ranges. Tukey, Exploratory Data Analysis (1977). */
export const FAR = 1.5;

export interface Fences {
  low: number;
  high: number;
}

/** Limits beyond which a value lies farther than 1.5 interquartile ranges from its quartile. */
export function fencesOf({ low, high }: Pick<Quartiles, 'low' | 'high'>): Fences {
  const range = high - low;
  return { low: low - FAR * range, high: high + FAR * range };
}

/** Rows beyond the fences, each side with the farthest first. None where half of the values are one and the same. */
export function outliers<Row extends { value: number }>(
  rows: readonly Row[],
  quartiles: Pick<Quartiles, 'low' | 'high'>,
): { high: Row[]; low: Row[] } {
  if (quartiles.high === quartiles.low) return { high: [], low: [] };
  const fences = fencesOf(quartiles);
  return {
    high: rows.filter((row) => row.value > fences.high).sort((a, b) => b.value - a.value),
    low: rows.filter((row) => row.value < fences.low).sort((a, b) => a.value - b.value),
  };
}
