import { describe, expect, test } from 'vitest';
import { explore, type Question } from '../../../src/lib/query';

const row = (teryt: string, year: number, value: number | null, extra: object = {}) => ({
  teryt,
  level: 'gmina' as const,
  year,
  breakdown: '',
  value,
  kind: 'reported' as const,
  preferred: true,
  doubt: null as string | null,
  confidence: 1,
  source: 's',
  anchor: 'a',
  ...extra,
});
const LISTED = ['120101', '120102', '120103', '120201'].map((teryt, i) => ({ teryt, type: i === 1 ? 1 : 2 }));
const PEOPLE: Record<string, number> = { '120101': 4000, '120102': 5000, '120103': 9000 };
const ask = (rows: ReturnType<typeof row>[], part: Partial<Question> = {}) =>
  explore(
    rows,
    LISTED,
    { level: 'gmina', year: 2024, since: null, within: null, type: null, people: null, only: null, ...part },
    (teryt) => PEOPLE[teryt],
  );
const ROWS = [
  row('120101', 2024, 3),
  row('120102', 2024, 5),
  row('120101', 2015, 1),
  row('120103', 2024, null),
];

describe('the question that all views share', () => {
  test('counts the areas it is about, and names those without a value', () => {
    const { rows, missing, of } = ask(ROWS);
    expect(rows.map(({ teryt }) => teryt)).toEqual(['120101', '120102']);
    expect(missing).toEqual(['120103', '120201']);
    expect(of).toBe(4);
  });
  test('leaves an area of unknown population out of a band of population; its ends belong to it', () => {
    expect(ask(ROWS, { people: { from: 5000, to: 9000 } }).of).toBe(2);
    expect(ask(ROWS, { people: { from: null, to: 4000 } }).of).toBe(1);
  });
  test('keeps to an area, a type and a list', () => {
    expect(ask(ROWS, { within: '1202' }).missing).toEqual(['120201']);
    expect(ask(ROWS, { type: 1 }).rows.map(({ teryt }) => teryt)).toEqual(['120102']);
    expect(ask(ROWS, { only: new Set(['120101']) }).of).toBe(1);
  });
  test('asks changes only of areas with both values; a doubt of either is one of the change', () => {
    const { rows, missing } = ask([...ROWS, row('120102', 2015, 9, { doubt: 'odczyt', confidence: 0.5 })], {
      since: 2015,
    });
    expect(
      rows.map(({ teryt, value, before, doubt, confidence }) => [teryt, value, before, doubt, confidence]),
    ).toEqual([
      ['120101', 2, 1, null, 1],
      ['120102', -4, 9, 'odczyt', 0.5],
    ]);
    expect(missing).toEqual(['120103', '120201']);
  });
  test('never makes a change of two kinds of value', () => {
    const { rows } = ask([row('120101', 2024, 3), row('120101', 2015, 1, { kind: 'area-computed' })], {
      since: 2015,
    });
    expect(rows).toEqual([]);
  });
});
