import type { AreaFilter, Fact, Known } from '../../query';
import type { Engine } from '../engine';
import { areas } from './filter';

export type RankingRow = Pick<Known<Fact>, 'teryt' | 'value' | 'doubt' | 'source' | 'anchor'> & {
  place: number;
};

/** `ranking` of `query/`, asked of the engine. */
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

/** `years` of `query/`, asked of the engine. */
export async function years(
  engine: Engine,
  { indicator, ...filter }: { indicator: string } & AreaFilter,
): Promise<{ year: number; n: number }[]> {
  const { sql, params } = await areas(engine, indicator, filter);
  const connection = await engine.start();
  return connection.query(`${sql} SELECT year, count(*) AS n FROM areas GROUP BY year ORDER BY year`, params);
}
