import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publishedUnitsSchema, readValues, UNITS_FILE, valuesPath } from '../../src/lib/extract';
import {
  distribution,
  placeAmong,
  ranking,
  SIMILAR_AMOUNTS,
  similarInputs,
  similarTo,
} from '../../src/lib/query';
import { median, ms, type BenchRow } from './row';

const ROUNDS = 20;

function timed(work: () => unknown): number[] {
  return Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
}

const MOST = 50;

const rowOf = (what: string, ask: () => unknown): BenchRow => {
  const times = timed(ask);
  return {
    what,
    goal: `≤ ${MOST} ms`,
    measured: `${ms(median(times))}, worst ${ms(Math.max(...times))}`,
    ok: median(times) <= MOST,
  };
};

interface Published {
  /** Rows of an indicator, and the bytes of its file. */
  read: (indicator: string) => Promise<{ bytes: Uint8Array; rows: Awaited<ReturnType<typeof readValues>> }>;
  codes: string[];
  typeOf: (code: string) => number | undefined;
}

async function openPublished(data: string): Promise<Published> {
  const units = publishedUnitsSchema.parse(JSON.parse(await readFile(join(data, UNITS_FILE), 'utf8')));
  const types = new Map(units.map(([code, , type]) => [code, type]));
  return {
    codes: [...types.keys()].filter((code) => code.length === 6),
    typeOf: (code) => types.get(code),
    read: async (indicator) => {
      const partition = { by: 'indicator', indicator } as const;
      const bytes = new Uint8Array(await readFile(join(data, valuesPath(partition))));
      return { bytes, rows: await readValues(bytes, partition) };
    },
  };
}

/**
 * The questions of the pages, in Node, by the code of the pages: over the rows of each indicator, and who is similar, over
 * the figures of GUS for all gminy of the country.
 */
export async function questionRows(
  data: string,
  indicators: readonly string[],
  teryt: string,
): Promise<BenchRow[]> {
  const published = await openPublished(data);
  const asked: BenchRow[] = [];
  for (const indicator of indicators) asked.push(...(await rowsOfIndicator(published, indicator, teryt)));
  const inputs = await Promise.all(SIMILAR_AMOUNTS.map(({ indicator }) => published.read(indicator)));
  const prepared = similarInputs(
    published.codes,
    inputs.map(({ rows }) => rows),
    published.typeOf,
  );
  return [
    ...asked,
    rowOf(`similar gminy among ${prepared.gminy.length} (Node)`, () => similarTo(prepared, teryt)),
  ];
}

async function rowsOfIndicator(
  { read, typeOf }: Published,
  indicator: string,
  teryt: string,
): Promise<BenchRow[]> {
  const decoded: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    const from = performance.now();
    await read(indicator);
    decoded.push(performance.now() - from);
  }
  const { bytes, rows } = await read(indicator);
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
      what: `${indicator}: read and decoded, ${gminy} gminy, ${rows.length} rows (Node)`,
      goal: '',
      measured: `${ms(median(decoded))}, ${(bytes.length / 1000).toFixed(1)} kB`,
      ok: null,
    },
    ...Object.entries(questions).map(([what, ask]) => rowOf(`  ${what} (Node)`, ask)),
  ];
}
