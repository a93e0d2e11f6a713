import { beforeAll, describe, expect, test } from 'vitest';
import { distribution, identifier, placeAmong, ranking, trend, years, type Engine } from '../../src/lib/db';
import { readValues, valuesPath, type ValueRow } from '../../src/lib/extract';
import { placeOf, quartiles } from '../../src/lib/stats';
import { nodeEngine, readPublished } from './published';

const WOJ = '12';
const shares = 'obs-korzystajacy';
const spending = 'obs-wydatki-852-853-na-mieszkanca';
let engine: Engine;
let rows: ValueRow[];
const gminaValues = (year: number, all = rows) =>
  all.filter((row) => row.level === 'gmina' && row.year === year && row.teryt.slice(2, 4) < '61');

beforeAll(async () => {
  engine = nodeEngine();
  const partition = { by: 'indicator', indicator: shares } as const;
  rows = await readValues(await readPublished(valuesPath(partition)), partition);
});

describe('trend', () => {
  test('gives each asked area its years in order, and nothing else', async () => {
    const found = await trend(engine, { indicator: shares, units: ['120102', '1201'] });
    expect([...new Set(found.map((row) => row.teryt))]).toEqual(['1201', '120102']);
    const own = found.filter((row) => row.teryt === '120102');
    expect(own.map((row) => row.year)).toEqual(Array.from({ length: 18 }, (_, i) => 2007 + i));
    expect(own.map((row) => row.value)).toEqual(
      rows.filter((row) => row.teryt === '120102').map((row) => row.value),
    );
    expect(own[0]).toMatchObject({ kind: 'reported', unit: '%' });
  });

  test('for no areas is empty and asks nothing', async () => {
    expect(await trend(engine, { indicator: shares, units: [] })).toEqual([]);
  });

  test('takes hostile text as a value, never as SQL', async () => {
    expect(await trend(engine, { indicator: shares, units: [`'); DROP TABLE x; --`] })).toEqual([]);
  });
});

describe('ranking', () => {
  test('orders the gminy of a year, the highest first, with shared places for equal values', async () => {
    const found = await ranking(engine, { indicator: shares, year: 2024, within: WOJ });
    expect(found).toHaveLength(182);
    expect(found.map((row) => row.value)).toEqual(found.map((row) => row.value).toSorted((a, b) => b - a));
    for (const row of found)
      expect(row.place).toBe(1 + found.filter((other) => other.value > row.value).length);
  });

  test('counts a city with powiat rights once, also where the source files it as a powiat only', async () => {
    const found = await ranking(engine, { indicator: shares, year: 2015, within: WOJ });
    expect(found).toHaveLength(182);
    expect(found.filter((row) => row.teryt === '126101')).toHaveLength(1);
  });

  test('keeps cities with powiat rights apart where asked', async () => {
    const found = await ranking(engine, { indicator: spending, year: 2024, citiesApart: true });
    expect(found).toHaveLength(179);
  });

  test('filters by powiat and by type', async () => {
    const inPowiat = await ranking(engine, { indicator: shares, year: 2024, within: '1201' });
    expect(inPowiat).toHaveLength(9);
    const urban = await ranking(engine, { indicator: shares, year: 2024, within: WOJ, type: 1 });
    expect(urban.map((row) => row.teryt)).toContain('126101');
    expect(urban.length).toBeLessThan(30);
  });

  test('ranks powiaty where the indicator is known no lower', async () => {
    const found = await ranking(engine, { indicator: 'obs-stopa-bezrobocia', year: 2024, level: 'powiat' });
    expect(found).toHaveLength(22);
    expect(found[0]).toMatchObject({ teryt: '1204', value: 11.4, place: 1 });
  });

  test('knows the years with values and how many', async () => {
    const found = await years(engine, { indicator: shares, within: WOJ });
    expect(found[0]).toEqual({ year: 2007, n: 182 });
    expect(found).toHaveLength(18);
  });
});

describe('distribution and place', () => {
  test('agree with the same figures computed without SQL', async () => {
    const values = gminaValues(2024).flatMap((row) => row.value ?? []);
    const found = await distribution(engine, { indicator: shares, within: WOJ, citiesApart: true });
    const last = found.at(-1);
    const expected = quartiles(values);
    expect(last?.n).toBe(expected?.n);
    expect(last?.low).toBeCloseTo(expected?.low ?? NaN, 10);
    expect(last?.median).toBeCloseTo(expected?.median ?? NaN, 10);
    expect(last?.high).toBeCloseTo(expected?.high ?? NaN, 10);
    const own = gminaValues(2024).find((row) => row.teryt === '120102')?.value ?? NaN;
    const place = await placeAmong(engine, {
      indicator: shares,
      teryt: '120102',
      within: WOJ,
      citiesApart: true,
    });
    expect(place.at(-1)).toMatchObject({ year: 2024, value: own, ...placeOf(own, values) });
  });
});

describe('the engine', () => {
  test('gives sums as plain numbers', async () => {
    const connection = await engine.start();
    const table = identifier(await engine.values(shares));
    const [row] = await connection.query<{ n: unknown; years: unknown }>(
      `SELECT count(*) AS n, sum(year) AS years FROM ${table}`,
    );
    expect(row).toEqual({ n: rows.length, years: rows.reduce((sum, { year }) => sum + year, 0) });
  });

  test('names the SQL and keeps the cause of a failed query', async () => {
    const connection = await engine.start();
    await expect(connection.query('SELECT nonsense')).rejects.toMatchObject({
      name: 'EngineError',
      sql: 'SELECT nonsense',
      cause: expect.objectContaining({ message: expect.stringContaining('nonsense') as string }) as Error,
    });
  });
});
