export interface Weighted {
  value: number;
  weight: number;
}

/** Mean in which everyone counts the same; `null` of nothing. */
export function plainMean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Σ value × weight / Σ weight: of rates with their denominators as weights the rate of all together. `null` without weight. */
export function weightedMean(values: readonly Weighted[]): number | null {
  const weight = values.reduce((sum, one) => sum + one.weight, 0);
  return weight > 0 ? values.reduce((sum, one) => sum + one.value * one.weight, 0) / weight : null;
}
