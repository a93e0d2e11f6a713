import type { Engine } from '../engine';
import { areas, type AreaFilter } from './filter';

export interface PlaceRow {
  year: number;
  value: number;
  place: number;
  /** How many areas, this one included. */
  n: number;
  /** How many others have the very same value. */
  ties: number;
}

/** Place of one area among the areas of a filter in every year it has a value; empty where it is not among them. */
export async function placeAmong(
  engine: Engine,
  { indicator, teryt, ...filter }: { indicator: string; teryt: string } & AreaFilter,
): Promise<PlaceRow[]> {
  const { sql, params } = await areas(engine, indicator, filter);
  const connection = await engine.start();
  return connection.query<PlaceRow>(
    `${sql}, placed AS (
       SELECT teryt, year, value, rank() OVER (PARTITION BY year ORDER BY value DESC) AS place,
         count(*) OVER (PARTITION BY year) AS n, count(*) OVER (PARTITION BY year, value) - 1 AS ties
       FROM areas)
     SELECT year, value, place, n, ties FROM placed WHERE teryt = ? ORDER BY year`,
    [...params, teryt],
  );
}
