import { describe, expect, test } from 'vitest';
import { sideBySide, type Fact } from '../../../src/lib/query';
import type { ValueRow } from '../../../src/lib/extract';

type Row = Fact & Pick<ValueRow, 'missing'>;
const row = (teryt: string, year: number, value: number | null, more: Partial<Row> = {}): Row => ({
  teryt,
  level: 'gmina',
  year,
  breakdown: '',
  value,
  missing: value === null ? 'unreadable' : null,
  kind: 'reported',
  preferred: true,
  doubt: null,
  source: 'zmyslone',
  anchor: `a-${teryt}-${year}`,
  ...more,
});
const many = (year: number, n: number): Row[] =>
  Array.from({ length: n }, (_, index) => row(String(130101 + index), year, index));

describe('units side by side', () => {
  test('stand in one year: the one most of them have, of several the latest, and the wished one where there is a wish', () => {
    const rows = [
      row('120101', 2019, 1),
      row('120102', 2019, 2),
      row('120101', 2020, 3),
      row('120102', 2021, 4),
      row('120101', 2018, 5),
      row('120102', 2018, 6),
    ];
    const units = ['120101', '120102'];
    expect(sideBySide(rows, units).year).toBe(2019);
    const wished = sideBySide(rows, units, { year: 2021 });
    expect(wished.year).toBe(2021);
    expect(wished.cells.map((cell) => cell.row?.value ?? null)).toEqual([null, 4]);
    // Another year's value is named and never filled in.
    expect(wished.cells[0]?.lastYear).toBe(2020);
  });

  test('keep their order, and a missing value is no zero but has its reason', () => {
    const rows = [row('120101', 2020, 7), row('120102', 2020, null), row('120103', 2020, 0)];
    const { cells } = sideBySide(rows, ['120103', '120102', '120101']);
    expect(cells.map(({ teryt }) => teryt)).toEqual(['120103', '120102', '120101']);
    expect(cells.map((cell) => cell.row?.value ?? null)).toEqual([0, null, 7]);
    expect(cells[1]?.missing).toBe('unreadable');
  });

  test('have positions among all sure values: lowest 0, highest 100, equal ones the same', () => {
    const rows = [
      ...many(2020, 9),
      row('120101', 2020, -1),
      row('120102', 2020, 99),
      row('120103', 2020, 99),
    ];
    const { cells, n } = sideBySide(rows, ['120101', '120102', '120103', '130105']);
    expect(n).toBe(12);
    const [lowest, one, other, middle] = cells.map(({ position }) => position);
    expect(lowest).toBe(0);
    expect(one).toBe(other);
    expect(one).toBeCloseTo((10.5 / 11) * 100, 9);
    expect(middle).toBeCloseTo((5 / 11) * 100, 9);
    const top = sideBySide([...many(2020, 9), row('120102', 2020, 99)], ['120102']);
    expect(top.cells[0]?.position).toBe(100);
  });

  test('have no position when doubtful, when a city stands apart, and among fewer than eight', () => {
    const rows = [...many(2020, 9), row('120101', 2020, 3, { doubt: 'Wątpliwość.' }), row('126101', 2020, 3)];
    const { cells, n } = sideBySide(rows, ['120101', '126101', '130101'], { citiesApart: true });
    expect(n).toBe(9);
    expect(cells.map(({ position }) => position)).toEqual([null, null, 0]);
    expect(cells[1]?.apart).toBe(true);
    expect(sideBySide(many(2020, 7), ['130101']).cells[0]?.position).toBeNull();
  });

  test('take a city filed as a powiat as the gmina it is', () => {
    const rows = [row('1261', 2020, 5, { level: 'powiat', kind: 'area-published' })];
    expect(sideBySide(rows, ['126101']).cells[0]?.row?.value).toBe(5);
  });

  test('of which none has a value have no year', () => {
    expect(sideBySide([], ['120101'])).toMatchObject({ year: null, years: [], cells: [{ row: null }] });
  });
});
