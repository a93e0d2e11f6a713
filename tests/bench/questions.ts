import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publishedUnitsSchema, readValues, UNITS_FILE, valuesPath } from '../../src/lib/extract';
import { distribution, placeAmong, ranking } from '../../src/lib/query';
import { median, ms, type BenchRow } from './row';

const ROUNDS = 20;

function timed(work: () => unknown): number[] {
  return Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
}

/** Decoding one indicator's file, and the questions of the pages over its rows; in Node, by the code of the pages. */
export async function questionRows(data: string, indicator: string, teryt: string): Promise<BenchRow[]> {
  const partition = { by: 'indicator', indicator } as const;
  const bytes = new Uint8Array(await readFile(join(data, valuesPath(partition))));
  const units = publishedUnitsSchema.parse(JSON.parse(await readFile(join(data, UNITS_FILE), 'utf8')));
  const types = new Map(units.map(([code, , type]) => [code, type]));
  const typeOf = (code: string) => types.get(code);
  const decoded: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    const from = performance.now();
    await readValues(bytes, partition);
    decoded.push(performance.now() - from);
  }
  const rows = await readValues(bytes, partition);
  const gminy = new Set(rows.filter(({ level }) => level === 'gmina').map((row) => row.teryt)).size;
  const year = Math.max(...rows.filter(({ kind }) => kind === 'reported').map((row) => row.year));
  const questions = {
    ranking: () => ranking(rows, { year }, typeOf),
    filter: () => ranking(rows, { year, type: 2, within: teryt.slice(0, 2) }, typeOf),
    'place among all': () => placeAmong(rows, { teryt }, typeOf),
    distribution: () => distribution(rows, {}, typeOf),
  };
  return [
    {
      what: `one indicator’s file decoded, ${gminy} gminy, ${rows.length} rows (Node)`,
      goal: '',
      measured: `${ms(median(decoded))}, ${(bytes.length / 1000).toFixed(1)} kB`,
      ok: null,
    },
    ...Object.entries(questions).map(([what, ask]): BenchRow => {
      const times = timed(ask);
      return {
        what: `${what} at ${gminy} gminy (Node)`,
        goal: '≤ 50 ms',
        measured: `${ms(median(times))}, worst ${ms(Math.max(...times))}`,
        ok: median(times) <= 50,
      };
    }),
  ];
}
