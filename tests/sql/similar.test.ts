import { beforeAll, describe, expect, test } from 'vitest';
import { isCityWithPowiatRights } from '../../src/lib/domain';
import { UNITS_FILE, readValues, valuesPath } from '../../src/lib/extract';
import { SIMILAR_AMOUNTS, similarInputs, similarTo, type SimilarInputs } from '../../src/lib/query';
import { literal, rowsOf, withDuckDB } from '../../scripts/duckdb';
import { readPublished } from './published';

let inputs: SimilarInputs;
let types: Map<string, number>;
beforeAll(async () => {
  const units = JSON.parse(new TextDecoder().decode(await readPublished(UNITS_FILE))) as [
    string,
    string,
    number,
  ][];
  types = new Map(units.map(([teryt, , type]) => [teryt, type]));
  const rows = await Promise.all(
    SIMILAR_AMOUNTS.map(async ({ indicator }) => {
      const partition = { by: 'indicator', indicator } as const;
      return readValues(await readPublished(valuesPath(partition)), partition);
    }),
  );
  inputs = similarInputs([...types.keys()], rows, (teryt) => types.get(teryt));
});

describe('similar gminy of the published figures', () => {
  test('are what the engine finds by the same formula', async () => {
    const cases = ['060801', '061705', '120101', '146501', '020101'];
    const files = SIMILAR_AMOUNTS.map(
      ({ indicator }) => `static/data/${valuesPath({ by: 'indicator', indicator })}`,
    );
    await withDuckDB(async ({ connection }) => {
      const columns = files.map((_, index) => `a${index}.value AS v${index}`).join(', ');
      const joins = files
        .slice(1)
        .map((file, index) => `JOIN read_parquet(${literal(file)}) AS a${index + 1} USING (teryt)`)
        .join(' ');
      await connection.run(
        `CREATE TABLE gmina AS SELECT teryt, ${columns} FROM read_parquet(${literal(files[0] ?? '')}) AS a0 ${joins}
         WHERE length(teryt) = 6`,
      );
      await connection.run('CREATE TABLE type (teryt VARCHAR, type INTEGER)');
      await connection.run(
        `INSERT INTO type VALUES ${[...types].map(([teryt, type]) => `('${teryt}', ${isCityWithPowiatRights(teryt) ? 4 : type})`).join(', ')}`,
      );
      const spread = (v: string) =>
        `((quantile_cont(ln(${v}), 0.75) - quantile_cont(ln(${v}), 0.25)) / 1.349)`;
      const parts = [0, 1, 2, 3].map((index) => `pow((ln(o.v${index}) - ln(g.v${index})) / s.s${index}, 2)`);
      for (const teryt of cases) {
        const found = await rowsOf<{ teryt: string; distance: number }>(
          connection,
          `WITH s AS (SELECT ${[0, 1, 2, 3].map((index) => `${spread(`v${index}`)} AS s${index}`).join(', ')} FROM gmina)
           SELECT g.teryt AS teryt, sqrt((${parts.join(' + ')} + CAST(tg.type <> tow.type AS INTEGER)) / 5) AS distance
           FROM gmina AS g, gmina AS o, s, type AS tg, type AS tow
           WHERE o.teryt = ${literal(teryt)} AND g.teryt <> o.teryt AND tg.teryt = g.teryt AND tow.teryt = o.teryt
           ORDER BY round(distance, 12), g.teryt LIMIT 20`,
        );
        const { nearest } = similarTo(inputs, teryt);
        expect(
          nearest.map(({ unit }) => unit.teryt),
          teryt,
        ).toEqual(found.map((row) => row.teryt));
        for (const [index, { value }] of nearest.entries())
          expect(value).toBeCloseTo(found[index]?.distance ?? NaN, 9);
      }
    });
  });

  test('use no indicator that is compared, and figures of one year each', () => {
    expect(SIMILAR_AMOUNTS.every(({ indicator }) => indicator.startsWith('gus-'))).toBe(true);
    expect(inputs.years).toEqual([2021, 2020, 2020, 2020]);
  });

  test('of a gmina without figures are nobody, and it is nobody’s neighbour', () => {
    expect(similarTo(inputs, '120713').nearest).toEqual([]);
    expect(similarTo(inputs, '120701').leftOut).toBe(2);
    const all = similarTo(inputs, '120701', { most: 3000 }).nearest.map(({ unit }) => unit.teryt);
    expect(all).toHaveLength(types.size - 3);
    expect(all).not.toContain('120713');
  });

  test('of a województwo are those of the country that lie in it, at the same distances', () => {
    const everywhere = similarTo(inputs, '120102', { most: 3000 }).nearest;
    const within = similarTo(inputs, '120102', { within: '12' }).nearest;
    expect(within).toHaveLength(20);
    expect(within).toEqual(everywhere.filter(({ unit }) => unit.teryt.startsWith('12')).slice(0, 20));
  });
});
