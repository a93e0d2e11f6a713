/**
 * Does a forecast say anything? The form asks to repeat the value of the year where nothing can be foreseen,
 * and some reports print the mean of both years: neither is a forecast.
 */
export function isForecast(previous: number | null, value: number | null, next: number): boolean {
  if (value === null) return true;
  if (next === value) return false;
  return previous === null || Math.abs(next - (previous + value) / 2) > 0.5;
}
