import type { ValueRow } from '$lib/extract/rows';
import { formatValue, type UnitName } from '$lib/format/value';

/** A count that a rate is made of, where it is published. */
export interface Count {
  role: 'numerator' | 'denominator' | 'families';
  name: string;
  unit: UnitName;
  values: readonly ValueRow[];
}

/** The indicators that the counts of a rate are. */
export const COUNT_ROLES = ['numerator', 'denominator', 'families'] as const;

/** Counts of an area and a year. */
export interface Known {
  role: Count['role'];
  name: string;
  unit: UnitName;
  value: number;
}

/** Finds the counts behind the rate of an area and a year: its own, as reported, and not in doubt. */
export function countFinder(counts: readonly Count[]): (teryt: string, year: number) => Known[] {
  const tables = counts.map((count) => ({
    count,
    values: new Map(
      count.values
        .filter(
          ({ kind, preferred, breakdown, doubt }) =>
            kind === 'reported' && preferred && breakdown === '' && doubt === null,
        )
        .map((row) => [`${row.teryt}|${row.year}`, row.value]),
    ),
  }));
  return (teryt, year) =>
    tables.flatMap(({ count: { role, name, unit }, values }) => {
      const value = values.get(`${teryt}|${year}`);
      return typeof value === 'number' ? [{ role, name, unit, value }] : [];
    });
}

/** `Liczba mieszkańców: 12 345 osób`; what is not known is not said. */
export const countText = (known: readonly Known[]): string =>
  known
    .filter(({ role }) => role !== 'families')
    .map(({ name, unit, value }) => `${name}: ${formatValue(value, unit)}`)
    .join(', ');
