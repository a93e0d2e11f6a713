import type { MapArea, MapSpec, StripsSpec, SwarmSpec } from '$lib/charts/spec';
import { areaText } from '$lib/charts/area-text';
import { isCityWithPowiatRights, type Break } from '$lib/domain';
import type { ValueRow } from '$lib/extract/rows';
import type { Tile } from '$lib/geo/geometry';
import type { Question } from '$lib/query';
import type { Classing } from '$lib/stats/classes';
import { answerOf, listedAreas, type Answer, type ListedArea, type Measure, type Unit } from './answer';
import type { Known } from './counts';
import { tileGeometry } from './grounds';
import type { ExploredRow } from './row-words';
import { FEWEST_DRAWN, mapOf, marksOf, scopeOf, stripsOf, swarmOf, type Scope } from './views';
import { breaksBetween, changeCaveats, countSentence, reading, wordsOf, type Said } from './words';

/** What the views of an indicator are made of. */
export interface Materials {
  measure: Measure;
  /** Every value of the indicator. */
  values: readonly ValueRow[];
  /** Every gmina of the country. */
  units: readonly Unit[];
  /** Gminy that have not always been there: code, first and last year. */
  lifetimes: readonly (readonly [string, number | null, number | null])[];
  /** Województwa that the indicator is known of. */
  covered: readonly string[];
  /** The same with their names. */
  wojewodztwa: readonly { teryt: string; name: string }[];
  breaks: readonly Pick<Break, 'year' | 'label' | 'reason' | 'effect'>[];
  /** The value is counted per inhabitant, or is a share of them. */
  perPerson: boolean;
  countsOf: (teryt: string, year: number) => Known[];
  /** Inhabitants, where a filter asks for them. */
  peopleOf: (teryt: string) => number | undefined;
  tiles: readonly Tile[];
}

/** What a reader has asked for. */
export interface Choice extends Omit<Question, 'level'> {
  chosen: readonly string[];
  classing: Classing;
}

export interface Views {
  answer: Answer;
  swarm: SwarmSpec | null;
  map: MapSpec | null;
  /** The map is of boundaries, of one tile a gmina, or of one tile a powiat. */
  ground: 'shapes' | 'gminy' | 'powiaty';
  strips: StripsSpec | null;
  /** All of it as one table, to hand on. */
  table: SwarmSpec;
  counts: string;
  reading: string;
  caveats: string[];
  /** Areas that a reader has chosen and then left outside the conditions: listed, counted nowhere. */
  beyond: ExploredRow[];
  /** Chosen areas without a value. */
  silent: ListedArea[];
  /** What is read of areas of the map that have no row of their own. */
  told: { teryt: string; name: string; text: string }[];
}

/** What the map of a choice is about. */
export const mapScope = (
  { measure, covered }: Pick<Materials, 'measure' | 'covered'>,
  choice: Pick<Choice, 'within'>,
): Scope => scopeOf(measure.level, choice.within, covered);

/**
 * Ranking, distribution, map and strips of one question.
 * @param shapes boundaries of the map, where an operator has brought them
 */
export function viewsOf(materials: Materials, choice: Choice, shapes: MapSpec['geometry'] | null): Views {
  const { measure, values, covered, breaks, perPerson } = materials;
  const units = unitsOf(materials, choice.year);
  const listed = listedAreas(units, measure.level, new Set(covered));
  const answer = answerOf(values, listed, measure, choice, materials.peopleOf);
  const powiatName = powiatNames(units);
  const scope = mapScope(materials, choice);
  const drawn =
    scope.level === 'gmina'
      ? units.filter(({ teryt }) => teryt.startsWith(scope.woj)).map(({ teryt, name }) => ({ teryt, name }))
      : materials.tiles
          .filter(({ teryt }) => teryt.startsWith(scope.woj))
          .map(({ teryt }) => ({ teryt, name: powiatName(teryt) }));
  const geometry = shapes ?? tileGeometry(scope, drawn, materials.tiles, powiatName);
  const { since, year } = choice;
  const table = swarmOf(
    answer,
    measure,
    choice.chosen,
    marksOf(values, answer, choice.chosen, areaNames(materials)),
  );
  const map =
    drawn.length === 0
      ? null
      : mapOf(answer, measure, choice.chosen, { scope, classing: choice.classing, geometry, drawn });
  return {
    answer,
    table,
    swarm: (answer.quartiles?.n ?? 0) < FEWEST_DRAWN ? null : table,
    map,
    ground: shapes ? 'shapes' : scope.level === 'gmina' ? 'gminy' : 'powiaty',
    strips: stripsOf(answer, measure, choice.chosen, powiatName),
    counts: countSentence(answer, measure.level),
    reading: reading(answer, measure),
    caveats: since === null ? [] : changeCaveats(breaks, { since, year }, perPerson),
    ...chosenBeyond(materials, choice, listed, answer),
    told: map ? map.areas.map((area) => toldOf(area, map)) : [],
  };
}

/** What is known of the chosen areas that are not in the answer. */
function chosenBeyond(
  { values, measure, peopleOf }: Materials,
  choice: Choice,
  listed: readonly ListedArea[],
  answer: Answer,
): Pick<Views, 'beyond' | 'silent'> {
  const shown = new Set(answer.rows.map(({ teryt }) => teryt));
  const only = new Set(choice.chosen.filter((teryt) => !shown.has(teryt)));
  if (only.size === 0) return { beyond: [], silent: [] };
  const open = { ...choice, within: null, type: null, people: null, only };
  const { rows, missing } = answerOf(values, listed, measure, open, peopleOf);
  return {
    // Among themselves they have no places either.
    beyond: rows.map(({ teryt, name, sub, value, text, before, doubt, source, anchor }) => ({
      teryt,
      name,
      sub,
      value,
      text,
      place: null,
      outside: true,
      // A bar would be read against those of the others, which end at their own highest value.
      share: 0,
      ...(before === undefined ? {} : { before }),
      ...(doubt === undefined ? {} : { doubt }),
      ...(source === undefined ? {} : { source }),
      ...(anchor === undefined ? {} : { anchor }),
    })),
    silent: missing,
  };
}

/** Gminy that there were in a year. */
function unitsOf({ units, lifetimes }: Materials, year: number): readonly Unit[] {
  const gone = new Set(
    lifetimes
      .filter(([, since, until]) => (since !== null && since > year) || (until !== null && until < year))
      .map(([teryt]) => teryt),
  );
  return gone.size === 0 ? units : units.filter(({ teryt }) => !gone.has(teryt));
}

/** What is worth saying of an answer. Movers since the year before are named where no break lies between. */
export function saidOf(materials: Materials, choice: Choice, answer: Answer): Said[] {
  const { measure, values, covered, breaks, countsOf } = materials;
  const units = unitsOf(materials, choice.year);
  const before = choice.year - 1;
  const broken = breaksBetween(breaks, before, choice.year).some(({ effect }) => effect === 'break');
  const listed: ListedArea[] = listedAreas(units, measure.level, new Set(covered));
  const latest =
    choice.since !== null || broken
      ? null
      : answerOf(values, listed, measure, { ...choice, since: before }, materials.peopleOf);
  return wordsOf({ answer, measure, countsOf, latest, chosen: choice.chosen });
}

function toldOf({ teryt, name, value, state, n }: MapArea, spec: MapSpec): Views['told'][number] {
  if (value === null) return { teryt, name, text: state === 'outside' ? 'poza wyborem' : 'brak danych' };
  const median = n === undefined ? '' : `mediana gmin (n = ${n}): `;
  return { teryt, name, text: `${median}${areaText(value, spec)}` };
}

/** Names of powiaty and of the województwo above. */
export function areaNames({
  units,
  wojewodztwa,
}: Pick<Materials, 'units' | 'wojewodztwa'>): (teryt: string) => string {
  const powiatName = powiatNames(units);
  const gminy = new Map(units.map(({ teryt, name }) => [teryt, name]));
  return (teryt) =>
    teryt.length === 6
      ? (gminy.get(teryt) ?? teryt)
      : teryt.length === 4
        ? powiatName(teryt)
        : (wojewodztwa.find((one) => one.teryt === teryt)?.name.replace('województwo', 'woj.') ?? teryt);
}

function powiatNames(units: readonly Unit[]): (teryt: string) => string {
  const names = new Map(units.map(({ teryt, powiat }) => [teryt.slice(0, 4), powiat]));
  return (teryt) => {
    const name = names.get(teryt) ?? teryt;
    return isCityWithPowiatRights(teryt) ? name : `powiat ${name}`;
  };
}
