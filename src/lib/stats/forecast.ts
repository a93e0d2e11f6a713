/**
 * What a printed forecast is. `repeated`: the value of the year, which the form asks to repeat where nothing can be
 * foreseen; `mean`: the mean of the last two years, which some reports print; both are rules of filling in and no
 * forecasts. `forecast`: anything else.
 */
export type ForecastKind = 'repeated' | 'mean' | 'forecast';

/** Means are printed rounded to whole numbers. */
const ROUNDING = 0.5;

/** What a forecast is, by the values of the last two years. Where the last one is unknown nothing speaks against a forecast. */
export function forecastKind(previous: number | null, value: number | null, next: number): ForecastKind {
  if (value === null) return 'forecast';
  if (next === value) return 'repeated';
  return previous !== null && Math.abs(next - (previous + value) / 2) <= ROUNDING ? 'mean' : 'forecast';
}

/** Does a forecast say anything? */
export const isForecast = (previous: number | null, value: number | null, next: number): boolean =>
  forecastKind(previous, value, next) === 'forecast';
