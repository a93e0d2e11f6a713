import type { AreaFilter, PlaceRow } from '../../query';
import type { Engine } from '../engine';
import { areas } from './filter';

/** `placeAmong` of `query/`, asked of the engine. */
export async function placeAmong(
  engine: Engine,
  { indicator, teryt, ...filter }: { indicator: string; teryt: string } & AreaFilter,
): Promise<PlaceRow[]> {
  const { sql, params } = await areas(engine, indicator, filter);
  const connection = await engine.start();
  return connection.query<PlaceRow>(
    `${sql}, placed AS (
       SELECT teryt, year, value, rank() OVER (PARTITION BY year ORDER BY value DESC) AS place,
         count(*) OVER (PARTITION BY year) AS n, count(*) OVER (PARTITION BY year, value) AS same
       FROM areas)
     SELECT year, value, place, place + same - 1 AS until, n FROM placed WHERE teryt = ? ORDER BY year`,
    [...params, teryt],
  );
}
