import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { sentenceOf } from '../../../scripts/in-words.mjs';
import { alone } from '../../../scripts/lock.mjs';
import { swappedIn } from '../../../scripts/swap.mjs';

const folder = mkdtempSync(join(tmpdir(), 'gminoskop-outputs-'));
const target = join(folder, 'out');
beforeEach(() => {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  writeFileSync(join(target, 'old'), 'old');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('an output', () => {
  test('takes the place of the old one when it is whole', async () => {
    await swappedIn(target, async (fresh) => {
      writeFileSync(join(fresh, 'new'), 'new');
      expect(readdirSync(target)).toEqual(['old']);
      return Promise.resolve();
    });
    expect(readdirSync(target)).toEqual(['new']);
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('that fails half way leaves the old one, and nothing of its own', async () => {
    const failing = swappedIn(target, (fresh) => {
      writeFileSync(join(fresh, 'half'), '');
      return Promise.reject(new Error('the disk is full'));
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect(readFileSync(join(target, 'old'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['out']);
  });
});

describe('a lock', () => {
  const file = join(folder, 'locks', 'lock');

  test('is held while the work goes on, and given back whatever comes of it', async () => {
    await alone(async () => {
      await expect(alone(() => Promise.resolve(), file)).rejects.toThrow(`process ${process.pid}`);
    }, file);
    await expect(alone(() => Promise.reject(new Error('failed')), file)).rejects.toThrow('failed');
    expect(existsSync(file)).toBe(false);
  });

  test('of a process that is gone, or of none, is taken', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await once(gone, 'exit');
    for (const owner of [String(gone.pid), '', 'rubbish', '-1']) {
      writeFileSync(file, owner);
      expect(await alone(() => Promise.resolve('done'), file)).toBe('done');
    }
  });
});

test('errors of the system are sentences that name the file', () => {
  try {
    readFileSync(join(folder, 'nothing'));
  } catch (error) {
    expect(sentenceOf(error)).toBe(`${join(folder, 'nothing')}: no such file or folder`);
  }
  expect(sentenceOf(new TypeError('x is not a function'))).toMatch(/^a fault of the program: /);
  expect(sentenceOf('text')).toBe('text');
  expect.assertions(3);
});
