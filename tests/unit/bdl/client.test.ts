import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { afterOf, BdlClient, observationsOf, type AnswerStore } from '../../../src/lib/bdl';
import { bdlServer, type BdlServer, type BdlUnit } from './server';

const unit = (id: string, name: string, ...values: (number | null)[]): BdlUnit => ({
  id,
  name,
  values: values.map((val, at) => ({ year: String(2022 + at), val, attrId: 1 })),
});
/** Lubartów (city), Trawniki, a city part of a mixed gmina, a gmina whose type changed, and a former unit. */
const UNITS = [
  unit('060608108011', 'Lubartów (1)', 21000, 20900),
  unit('060613217052', 'Trawniki (2)', 8515, null),
  unit('060605205054', 'Janów Lubelski - miasto (4)', 11000, 10900),
  unit('060605205053', 'Janów Lubelski (3)', 15000, 14900),
  unit('060605205052', 'Janów Lubelski (2)', null, null),
  unit('060699999992', 'Gmina zniesiona (2)', 1, 1),
];
const memory = (): AnswerStore & { size: () => number } => {
  const kept = new Map<string, string>();
  return {
    get: (address) => Promise.resolve(kept.get(address) ?? null),
    set: (address, text) => Promise.resolve(void kept.set(address, text)),
    size: () => kept.size,
  };
};
const FREE = [{ limit: 1000, interval: 1000 }];

describe('BDL', () => {
  let server: BdlServer;
  beforeEach(async () => {
    server = await bdlServer(UNITS);
  });
  afterEach(() => server.close());
  const clientOf = (store: AnswerStore, more: object = {}) =>
    new BdlClient({ base: server.base, store, limits: FREE, patience: 10, ...more });
  const all = async (client: BdlClient, years = [2022, 2023]) => {
    const pages = [];
    for await (const page of client.byVariable('72305', years, '060600000000')) pages.push(page);
    return pages;
  };

  it('is read to the last page, with every year asked for at once', async () => {
    const pages = await all(clientOf(memory()));
    expect(pages).toHaveLength(3);
    expect(server.requests.map(({ path }) => new URL(path, server.base).searchParams.get('page'))).toEqual(['0', '1', '2']);
    expect(server.requests[0]?.path).toContain('unit-parent-id=060600000000&year=2022&year=2023');
  });
  it('joins on six digits: parts are left out, former units told, of two types the one with a value counts', async () => {
    const known = new Set(['060801', '061705', '060505']);
    const { observations, unknown } = observationsOf(
      await all(clientOf(memory())), { id: 'gus-ludnosc', unit: 'osoby' }, 'gus-bdl-72305', (teryt) => known.has(teryt),
    );
    expect(observations.map(({ teryt, year, value, missing }) => [teryt, year, value ?? missing])).toEqual([
      ['060505', 2022, 15000], ['060505', 2023, 14900],
      ['060801', 2022, 21000], ['060801', 2023, 20900],
      ['061705', 2022, 8515], ['061705', 2023, 'not-published'],
    ]);
    expect(unknown).toEqual([{ id: '060699999992', name: 'Gmina zniesiona (2)' }]);
  });
  it('keeps both limits at once', async () => {
    await all(clientOf(memory(), { limits: [{ limit: 2, interval: 150 }, { limit: 100, interval: 60_000 }] }));
    const [first, , third] = server.requests;
    expect((third?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(140);
  });
  it('waits as long as Retry-After says, then goes on', async () => {
    server.faults.push('429');
    expect(await all(clientOf(memory()))).toHaveLength(3);
    const [first, second] = server.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
    expect(afterOf('Wed, 25 Nov 2026 10:00:05 GMT', Date.parse('2026-11-25T10:00:00Z'))).toBe(5000);
    expect(afterOf('soon')).toBe(0);
  });
  it.each(['500', 'cut', 'html', 'changed'] as const)('a passing fault (%s) is tried again or told, never taken for data', async (fault) => {
    server.faults.push(fault);
    const read = all(clientOf(memory()));
    if (fault === '500' || fault === 'cut') expect(await read).toHaveLength(3);
    else await expect(read).rejects.toThrow(fault === 'html' ? /nie jest dokumentem JSON/ : /inną postać niż opisana/);
  });
  it('an answer that cannot be used is not kept; what was fetched is not fetched again', async () => {
    const store = memory();
    server.faults.push('none', 'changed');
    await expect(all(clientOf(store))).rejects.toThrow(/by-variable\/72305/);
    expect(store.size()).toBe(1);
    expect(await all(clientOf(store))).toHaveLength(3);
    expect(server.requests.map(({ path }) => new URL(path, server.base).searchParams.get('page'))).toEqual(['0', '1', '1', '2']);
  });
  it('gives up after its tries, with the address and in words', async () => {
    server.faults.push(...Array<'500'>(9).fill('500'));
    await expect(all(clientOf(memory(), { retries: 2 }))).rejects.toThrow(/by-variable.*serwer BDL odpowiedział błędem 500/);
    expect(server.requests).toHaveLength(3);
  });

  it('is a command: the key of the environment, a file of observations, what to add to the sources', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bdl-'));
    const out = join(folder, 'gus-bdl-72305.csv');
    const run = spawn(
      'npx',
      ['tsx', 'scripts/ozps.ts', 'bdl', '--variable', '72305', '--years', '2022-2023', '--woj', '06', '--base', server.base, '--cache', join(folder, 'cache'), '--out', out],
      { env: { ...process.env, BDL_CLIENT_ID: 'klucz' } },
    );
    let said = '';
    run.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    run.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise((resolve) => run.on('close', resolve));
    const text = readFileSync(out, 'utf8');
    rmSync(folder, { recursive: true });
    expect(code).toBe(0);
    expect(said).toContain('do data/sources.csv: gus-bdl-72305,gus,');
    expect(said).toContain('jednostka spoza rejestru, pominięta: 060699999992 Gmina zniesiona');
    expect(text).toContain('060801,gmina,2022,gus-ludnosc,,21000,,osoby,reported,gus-bdl-72305,,060608108011');
    expect(server.requests.every(({ key }) => key === 'klucz')).toBe(true);
    expect(server.requests[0]?.path).toContain('/units?level=2');
  }, 60_000);
}); // prettier-ignore
