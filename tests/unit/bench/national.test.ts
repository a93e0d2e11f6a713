import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publish } from '../../../scripts/commands/publish';
import { DataError } from '../../../src/lib/catalogue';
import { readValues, valuesPath, type Manifest } from '../../../src/lib/extract';
import { generate } from '../../bench/national/generate';

let folder: string;
let manifest: Manifest;
let size: Awaited<ReturnType<typeof generate>>;
const data = () => join(folder, 'data');
const out = () => join(folder, 'published');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gminoskop-national-'));
  size = await generate('powiat', 'data', data());
  ({ manifest } = await publish(data(), out(), { madeUp: true }));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(path, { recursive: true })).sort())
    if (/\.(csv|yaml)$/.test(name)) hash.update(name).update(await readFile(join(path, name)));
  return hash.digest('hex');
}

describe('the made-up load', () => {
  test('has sixteen years of 400 indicators for every gmina of the powiat, and the areas above', () => {
    expect(size.gminy).toBe(13);
    expect(size.observations).toBeGreaterThan(13 * 16 * 380);
    expect(manifest.files.filter(({ path }) => path.startsWith('wskaznik/')).length).toBeGreaterThanOrEqual(
      400,
    );
    expect(manifest.files.some(({ path }) => path === valuesPath({ by: 'unit', teryt: '0608' }))).toBe(true);
  });

  test('has gaps, forecasts and parents of both kinds', async () => {
    const kinds = new Set<string>();
    let missing = 0;
    for (const teryt of ['060801', '0608']) {
      const partition = { by: 'unit', teryt } as const;
      for (const row of await readValues(
        new Uint8Array(await readFile(join(out(), valuesPath(partition)))),
        partition,
      )) {
        kinds.add(row.kind);
        missing += row.missing === null ? 0 : 1;
      }
    }
    expect([...kinds].sort()).toEqual(['area-published', 'forecast', 'plain-mean', 'reported']);
    expect(missing).toBeGreaterThan(20);
  });

  test('is the same every time', async () => {
    const again = join(folder, 'again');
    await generate('powiat', 'data', again);
    expect(await hashOf(again)).toBe(await hashOf(data()));
  });

  test('is refused where nobody asked for made-up data, and every file says what it is', async () => {
    await expect(publish(data(), join(folder, 'refused'))).rejects.toThrow(DataError);
    const bytes = await readFile(join(out(), valuesPath({ by: 'unit', teryt: '060801' })), 'latin1');
    expect(bytes).toContain('zmyslone-060801');
    expect(bytes).toContain('Nie publikowa');
  });
});
