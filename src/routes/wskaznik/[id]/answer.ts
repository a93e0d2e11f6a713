import { rankRows } from '$lib/components/rank';
import type { RankRow } from '$lib/components/rank-row';
import { isCityWithPowiatRights, type Indicator } from '$lib/domain';
import { GMINA_TYPES, type GminaType } from '$lib/domain/gmina-types';
import type { ValueRow } from '$lib/extract/rows';
import { formatChange, formatValue } from '$lib/format/value';
import { comparedQuartiles, explore, type Question } from '$lib/query';
import type { Quartiles } from '$lib/stats/distribution';
import type { ExploredRow } from './row-words';

/** What the views of an indicator know of it. */
export type Measure = Pick<
  Indicator,
  'id' | 'name' | 'unit' | 'decimals' | 'level' | 'citiesApart' | 'theme' | 'reference'
>;

/** An area as the views list it. */
export interface ListedArea {
  teryt: string;
  name: string;
  /** What tells it from others of its name: its powiat. */
  sub: string;
  type: number;
}

/** What ranking, distribution and map show. */
export interface Answer {
  year: number;
  since: number | null;
  /** Highest first. */
  rows: ExploredRow[];
  missing: ListedArea[];
  /** How many areas the question is about. */
  of: number;
  quartiles: Quartiles | null;
}

/** A gmina as the list of all gminy has it. */
export interface Unit {
  teryt: string;
  name: string;
  type: number;
  powiat: string;
}

/** All areas of a level in the województwa that an indicator is known of. */
export function listedAreas(
  units: readonly Unit[],
  level: Measure['level'],
  covered: ReadonlySet<string>,
): ListedArea[] {
  const own = units.filter(({ teryt }) => covered.has(teryt.slice(0, 2)));
  const powiatOf = ({ teryt, powiat }: Unit) => (isCityWithPowiatRights(teryt) ? powiat : `powiat ${powiat}`);
  if (level === 'gmina')
    return own.map((unit) => ({
      teryt: unit.teryt,
      name: unit.name,
      sub: isCityWithPowiatRights(unit.teryt) ? '' : powiatOf(unit),
      type: unit.type,
    }));
  const powiaty = new Map(own.map((unit) => [unit.teryt.slice(0, 4), powiatOf(unit)]));
  return [...powiaty].map(([teryt, name]) => ({ teryt, name, sub: '', type: 0 }));
}

/** The answer that all views share; values stay what they are, places and words are added. */
export function answerOf(
  values: readonly ValueRow[],
  listed: readonly ListedArea[],
  measure: Measure,
  question: Omit<Question, 'level'>,
  peopleOf: (teryt: string) => number | undefined,
): Answer {
  const byTeryt = new Map(listed.map((area) => [area.teryt, area]));
  const found = explore(values, listed, { ...question, level: measure.level }, peopleOf);
  const before = new Map(found.rows.map((row) => [row.teryt, row.before]));
  const ranked = rankRows(found.rows, measure, {
    name: (teryt) => byTeryt.get(teryt)?.name ?? teryt,
    sub: (teryt) => byTeryt.get(teryt)?.sub ?? '',
    type: (teryt) => GMINA_TYPES[byTeryt.get(teryt)?.type as GminaType] ?? '',
  });
  const { year, since } = question;
  const rows = since === null ? ranked : asChanges(ranked, before, measure, { year, since });
  return {
    year,
    since,
    rows,
    missing: found.missing.flatMap((teryt) => byTeryt.get(teryt) ?? []),
    of: found.of,
    quartiles: comparedQuartiles(rows),
  };
}

/** Bars from zero to either side, the change with its sign and both values; it has no place in a source. */
function asChanges(
  ranked: readonly RankRow[],
  before: ReadonlyMap<string, number | null>,
  { unit, decimals }: Measure,
  { year, since }: { year: number; since: number },
): ExploredRow[] {
  const most = Math.max(...ranked.map(({ value }) => Math.abs(value))) || 1;
  return ranked.map(({ teryt, name, sub, value, place, until, doubt }) => {
    const was = before.get(teryt) ?? 0;
    const print = (one: number) => formatValue(one, unit, decimals);
    return {
      teryt,
      name,
      value,
      place,
      before: was,
      text: formatChange(value, unit, decimals),
      share: Math.abs(value) / most,
      sub: `${sub === '' ? '' : `${sub}; `}${print(was)} (${since}) → ${print(was + value)} (${year})`,
      ...(until === undefined ? {} : { until }),
      ...(doubt === undefined ? {} : { doubt }),
    };
  });
}
