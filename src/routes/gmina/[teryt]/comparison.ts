import { base } from '$app/paths';
import { pointsOf, seriesOf, type Series, type TrendSpec } from '$lib/charts';
import { publishedUnits } from '$lib/components/published-units';

/** A gmina that may be drawn beside another. */
export interface Candidate {
  teryt: string;
  name: string;
}

export const MOST_COMPARED = 3;

async function engineAndQueries() {
  const db = await import('$lib/db');
  return { ...db, engine: db.browserEngine(base) };
}

/** Gminy of the same województwo that have the indicator in a year, by name; cities with powiat rights left out. */
export async function candidates(indicator: string, year: number, teryt: string): Promise<Candidate[]> {
  const { engine, ranking } = await engineAndQueries();
  const [rows, units] = await Promise.all([
    ranking(engine, { indicator, year, within: teryt.slice(0, 2), citiesApart: true }),
    publishedUnits(),
  ]);
  const known = new Set(rows.map((row) => row.teryt));
  return units
    .filter((unit) => known.has(unit.teryt) && unit.teryt !== teryt)
    .map((unit) => ({ teryt: unit.teryt, name: `${unit.name} (powiat ${unit.powiat})` }))
    .sort((a, b) => a.name.localeCompare(b.name, 'pl'));
}

/** Series of the chosen gminy, in the order chosen. Without values: no series. */
export async function comparedSeries(indicator: string, chosen: readonly string[]): Promise<Series[]> {
  const { engine, trend } = await engineAndQueries();
  const [rows, units] = await Promise.all([trend(engine, { indicator, units: chosen }), publishedUnits()]);
  return chosen.flatMap((teryt, index): Series[] => {
    const own = rows.filter((row) => row.teryt === teryt).map((row) => ({ ...row, indicator, preferred: true }));
    const name = units.find((unit) => unit.teryt === teryt)?.name ?? teryt;
    const points = pointsOf(own, { indicator, kinds: ['reported', 'area-published'] });
    return points.length === 0
      ? []
      : [seriesOf(points, { key: `o${index + 1}`, name, label: name, role: 'other', kind: 'reported' })];
  });
}

/** The chart with the chosen gminy and years. */
export function withComparison(spec: TrendSpec, others: Series[], years: [number, number] | null): TrendSpec {
  return { ...spec, series: [...spec.series, ...others], ...(years ? { years } : {}) };
}

/** First and last year with a value of the chart itself. */
export function yearRange(spec: TrendSpec): [number, number] {
  const years = spec.series.flatMap((series) => series.points.filter((point) => point.value !== null).map((point) => point.year));
  return [Math.min(...years), Math.max(...years)];
}
