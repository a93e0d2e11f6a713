import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { z } from 'zod';

/** Names under which files of boundaries carry the code, the most usual first; case does not matter. */
const CODE_NAMES = ['teryt', 'terc', 'jpt_kod_je', 'kod_teryt', 'teryt_gmi', 'kod', 'kod_gmi', 'code', 'id'];
const NAME_NAMES = ['name', 'nazwa', 'jpt_nazwa_', 'gmina'];

const properties = z.record(z.string(), z.unknown()).nullish();
const fileSchema = z.union([
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.union([z.string(), z.number()]).optional(),
        properties,
        geometry: z.object({ type: z.string() }).loose().nullable(),
      }),
    ),
  }),
  z.object({
    type: z.literal('Topology'),
    objects: z.record(z.string(), z.object({ type: z.string() }).loose()),
  }),
]);

type Area = Feature<Polygon | MultiPolygon>;

/**
 * Areas of a GeoJSON or TopoJSON file in degrees; other geometries are left aside.
 * @throws in words where the file is neither, or its places are no degrees
 */
export function areasOf(text: string): Area[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new Error('not a JSON file', { cause });
  }
  const read = fileSchema.safeParse(content);
  if (!read.success) throw new Error('neither a FeatureCollection of GeoJSON nor a Topology of TopoJSON');
  const features: Feature<Geometry | null>[] =
    read.data.type === 'FeatureCollection'
      ? (content as FeatureCollection).features
      : Object.values((content as Topology).objects).flatMap((object) =>
          object.type === 'GeometryCollection'
            ? feature(content as Topology, object as GeometryCollection).features
            : [],
        );
  const areas = features.filter(
    (one): one is Area => one.geometry?.type === 'Polygon' || one.geometry?.type === 'MultiPolygon',
  );
  if (areas.length === 0) throw new Error('no polygons in it');
  const [east = NaN, north = NaN] = firstPlace(areas[0]);
  if (!(east > 10 && east < 30 && north > 45 && north < 60))
    throw new Error(
      `places are not degrees of Poland (${east}, ${north}): convert the file to EPSG:4326 first`,
    );
  return areas;
}

function firstPlace(area: Area | undefined): number[] {
  let place: unknown = area?.geometry.coordinates;
  while (Array.isArray(place) && Array.isArray(place[0])) place = place[0];
  return Array.isArray(place) ? place.map(Number) : [];
}

export interface Joined {
  /** Areas by code; a gmina may have several, as its town and its villages. */
  byCode: Map<string, Area[]>;
  /** Areas of the file that no gmina has the code of: code and name as they stand there. */
  strangers: string[];
  /** The property the codes stand in. */
  property: string;
}

/**
 * Areas joined with gminy on six digits: the seventh, the type of a gmina, changes in time. A code that was kept as a number
 * has lost its first zero. @throws where no property holds codes
 */
export function joined(areas: readonly Area[], known: ReadonlySet<string>): Joined {
  const codesOf = (area: Area, property: string): string[] => candidates(valueOf(area, property));
  const names = [...new Set(areas.flatMap((area) => [...Object.keys(area.properties ?? {}), 'id']))];
  const fits = (property: string) =>
    areas.filter((area) => codesOf(area, property).some((code) => known.has(code))).length;
  const usual = (property: string) => {
    const at = CODE_NAMES.indexOf(property.toLowerCase());
    return at === -1 ? CODE_NAMES.length : at;
  };
  const [best] = names
    .map((property) => ({ property, n: fits(property) }))
    .sort((a, b) => b.n - a.n || usual(a.property) - usual(b.property));
  if (!best || best.n === 0)
    throw new Error(`no property holds TERYT codes of gminy (looked at: ${names.slice(0, 12).join(', ')})`);
  const byCode = new Map<string, Area[]>();
  const strangers: string[] = [];
  for (const area of areas) {
    const codes = codesOf(area, best.property);
    const code = codes.find((one) => known.has(one));
    if (code === undefined) strangers.push(`${textOf(valueOf(area, best.property))} ${nameOf(area)}`.trim());
    else byCode.set(code, [...(byCode.get(code) ?? []), area]);
  }
  return { byCode, strangers, property: best.property };
}

const valueOf = (area: Area, property: string): unknown =>
  area.properties?.[property] ?? (property === 'id' ? area.id : undefined);

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Codes of six digits that a value may mean. */
function candidates(value: unknown): string[] {
  const digits = textOf(value).trim().replace(/_/g, '');
  if (/^\d{7}$/.test(digits)) return [digits.slice(0, 6)];
  if (/^\d{6}$/.test(digits)) return [digits, `0${digits}`.slice(0, 6)];
  return /^\d{5}$/.test(digits) ? [`0${digits}`] : [];
}

function nameOf(area: Area): string {
  for (const [key, value] of Object.entries(area.properties ?? {}))
    if (NAME_NAMES.includes(key.toLowerCase()) && typeof value === 'string') return value;
  return '';
}
