import type { AreaFilter, DistributionRow } from '../../query';
import type { Engine } from '../engine';
import { areas } from './filter';

/** `distribution` of `query/`, asked of the engine. */
export async function distribution(
  engine: Engine,
  { indicator, ...filter }: { indicator: string } & AreaFilter,
): Promise<DistributionRow[]> {
  const { sql, params } = await areas(engine, indicator, filter);
  const connection = await engine.start();
  return connection.query<DistributionRow>(
    `${sql}
     SELECT year, count(*) AS n, min(value) AS "min", quantile_cont(value, 0.25) AS low,
       quantile_cont(value, 0.5) AS median, quantile_cont(value, 0.75) AS high, max(value) AS "max"
     FROM areas GROUP BY year ORDER BY year`,
    params,
  );
}
