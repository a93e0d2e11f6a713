import type { GminaType } from '../../domain';
import { identifier, type Param } from '../connection';
import type { Engine } from '../engine';

/** Which areas a question is about. Left out: all. */
export interface AreaFilter {
  /** `gmina` (the default) or `powiat`, for indicators known no lower. */
  level?: 'gmina' | 'powiat';
  /** Województwo (two digits) or powiat (four digits) the areas stand in. */
  within?: string | null;
  /** Type of the gminy. */
  type?: GminaType | null;
  breakdown?: string;
  /** Cities with powiat rights left out of the comparison. */
  citiesApart?: boolean;
}

/** A common table expression and its parameters, in order. */
export interface Clause {
  sql: string;
  params: Param[];
}

/**
 * `areas`: one value an area and year of one indicator, comparable ones only: a gmina's own (`reported`) or an area's
 * (`area-published`, `area-computed`), never forecasts or plain means.
 * Sources file a city with powiat rights now as a gmina and now as a powiat: among gminy it stands once, as gmina.
 */
export async function areas(engine: Engine, indicator: string, filter: AreaFilter): Promise<Clause> {
  const { level = 'gmina', within = null, type = null, breakdown = '', citiesApart = false } = filter;
  const values = identifier(await engine.values(indicator));
  const units = identifier(await engine.units());
  const isCity = `substr(teryt, 3, 2) >= '61'`;
  const own =
    level === 'powiat'
      ? `SELECT teryt, year, value, doubt, source, anchor FROM comparable WHERE level = 'powiat'`
      : `SELECT teryt, year, value, doubt, source, anchor FROM comparable WHERE level = 'gmina'
         UNION ALL
         SELECT teryt || '01', year, value, doubt, source, anchor FROM comparable AS city
         WHERE level = 'powiat' AND ${isCity} AND NOT EXISTS (
           SELECT 1 FROM comparable AS own
           WHERE own.teryt = city.teryt || '01' AND own.year = city.year)`;
  const conditions = ['TRUE'];
  const params: Param[] = [breakdown];
  if (within !== null) {
    conditions.push('starts_with(teryt, ?)');
    params.push(within);
  }
  if (type !== null && level === 'gmina') {
    conditions.push(`teryt IN (SELECT teryt FROM ${units} WHERE type = ?)`);
    params.push(type);
  }
  if (citiesApart) conditions.push(`NOT (${isCity})`);
  const sql = `WITH comparable AS (
      SELECT teryt, level, year, value, doubt, source, anchor FROM ${values}
      WHERE preferred AND value IS NOT NULL AND breakdown = ?
        AND kind IN ('reported', 'area-published', 'area-computed')
    ), areas AS (
      SELECT teryt, year, value, doubt, source, anchor FROM (${own}) WHERE ${conditions.join(' AND ')}
    )`;
  return { sql, params };
}
