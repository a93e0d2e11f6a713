import { placeOf, type Place } from '../stats/place';
import { areas, type AreaFilter, type Fact, type TypeOf } from './areas';
import { byYear } from './ranking';

export interface PlaceRow extends Place {
  year: number;
  value: number;
}

/** Place of one area among the areas of a filter in every year it has a value; empty where it is not among them. */
export function placeAmong(
  rows: readonly Fact[],
  { teryt, ...filter }: { teryt: string } & AreaFilter,
  typeOf?: TypeOf,
): PlaceRow[] {
  return [...byYear(areas(rows, filter, typeOf))].flatMap(([year, all]) => {
    const values = all.map((row) => row.value);
    return all
      .filter((row) => row.teryt === teryt)
      .map(({ value }) => ({
        year,
        value,
        ...placeOf(value, values),
      }));
  });
}
