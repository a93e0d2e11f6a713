import type { ValueRow } from '../../extract';
import { identifier } from '../connection';
import type { Engine } from '../engine';

export type TrendRow = Omit<ValueRow, 'indicator' | 'preferred'>;

/** `trend` of `query/`, asked of the engine: what a published row says but for the question's own indicator. */
export async function trend(
  engine: Engine,
  { indicator, units, breakdown = '' }: { indicator: string; units: readonly string[]; breakdown?: string },
): Promise<TrendRow[]> {
  if (units.length === 0) return [];
  const table = identifier(await engine.values(indicator));
  const connection = await engine.start();
  return connection.query<TrendRow>(
    `SELECT teryt, level, year, breakdown, value, missing, unit, kind, confidence, doubt, source, anchor, formula
     FROM ${table}
     WHERE preferred AND breakdown = ? AND teryt IN (${units.map(() => '?').join(', ')})
     ORDER BY teryt, kind, year`,
    [breakdown, ...units],
  );
}
