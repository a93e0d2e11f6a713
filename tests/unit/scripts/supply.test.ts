import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readKnown } from '../../../scripts/engine.mjs';

test('every package of the lock file has a hash of what is downloaded', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { integrity?: string; link?: boolean }>;
  };
  const without = Object.entries(packages).filter(
    ([name, { integrity, link }]) => name !== '' && link !== true && !integrity?.startsWith('sha512-'),
  );
  expect(without.map(([name]) => name)).toEqual([]);
});

test('the engine is taken as it is known, and refused with one bit changed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gminoskop-engine-'));
  const name = 'duckdb-browser-eh.worker.js';
  const bytes = Buffer.from(readKnown(name));
  bytes[1000] = (bytes[1000] ?? 0) ^ 1;
  writeFileSync(join(folder, name), bytes);
  expect(() => readKnown(name, folder)).toThrow(/is not the file that scripts\/engine\.mjs knows/);
  rmSync(folder, { recursive: true });
});
