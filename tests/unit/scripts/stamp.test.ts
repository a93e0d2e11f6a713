import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unlessDone } from '../../../scripts/stamp.mjs';

let folder: string;
const name = `test-${process.pid}`;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gminoskop-stamp-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(join('.cache', 'stamps', name), { force: true });
});

const step = (print = 'inputs'): Promise<boolean> =>
  unlessDone({
    name,
    print,
    result: join(folder, 'out', 'index.html'),
    run: () => {
      mkdirSync(join(folder, 'out', 'deep'), { recursive: true });
      writeFileSync(join(folder, 'out', 'index.html'), 'start');
      writeFileSync(join(folder, 'out', 'deep', 'page.html'), 'page');
    },
  });

test('a step is done while its inputs and all that it made are the same', async () => {
  expect([await step(), await step(), await step('others')]).toEqual([true, false, true]);
});

test('a step whose result lost a file, or has one emptied, is done again', async () => {
  await step();
  rmSync(join(folder, 'out', 'deep', 'page.html'));
  expect(await step()).toBe(true);
  writeFileSync(join(folder, 'out', 'deep', 'page.html'), '');
  expect([await step(), await step()]).toEqual([true, false]);
});
