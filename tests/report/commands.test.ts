import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'gminoskop-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ozps = (...args: string[]) => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/ozps.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, said: stderr.trim() };
};
const typo = join(folder, 'typo');

describe('a command that cannot do its work says so in a sentence, without a stack, with exit code 1:', () => {
  it.each([
    ['diff', 'no-such.csv', 'no-such.csv'],
    ['boundaries', 'no-such.json'],
    ['import-gminy', 'no-such.csv'],
    ['import-units', 'no-such'],
    ['import-observatory', 'no-such'],
    ['extract', 'no-such.pdf'],
    ['check', 'no-such.pdf'],
    ['extract', 'README.md', '--year', '20'],
    ['extract', 'README.md', '--data', typo],
    ['version', '--data', typo],
  ])('%s %s %s %s', (...args) => {
    const { status, said } = ozps(...args);
    expect([status, said.split('\n').length], said).toEqual([1, 1]);
    expect(said).not.toMatch(/^\s+at |Error:|ENOENT/m);
    expect(existsSync(typo)).toBe(false);
  });

  it('publish of a folder that is none leaves what was published', () => {
    writeFileSync(join(folder, 'manifest.json'), 'published');
    expect(ozps('publish', '--data', typo, '--out', folder)).toMatchObject({ status: 1 });
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe('published');
  });
});

describe('--teryt', () => {
  it.each(['608011', '60801'])('%s, without its zero, is refused with the code that was meant', (code) => {
    const { status, said } = ozps('extract', 'README.md', '--teryt', code, '--year', '2019');
    expect(status).toBe(1);
    expect(said).toMatch(/--teryt 060801 is Lubartów$/);
  });

  it('of no gmina is refused', () => {
    expect(ozps('check', 'README.md', '--teryt', '999999').said).toMatch(/code of no gmina/);
  });
});

it('a file that is no report ends extract and check with exit code 2', () => {
  expect(ozps('extract', 'README.md').status).toBe(2);
  expect(ozps('check', 'README.md').status).toBe(2);
});
