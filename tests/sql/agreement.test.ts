import { beforeAll, describe, expect, test } from 'vitest';
import * as sql from '../../src/lib/db';
import { UNITS_FILE, readValues, valuesPath, type ValueRow } from '../../src/lib/extract';
import * as plain from '../../src/lib/query';
import { madeUpFile, madeUpRows } from './made-up-rows';
import { openInNode } from './node-connection';
import { nodeEngine, readPublished } from './published';

/** Questions that the pages ask, and corners of them: no areas, a city filed as powiat, one type, one powiat. */
const FILTERS: readonly plain.AreaFilter[] = [
  {},
  { within: '12' },
  { within: '1201', citiesApart: true },
  { within: '12', type: 1 },
  { type: 3, citiesApart: true },
  { level: 'powiat' },
  { level: 'powiat', type: 2, within: '12' },
  { level: 'wojewodztwo' },
  { breakdown: 'plec=kobieta' },
  { within: '99' },
];
const REAL = ['obs-korzystajacy', 'obs-stopa-bezrobocia', 'obs-wydatki-852-853-na-mieszkanca', 'bezrobotni'];

let types: Map<string, number>;
beforeAll(async () => {
  const units = JSON.parse(new TextDecoder().decode(await readPublished(UNITS_FILE))) as [
    string,
    string,
    number,
  ][];
  types = new Map(units.map(([teryt, , type]) => [teryt, type]));
});
const typeOf = (teryt: string) => types.get(teryt);

/** Asks every question both ways. */
async function agree(engine: sql.Engine, indicator: string, rows: readonly ValueRow[]): Promise<number> {
  let answers = 0;
  for (const filter of FILTERS) {
    const years = plain.years(rows, filter, typeOf);
    expect(years).toEqual(await sql.years(engine, { indicator, ...filter }));
    for (const { year } of [...years.slice(0, 1), ...years.slice(-1)]) {
      const found = plain.ranking(rows, { year, ...filter }, typeOf);
      answers += found.length;
      expect(
        found.map(({ teryt, value, place, doubt, source, anchor }) => ({
          teryt,
          value,
          place,
          doubt,
          source,
          anchor,
        })),
      ).toEqual(await sql.ranking(engine, { indicator, year, ...filter }));
      const teryt = found[found.length >> 1]?.teryt ?? '';
      expect(plain.placeAmong(rows, { teryt, ...filter }, typeOf)).toEqual(
        await sql.placeAmong(engine, { indicator, teryt, ...filter }),
      );
    }
    const [ours, theirs] = [
      plain.distribution(rows, filter, typeOf),
      await sql.distribution(engine, { indicator, ...filter }),
    ];
    expect(ours.map(({ year, n, min, max }) => ({ year, n, min, max }))).toEqual(
      theirs.map(({ year, n, min, max }) => ({ year, n, min, max })),
    );
    for (const [index, { low, median, high }] of ours.entries())
      for (const [own, other] of [
        [low, theirs[index]?.low],
        [median, theirs[index]?.median],
        [high, theirs[index]?.high],
      ])
        expect(own).toBeCloseTo(other ?? NaN, 9);
  }
  const units = [...new Set(rows.map((row) => row.teryt))].filter((_, index) => index % 37 === 0);
  for (const breakdown of ['', 'plec=kobieta']) {
    const answer = await sql.trend(engine, { indicator, units, breakdown });
    expect(plain.trend(rows, { indicator, units, breakdown })).toEqual(
      answer.map((row) => ({ ...row, indicator, preferred: true })),
    );
  }
  return answers;
}

describe('a question answered over rows and by the engine has one answer', () => {
  test.each(REAL)('on the published %s', async (indicator) => {
    const partition = { by: 'indicator', indicator } as const;
    const rows = await readValues(await readPublished(valuesPath(partition)), partition);
    expect(await agree(nodeEngine(), indicator, rows)).toBeGreaterThan(0);
  });

  test.each([1, 2, 3])('on made-up rows, seed %i', async (seed) => {
    const indicator = 'zmyslony';
    const partition = { by: 'indicator', indicator } as const;
    const rows = madeUpRows({ seed, indicator, gminy: [...types.keys()].filter((_, i) => i % 9 === seed) });
    const path = valuesPath(partition);
    const engine = new sql.Engine({
      open: () => openInNode({ lock: true }),
      read: (file) => (file === path ? Promise.resolve(madeUpFile(rows)) : readPublished(file)),
    });
    expect(await agree(engine, indicator, rows)).toBeGreaterThan(100);
  });

  test('on how one unit went, from its own file or from the indicator’s', async () => {
    const indicator = 'obs-korzystajacy';
    const byIndicator = { by: 'indicator', indicator } as const;
    const byUnit = { by: 'unit', teryt: '120102' } as const;
    const [all, own] = [
      await readValues(await readPublished(valuesPath(byIndicator)), byIndicator),
      await readValues(await readPublished(valuesPath(byUnit)), byUnit),
    ];
    const question = { indicator, units: ['120102'] };
    const found = plain.trend(own, question);
    expect(found).toHaveLength(18);
    expect(found).toEqual(plain.trend(all, question));
  });
});
