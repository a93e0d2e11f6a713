import { beforeAll, describe, expect, test } from 'vitest';
import { differenceOf, parentValues, weighingOf, type Fact } from '../../../src/lib/query';
import { plainMean, weightedMean } from '../../../src/lib/stats';

const row = (teryt: string, value: number | null, more: Partial<Fact> = {}): Fact => ({
  teryt,
  level: teryt.length === 6 ? 'gmina' : 'powiat',
  year: 2024,
  breakdown: '',
  value,
  kind: teryt.length === 6 ? 'reported' : 'area-published',
  preferred: true,
  doubt: null,
  source: 'zmyslone',
  anchor: `a-${teryt}`,
  ...more,
});
const GMINY = ['120101', '120102', '120103'];
const question = { area: '1201', year: 2024, gminy: GMINY };
const people = [row('120101', 100), row('120102', 900), row('120103', 1000)];

describe('values of an area', () => {
  let values: ReturnType<typeof parentValues>;
  beforeAll(() => {
    const rows = [
      row('120101', 10),
      row('120102', 2),
      row('120103', null),
      row('1201', 2.75),
      row('1201', 6, { kind: 'plain-mean', source: 'raport' }),
      row('120201', 50),
    ];
    values = parentValues(rows, { ...question, weighing: { by: 'denominator', rows: people } });
  });
  const of = (kind: string) => values.find((value) => value.kind === kind);

  test('each stand under their own kind, none twice', () => {
    expect(values.map(({ kind }) => kind)).toEqual(['plain', 'total', 'published', 'printed-mean']);
  });
  test('count every gmina the same in the mean, and by its denominator in the total', () => {
    expect(of('plain')?.value).toBe(6);
    expect(of('total')?.value).toBeCloseTo((10 * 100 + 2 * 900) / 1000, 12);
  });
  test('say of how many gminy they are made: a missing value is no zero', () => {
    expect(of('plain')).toMatchObject({ n: 2, of: 3 });
    expect(of('total')).toMatchObject({ n: 2, of: 3 });
    expect(of('published')?.n).toBeUndefined();
  });

  test('leave out doubtful values, and cities with powiat rights where they stand apart', () => {
    const rows = [row('120101', 1), row('120102', 3), row('120103', 500, { doubt: 'Wątpliwość.' })];
    expect(parentValues(rows, question)[0]).toMatchObject({ kind: 'plain', value: 2, n: 2, of: 3 });
    const city = [...rows, row('126101', 99)];
    const gminy = [...GMINY, '126101'];
    expect(parentValues(city, { ...question, area: '12', gminy, citiesApart: true })[0]).toMatchObject({
      value: 2,
      of: 3,
    });
  });

  test('of which the numerator alone is known are weighed by numerator / value: people by workers', () => {
    // 100 people with 1 worker, 900 with 3: 1000 people, 4 workers.
    const rows = [row('120101', 100), row('120102', 300)];
    const found = parentValues(rows, { ...question, weighing: { by: 'numerator', rows: people } });
    expect(found.find(({ kind }) => kind === 'total')?.value).toBeCloseTo(250, 12);
  });

  test('have no total without weights of the same year, and no mean of one gmina', () => {
    const rows = [row('120101', 10), row('120102', 2)];
    const old = people.map((one) => ({ ...one, year: 2020 }));
    expect(
      parentValues(rows, { ...question, weighing: { by: 'denominator', rows: old } }).map(({ kind }) => kind),
    ).toEqual(['plain']);
    expect(parentValues(rows.slice(1), question)).toEqual([]);
  });

  test('are told apart in words from 5 % on, and only where they rest on as many gminy', () => {
    const pair = (plain: number, total: number, n = 3) => [
      { kind: 'plain', value: plain, n: 3, of: 3 } as const,
      { kind: 'total', value: total, n, of: 3 } as const,
    ];
    expect(differenceOf(pair(106, 100))?.share).toBeCloseTo(0.06, 12);
    expect(differenceOf(pair(104, 100))).toBeNull();
    expect(differenceOf(pair(106, 100, 2))).toBeNull();
  });
});

test('a mean lies between the lowest and the highest, and equal weights make both means one', () => {
  const values = [3, 9, 4.5, 7];
  const weighted = (weight: (index: number) => number) =>
    weightedMean(values.map((value, index) => ({ value, weight: weight(index) })));
  expect(weighted(() => 5)).toBeCloseTo(plainMean(values) ?? NaN, 12);
  for (const weight of [(index: number) => index + 1, (index: number) => 10 - index]) {
    expect(weighted(weight)).toBeGreaterThan(3);
    expect(weighted(weight)).toBeLessThan(9);
  }
  expect(weightedMean([])).toBeNull();
  expect(plainMean([])).toBeNull();
});

test('an indicator is weighed by its denominator, else by its numerator, else not at all', () => {
  expect(weighingOf({ numerator: 'a', denominator: 'b' })).toEqual({ by: 'denominator', indicator: 'b' });
  expect(weighingOf({ numerator: 'a' })).toEqual({ by: 'numerator', indicator: 'a' });
  expect(weighingOf({})).toBeNull();
});
