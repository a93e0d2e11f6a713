import { isCityWithPowiatRights, type MissingReason } from '../domain';
import type { ValueRow } from '../extract/rows';
import { positionOf } from '../stats/position';
import { areas, type Fact, type Known } from './areas';

type Told = Fact & Pick<ValueRow, 'missing'>;

/** One of the units put side by side, in one indicator and year. */
export interface BesideCell<Row extends Told> {
  teryt: string;
  /** The value; `null` where there is none for the year. */
  row: Known<Row> | null;
  /** Why there is none, where the source says so. */
  missing: MissingReason | null;
  /** Latest year in which there is one, where there is none for this. */
  lastYear: number | null;
  /** A city with powiat rights in an indicator that is compared without them: shown, and held against nobody. */
  apart: boolean;
  /** 0–100 among all sure values of the year; `null` without a sure value, for a city apart, and among too few. */
  position: number | null;
}

export interface SideBySide<Row extends Told> {
  /** The one year of all cells: values of different years do not stand in one row. `null` where no unit has a value. */
  year: number | null;
  /** Years in which any of the units has a value, ascending. */
  years: number[];
  cells: BesideCell<Row>[];
  /** How many units the positions are among. */
  n: number;
}

/** Among fewer values a position says nothing. */
export const FEWEST_PLACED = 8;

/**
 * Units side by side in one indicator. Without a wish the year is the one in which most of them have a value, of several
 * the latest.
 * @param rows all values of the indicator
 */
export function sideBySide<Row extends Told>(
  rows: readonly Row[],
  units: readonly string[],
  { year: wanted = null, citiesApart = false }: { year?: number | null; citiesApart?: boolean } = {},
): SideBySide<Row> {
  const known = areas(rows);
  const own = new Map<string, Known<Row>>();
  const counts = new Map<number, number>();
  const chosen = new Set(units);
  for (const row of known) {
    if (!chosen.has(row.teryt)) continue;
    own.set(`${row.teryt}|${row.year}`, row);
    counts.set(row.year, (counts.get(row.year) ?? 0) + 1);
  }
  const years = [...counts.keys()].sort((a, b) => a - b);
  const most = Math.max(0, ...counts.values());
  const year = wanted ?? years.findLast((one) => counts.get(one) === most) ?? null;
  const apart = (teryt: string) => citiesApart && isCityWithPowiatRights(teryt);
  const sure = known
    .filter((row) => row.year === year && row.doubt === null && !apart(row.teryt))
    .map((row) => row.value);
  return {
    year,
    years,
    n: sure.length,
    cells: units.map((teryt) => {
      const row = own.get(`${teryt}|${year}`) ?? null;
      const placed = row !== null && row.doubt === null && !apart(teryt) && sure.length >= FEWEST_PLACED;
      return {
        teryt,
        row,
        missing:
          row === null
            ? (rows.find((one) => one.teryt === teryt && one.year === year && one.breakdown === '')
                ?.missing ?? null)
            : null,
        lastYear: row === null ? (years.findLast((one) => own.has(`${teryt}|${one}`)) ?? null) : null,
        apart: apart(teryt),
        position: placed ? positionOf(row.value, sure) : null,
      };
    }),
  };
}
