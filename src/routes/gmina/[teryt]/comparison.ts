import { pointsOf, seriesOf } from '$lib/charts/series';
import type { Series } from '$lib/charts/spec';
import { publishedUnits } from '$lib/components/published-units';
import { comparePl } from '$lib/format/collate';
import { ranking, trend } from '$lib/query';
import { publishedValues } from '../../published-values';

/** A gmina that may be drawn beside another. */
export interface Candidate {
  teryt: string;
  name: string;
}

/** Gminy of the same województwo that have the indicator in a year, by name; cities with powiat rights left out. */
export async function candidates(indicator: string, year: number, teryt: string): Promise<Candidate[]> {
  const [rows, units] = await Promise.all([
    publishedValues({ by: 'indicator', indicator }),
    publishedUnits(),
  ]);
  const within = teryt.slice(0, 2);
  const known = new Set(ranking(rows, { year, within, citiesApart: true }).map((row) => row.teryt));
  return units
    .filter((unit) => known.has(unit.teryt) && unit.teryt !== teryt)
    .map((unit) => ({ teryt: unit.teryt, name: `${unit.name} (powiat ${unit.powiat})` }))
    .sort((a, b) => comparePl(a.name, b.name));
}

/**
 * Series of the chosen gminy, in the order chosen. Without values: no series.
 * Answered from the gminy's own files: one file a gmina, whatever number of charts it is drawn in.
 */
export async function comparedSeries(indicator: string, chosen: readonly string[]): Promise<Series[]> {
  const units = await publishedUnits();
  const known = chosen.filter((teryt) => units.some((unit) => unit.teryt === teryt));
  const rows = await Promise.all(known.map((teryt) => publishedValues({ by: 'unit', teryt })));
  return known.flatMap((teryt, at): Series[] => {
    const points = pointsOf(trend(rows[at] ?? [], { indicator, units: [teryt] }), {
      indicator,
      kinds: ['reported', 'area-published'],
    });
    if (points.length === 0) return [];
    const name = units.find((unit) => unit.teryt === teryt)?.name ?? teryt;
    const key = `o${chosen.indexOf(teryt) + 1}`;
    return [
      { ...seriesOf(points, { key, name, label: name, role: 'other', kind: 'reported' }), unit: teryt },
    ];
  });
}
