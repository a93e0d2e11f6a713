import { base } from '$app/paths';
import { pointsOf, seriesOf } from '$lib/charts/series';
import type { Series } from '$lib/charts/spec';
import { publishedUnits } from '$lib/components/published-units';

/** A gmina that may be drawn beside another. */
export interface Candidate {
  teryt: string;
  name: string;
}

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
    const own = rows
      .filter((row) => row.teryt === teryt)
      .map((row) => ({ ...row, indicator, preferred: true }));
    const name = units.find((unit) => unit.teryt === teryt)?.name ?? teryt;
    const points = pointsOf(own, { indicator, kinds: ['reported', 'area-published'] });
    return points.length === 0
      ? []
      : [seriesOf(points, { key: `o${index + 1}`, name, label: name, role: 'other', kind: 'reported' })];
  });
}
