import { areas, type AreaFilter, type Fact, type Known, type TypeOf } from './areas';

/** Rows by value, the highest first; equal values by code. */
export const highestFirst = (
  a: { value: number; teryt: string },
  b: { value: number; teryt: string },
): number => b.value - a.value || (a.teryt < b.teryt ? -1 : 1);

/** Places of values sorted highest first: 1 is the highest, equal values share the better place. */
export function placesOf(sorted: readonly number[]): number[] {
  let place = 0;
  return sorted.map((value, index) => {
    if (value !== sorted[index - 1]) place = index + 1;
    return place;
  });
}

/** Areas by the value of one year, with their places, the highest first; equal values by code. */
export function ranking<Row extends Fact>(
  rows: readonly Row[],
  { year, ...filter }: { year: number } & AreaFilter,
  typeOf?: TypeOf,
): (Known<Row> & { place: number })[] {
  const sorted = areas(
    rows.filter((row) => row.year === year),
    filter,
    typeOf,
  ).sort(highestFirst);
  const places = placesOf(sorted.map((row) => row.value));
  return sorted.map((row, index) => ({ ...row, place: places[index] ?? 0 }));
}

/** Years in which the areas have values, with how many of them, ascending. */
export function years(
  rows: readonly Fact[],
  filter: AreaFilter = {},
  typeOf?: TypeOf,
): { year: number; n: number }[] {
  return [...byYear(areas(rows, filter, typeOf))].map(([year, { length: n }]) => ({ year, n }));
}

/** The same rows by year, ascending. */
export function byYear<Row extends { year: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.year);
    if (group) group.push(row);
    else groups.set(row.year, [row]);
  }
  return new Map([...groups].sort(([a], [b]) => a - b));
}
