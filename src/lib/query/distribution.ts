import { quartiles, type Quartiles } from '../stats/distribution';
import { areas, type AreaFilter, type Fact, type TypeOf } from './areas';
import { byYear } from './ranking';

export interface DistributionRow extends Quartiles {
  year: number;
  min: number;
  max: number;
}

/** Quartiles over areas by year, ascending. */
export function distribution(
  rows: readonly Fact[],
  filter: AreaFilter = {},
  typeOf?: TypeOf,
): DistributionRow[] {
  return [...byYear(areas(rows, filter, typeOf))].flatMap(([year, own]) => {
    const values = own.map((row) => row.value);
    const found = quartiles(values);
    return found ? [{ year, ...found, min: Math.min(...values), max: Math.max(...values) }] : [];
  });
}
