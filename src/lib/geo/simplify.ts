import type { Feature, FeatureCollection } from 'geojson';
import { feature, mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { Joined } from './join';
import type { Boundaries } from './shapes';

/** Steps in either direction that places are rounded to: about 60 m of a country 650 km wide. */
const STEPS = 1e4;

/** Areas of one group as one; lines between them are gone. */
function merged(
  whole: Topology<{ areas: GeometryCollection }>,
  groupOf: (code: string) => string,
): Boundaries {
  const groups = new Map<string, (Polygon | MultiPolygon)[]>();
  for (const geometry of whole.objects.areas.geometries) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    const group = groupOf(String(geometry.id));
    groups.set(group, [...(groups.get(group) ?? []), geometry]);
  }
  const geometries = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, parts]) => ({ ...mergeArcs(whole, parts), id }));
  return { ...whole, objects: { areas: { type: 'GeometryCollection', geometries } } };
}

function collected(features: Feature[]): Topology<{ areas: GeometryCollection }> {
  const areas: FeatureCollection = { type: 'FeatureCollection', features };
  return topology({ areas }) as Topology<{ areas: GeometryCollection }>;
}

const rounded = (whole: Boundaries): Boundaries => quantize(whole, STEPS);

/**
 * Gminy with their lines simplified together, so that neighbours still meet, and their places rounded.
 * @param keep part of the points to keep, the most telling ones (Visvalingam and Whyatt, 1993)
 */
export function simplified({ byCode }: Pick<Joined, 'byCode'>, keep: number): Boundaries {
  const features = [...byCode].flatMap(([id, areas]) =>
    areas.map(({ geometry }): Feature => ({ type: 'Feature', id, properties: null, geometry })),
  );
  const whole = merged(collected(features), (code) => code);
  const weighted = presimplify(whole);
  return rounded(simplify(weighted, quantile(weighted, 1 - keep)));
}

/** A part of boundaries by itself, merged by the beginning of its codes where `digits` is shorter than they are. */
export function partOf(whole: Boundaries, isIn: (code: string) => boolean, digits = 6): Boundaries {
  const { features } = feature(whole, whole.objects.areas);
  const own = features
    .filter(({ id }) => isIn(String(id)))
    .map(({ id, geometry }): Feature => ({ type: 'Feature', id, properties: null, geometry }));
  return rounded(merged(collected(own), (code) => code.slice(0, digits)));
}

/** Codes of the areas that there are boundaries of. */
export const codesOf = ({ objects }: Boundaries): string[] =>
  objects.areas.geometries.map(({ id }) => String(id));
