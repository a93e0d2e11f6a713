import type { Engine } from '../engine';
import { areas, type AreaFilter } from './filter';

export interface RankingRow {
  teryt: string;
  value: number;
  /** 1 is the highest value; equal values share the better place. */
  place: number;
  doubt: string | null;
  source: string;
  anchor: string;
}

/** Areas by the value of one year, the highest first; equal values by code. */
export async function ranking(
  engine: Engine,
  { indicator, year, ...filter }: { indicator: string; year: number } & AreaFilter,
): Promise<RankingRow[]> {
  const { sql, params } = await areas(engine, indicator, filter);
  const connection = await engine.start();
  return connection.query<RankingRow>(
    `${sql}
     SELECT teryt, value, rank() OVER (ORDER BY value DESC) AS place, doubt, source, anchor
     FROM areas WHERE year = ? ORDER BY value DESC, teryt`,
    [...params, year],
  );
}

/** Years in which the areas have values, with how many of them, ascending. */
export async function years(
  engine: Engine,
  { indicator, ...filter }: { indicator: string } & AreaFilter,
): Promise<{ year: number; n: number }[]> {
  const { sql, params } = await areas(engine, indicator, filter);
  const connection = await engine.start();
  return connection.query(`${sql} SELECT year, count(*) AS n FROM areas GROUP BY year ORDER BY year`, params);
}
