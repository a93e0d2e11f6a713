import type { ValueRow } from '../extract/rows';

type Told = Pick<ValueRow, 'teryt' | 'indicator' | 'year' | 'breakdown' | 'kind' | 'preferred'>;

const compare = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * How an indicator went in some areas: every year and kind, missing ones with their reason, one place a fact.
 * Ordered by area, kind, year.
 * @param rows of either partition: all of the indicator, or all of the areas
 */
export function trend<Row extends Told>(
  rows: readonly Row[],
  { indicator, units, breakdown = '' }: { indicator: string; units: readonly string[]; breakdown?: string },
): Row[] {
  const asked = new Set(units);
  return rows
    .filter(
      (row) =>
        row.preferred && row.indicator === indicator && row.breakdown === breakdown && asked.has(row.teryt),
    )
    .sort((a, b) => compare(a.teryt, b.teryt) || compare(a.kind, b.kind) || a.year - b.year);
}
