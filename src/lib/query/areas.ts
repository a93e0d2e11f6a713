import { isCityWithPowiatRights, type GminaType, type Kind } from '../domain';
import type { ValueRow } from '../extract/rows';

/** Which areas a question is about. Left out: all. */
export interface AreaFilter {
  /** `gmina` is the default; another level for indicators known no lower. */
  level?: ValueRow['level'];
  /** Województwo (two digits) or powiat (four digits) the areas stand in. */
  within?: string | null;
  /** Type of the gminy. */
  type?: GminaType | null;
  breakdown?: string;
  /** Cities with powiat rights left out of the comparison. */
  citiesApart?: boolean;
}

/** Type of a gmina by its code: 1 miejska, 2 wiejska, 3 miejsko-wiejska. */
export type TypeOf = (teryt: string) => number | undefined;

/** What the questions below read of a published row. */
export type Fact = Pick<
  ValueRow,
  'teryt' | 'level' | 'year' | 'breakdown' | 'value' | 'kind' | 'preferred' | 'doubt' | 'source' | 'anchor'
>;

/** A row with a value. */
export type Known<Row extends Fact> = Row & { value: number };

const COMPARABLE: ReadonlySet<Kind> = new Set<Kind>(['reported', 'area-published', 'area-computed']);

/**
 * One value an area and year of one indicator, comparable ones only: a gmina's own (`reported`) or an area's
 * (`area-published`, `area-computed`), never forecasts or plain means.
 * Sources file a city with powiat rights now as a gmina and now as a powiat: among gminy it stands once, as gmina.
 * @param rows values of one indicator
 * @param typeOf needed where `type` is asked for
 */
export function areas<Row extends Fact>(
  rows: readonly Row[],
  { level = 'gmina', within = null, type = null, breakdown = '', citiesApart = false }: AreaFilter = {},
  typeOf?: TypeOf,
): Known<Row>[] {
  const comparable = rows.filter(
    (row): row is Known<Row> =>
      row.preferred && row.value !== null && row.breakdown === breakdown && COMPARABLE.has(row.kind),
  );
  const own = comparable.filter((row) => row.level === level);
  return (level === 'gmina' ? [...own, ...citiesAsGminy(comparable)] : own).filter(
    ({ teryt }) =>
      (within === null || teryt.startsWith(within)) &&
      (type === null || level !== 'gmina' || typeOf?.(teryt) === type) &&
      !(citiesApart && isCityWithPowiatRights(teryt)),
  );
}

/** Cities with powiat rights that a source files as a powiat only, under the code of their only gmina. */
function citiesAsGminy<Row extends Fact>(comparable: readonly Known<Row>[]): Known<Row>[] {
  const cities = comparable.filter((row) => row.level === 'powiat' && isCityWithPowiatRights(row.teryt));
  if (cities.length === 0) return [];
  const known = new Set(
    comparable
      .filter((row) => row.level === 'gmina' && isCityWithPowiatRights(row.teryt))
      .map((row) => `${row.teryt}|${row.year}`),
  );
  return cities
    .map((row) => ({ ...row, teryt: `${row.teryt}01`, level: 'gmina' as const }))
    .filter((row) => !known.has(`${row.teryt}|${row.year}`));
}
