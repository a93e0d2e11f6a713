import { KIND_NAMES } from '$lib/charts/style-of';
import type {
  AreaState,
  MapArea,
  MapSpec,
  Role,
  StripsSpec,
  SwarmMark,
  SwarmSpec,
  SwarmUnit,
} from '$lib/charts/spec';
import { isCityWithPowiatRights } from '$lib/domain';
import type { ValueRow } from '$lib/extract/rows';
import { comparePl } from '$lib/format/collate';
import { classLimits, type Classing } from '$lib/stats/classes';
import { quartiles } from '$lib/stats/distribution';
import type { Answer, Measure } from './answer';
import { stateOf } from './row-words';

/** Fewer values than this make no distribution and no map. */
export const FEWEST_DRAWN = 8;

const unitOf = (row: Answer['rows'][number]): SwarmUnit => ({
  teryt: row.teryt,
  name: row.name,
  value: row.value,
  state: stateOf(row),
});
const shared = ({ year, since }: Answer, { unit, decimals }: Measure, chosen: readonly string[]) => ({
  unit,
  decimals,
  year,
  since,
  chosen,
});

/** The distribution. */
export function swarmOf(
  answer: Answer,
  measure: Measure,
  chosen: readonly string[],
  marks: SwarmMark[],
): SwarmSpec {
  const { low, median, high } = answer.quartiles ?? { low: 0, median: 0, high: 0 };
  return {
    type: 'swarm',
    ...shared(answer, measure, chosen),
    units: answer.rows.map((row) => ({
      ...unitOf(row),
      ...(row.place === null ? {} : { place: row.place }),
      ...(row.until === undefined ? {} : { until: row.until }),
    })),
    missing: answer.missing.map(({ teryt, name }) => ({ teryt, name })),
    low,
    median,
    high,
    marks,
  };
}

/** Kinds that a value of an area above may be of, the one to show first. */
const PARENT_KINDS = ['area-published', 'area-computed', 'plain-mean'] as const;
/** Of the chosen gminy at most so many powiaty are marked. */
const MOST_POWIATY = 3;

/** The powiaty and the województwa of the areas chosen, where the indicator has values for them; each with its kind. */
export function marksOf(
  values: readonly ValueRow[],
  { year, since }: Answer,
  chosen: readonly string[],
  nameOf: (teryt: string) => string,
): SwarmMark[] {
  // A change of an area above is another number than the changes of its gminy.
  if (since !== null) return [];
  const above = [2, 4].flatMap((length) =>
    [
      ...new Set(chosen.filter((teryt) => teryt.length > length).map((teryt) => teryt.slice(0, length))),
    ].slice(0, MOST_POWIATY),
  );
  // A city with powiat rights is its own powiat.
  const others = above.filter((teryt) => !isCityWithPowiatRights(teryt));
  return others.flatMap((teryt) => {
    const own = values.filter(
      (row) =>
        row.teryt === teryt &&
        row.year === year &&
        row.preferred &&
        row.breakdown === '' &&
        row.value !== null,
    );
    const found = PARENT_KINDS.flatMap((kind) => own.find((row) => row.kind === kind) ?? [])[0];
    if (!found || found.value === null) return [];
    const role: Role = teryt.length === 4 ? 'powiat' : 'wojewodztwo';
    const name = nameOf(teryt);
    return [
      {
        label: found.kind === 'plain-mean' ? `${name}, średnia z gmin` : name,
        name: `${name} – ${KIND_NAMES[found.kind]}`,
        value: found.value,
        role,
        kind: found.kind,
      },
    ];
  });
}

/** What a map is about: gminy of one województwo, or powiaty. */
export interface Scope {
  level: 'gmina' | 'powiat';
  /** Two digits; empty for the whole country. */
  woj: string;
}

/** Gminy are drawn in one województwo; of the whole country powiaty, with the median of their gminy. */
export function scopeOf(level: Measure['level'], within: string | null, covered: readonly string[]): Scope {
  const [only = ''] = covered.length === 1 ? covered : [];
  const woj = (within ?? only).slice(0, 2);
  return { level: level === 'gmina' && woj !== '' ? 'gmina' : 'powiat', woj };
}

export interface MapInput {
  scope: Scope;
  classing: Classing;
  geometry: MapSpec['geometry'];
  /** Every area of the map with its name. */
  drawn: readonly { teryt: string; name: string }[];
}

/** The map; `null` of too few values. */
export function mapOf(
  answer: Answer,
  measure: Measure,
  chosen: readonly string[],
  { scope, classing, geometry, drawn }: MapInput,
): MapSpec | null {
  if (!answer.quartiles || answer.quartiles.n < FEWEST_DRAWN) return null;
  const areas =
    scope.level === measure.level ? ownAreas(answer, drawn) : summaries(answer, drawn, measure.level);
  const values = areas.flatMap(({ value, state }) => (value !== null && state === 'ok' ? [value] : []));
  return {
    type: 'map',
    ...shared(answer, measure, chosen),
    areas,
    ...classesOf(values, classing, answer.since === null ? measure.reference?.value : 0),
    counted: scope.level === 'gmina' ? 'gmin' : 'powiatów',
    geometry,
  };
}

/** Five classes of one hue; where a value divides them, two on each of its sides. */
export function classesOf(
  values: readonly number[],
  classing: Classing,
  reference: number | undefined,
): Pick<MapSpec, 'limits' | 'shades'> {
  const [below, above] = [
    values.filter((value) => reference !== undefined && value < reference),
    values.filter((value) => reference !== undefined && value >= reference),
  ];
  if (reference !== undefined && below.length > 0 && above.length > 0) {
    const lower = classLimits(below, classing, 2);
    const upper = classLimits(above, classing, 2).filter((limit) => limit > reference);
    return {
      limits: [...lower, reference, ...upper],
      shades: [...(lower.length > 0 ? ['d1', 'd2'] : ['d1']), ...(upper.length > 0 ? ['d4', 'd5'] : ['d5'])],
    };
  }
  const limits = classLimits(values, classing);
  const step = limits.length === 0 ? 0 : 4 / limits.length;
  return {
    limits,
    shades: Array.from({ length: limits.length + 1 }, (_, i) => `c${Math.round(i * step) + 1}`),
  };
}

function ownAreas(answer: Answer, drawn: MapInput['drawn']): MapArea[] {
  const rows = new Map(answer.rows.map((row) => [row.teryt, row]));
  const missing = new Set(answer.missing.map(({ teryt }) => teryt));
  return drawn.map(({ teryt, name }) => {
    const row = rows.get(teryt);
    const state: AreaState = row ? stateOf(row) : missing.has(teryt) ? 'missing' : 'outside';
    return { teryt, name, value: row?.value ?? null, state };
  });
}

/** Powiaty with the median of the gminy compared; a city with powiat rights is its own only gmina. */
function summaries(answer: Answer, drawn: MapInput['drawn'], level: Measure['level']): MapArea[] {
  if (level !== 'gmina') return ownAreas(answer, drawn);
  const values = new Map<string, number[]>();
  for (const { teryt, value, doubt } of answer.rows) {
    if (doubt !== undefined) continue;
    const powiat = teryt.slice(0, 4);
    values.set(powiat, [...(values.get(powiat) ?? []), value]);
  }
  const missing = new Set(answer.missing.map(({ teryt }) => teryt.slice(0, 4)));
  return drawn.map(({ teryt, name }) => {
    const found = quartiles(values.get(teryt) ?? []);
    if (found) return { teryt, name, value: found.median, state: 'ok', n: found.n };
    return { teryt, name, value: null, state: missing.has(teryt) ? 'missing' : 'outside' };
  });
}

/** A strip of gminy for each powiat of one województwo, the highest median first; `null` where that is no question. */
export function stripsOf(
  answer: Answer,
  measure: Measure,
  chosen: readonly string[],
  nameOf: (powiat: string) => string,
): StripsSpec | null {
  if (measure.level !== 'gmina' || answer.rows.length < FEWEST_DRAWN) return null;
  const groups = new Map<string, SwarmUnit[]>();
  for (const row of answer.rows) {
    const powiat = row.teryt.slice(0, 4);
    groups.set(powiat, [...(groups.get(powiat) ?? []), unitOf(row)]);
  }
  if (new Set([...groups.keys()].map((powiat) => powiat.slice(0, 2))).size !== 1) return null;
  const listed = [...groups].map(([teryt, units]) => ({
    teryt,
    name: nameOf(teryt),
    median:
      quartiles(units.flatMap(({ value, state }) => (state === 'doubtful' ? [] : [value])))?.median ?? null,
    units,
  }));
  return {
    type: 'strips',
    ...shared(answer, measure, chosen),
    groups: listed.sort(
      (a, b) => (b.median ?? -Infinity) - (a.median ?? -Infinity) || comparePl(a.name, b.name),
    ),
  };
}
