import type { AreaFilter } from '../../query';
import type { Engine } from '../engine';
import { areas } from './filter';

/** A condition on an indicator. A bound that is null is none. */
export interface Condition {
  indicator: string;
  from: number | null;
  to: number | null;
}

/** Codes of the areas whose value lies within the bounds, in the latest year known up to the one given; by code. */
export async function matching(
  engine: Engine,
  { indicator, from, to, year, ...filter }: Condition & { year: number } & AreaFilter,
): Promise<string[]> {
  const { sql, params } = await areas(engine, indicator, filter);
  const connection = await engine.start();
  const rows = await connection.query<{ teryt: string }>(
    `${sql}
     SELECT teryt FROM areas
     WHERE year = (SELECT max(year) FROM areas WHERE year <= ?)
       AND value >= coalesce(?, value) AND value <= coalesce(?, value)
     ORDER BY teryt`,
    [...params, year, from, to],
  );
  return rows.map((row) => row.teryt);
}
