import type { Series, TrendSpec } from '$lib/charts/spec';
import type { Candidate } from './comparison';

export const MOST_COMPARED = 3;

/** The chart with the chosen gminy and years. */
export function withComparison(spec: TrendSpec, others: Series[], years: [number, number] | null): TrendSpec {
  return { ...spec, series: [...spec.series, ...others], ...(years ? { years } : {}) };
}

/** First and last year with a value of the chart itself. */
export function yearRange(spec: TrendSpec): [number, number] {
  const years = spec.series.flatMap((series) =>
    series.points.filter((point) => point.value !== null).map((point) => point.year),
  );
  return [Math.min(...years), Math.max(...years)];
}

/** The reader of published files is fetched when someone asks for a comparison. */
const queries = () => import('./comparison');

/** See `candidates`. */
export async function loadCandidates(indicator: string, year: number, teryt: string): Promise<Candidate[]> {
  const { candidates } = await queries();
  return candidates(indicator, year, teryt);
}

/** See `comparedSeries`. */
export async function loadCompared(indicator: string, chosen: readonly string[]): Promise<Series[]> {
  const { comparedSeries } = await queries();
  return comparedSeries(indicator, chosen);
}

/** What a comparison needs, fetched while the reader is about to ask for one. */
export function prepareComparison(): void {
  // A failure shows where the parts are asked for.
  void Promise.allSettled([queries(), import('$lib/charts/draw'), import('$lib/state/url')]);
}
