import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../scripts/run.mjs';

const MADE = join('.svelte-kit', 'output', 'prerendered');

// What is bundled and the pages of the build must be of the same code: `npm test` builds first.
it('makes a share of the pages as the build of one process makes them', async () => {
  const started = Date.now();
  const shards = 300;
  const kept = mkdtempSync(join(tmpdir(), 'share-'));
  const { code, output } = await run(process.execPath, [join('scripts', 'share.mjs')], {
    quiet: true,
    env: { ...process.env, NODE_ENV: 'production', PROFILES_CACHE: kept, SHARD: `${shards}-${shards}` },
  });
  rmSync(kept, { recursive: true });
  expect(code, output).toBe(0);
  const made = ['pages', 'dependencies'].flatMap((kind) =>
    readdirSync(join(MADE, kind), { recursive: true, encoding: 'utf8' })
      .map((path) => ({ path, file: join(MADE, kind, path) }))
      .filter(({ file }) => statSync(file).isFile() && statSync(file).mtimeMs >= started),
  );
  const kinds = new Set(made.map(({ path }) => path.split('/')[0]));
  expect([...kinds]).toEqual(expect.arrayContaining(['gmina', 'powiat']));
  for (const { path, file } of made) {
    const built = join('build', path);
    expect(existsSync(built), path).toBe(true);
    expect(readFileSync(file).equals(readFileSync(built)), path).toBe(true);
  }
});
