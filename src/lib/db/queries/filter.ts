import type { AreaFilter } from '../../query';
import { identifier, type Param } from '../connection';
import type { Engine } from '../engine';

/** A common table expression and its parameters, in order. */
export interface Clause {
  sql: string;
  params: Param[];
}

/** `areas`: what the function of this name of `query/areas.ts` means, as a table. */
export async function areas(engine: Engine, indicator: string, filter: AreaFilter): Promise<Clause> {
  const { level = 'gmina', within = null, type = null, breakdown = '', citiesApart = false } = filter;
  const values = identifier(await engine.values(indicator));
  const units = identifier(await engine.units());
  const isCity = `substr(teryt, 3, 2) >= '61'`;
  const own =
    level !== 'gmina'
      ? `SELECT teryt, year, value, doubt, source, anchor FROM comparable WHERE level = ?`
      : `SELECT teryt, year, value, doubt, source, anchor FROM comparable WHERE level = 'gmina'
         UNION ALL
         SELECT teryt || '01', year, value, doubt, source, anchor FROM comparable AS city
         WHERE level = 'powiat' AND ${isCity} AND NOT EXISTS (
           SELECT 1 FROM comparable AS own
           WHERE own.teryt = city.teryt || '01' AND own.year = city.year)`;
  const conditions = ['TRUE'];
  const params: Param[] = level === 'gmina' ? [breakdown] : [breakdown, level];
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
