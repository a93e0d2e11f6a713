import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { layFrames } from '../../../scripts/frames.mjs';

let build = '';
beforeEach(() => (build = mkdtempSync(join(tmpdir(), 'frames-'))));
afterEach(() => rmSync(build, { recursive: true }));
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(build, path)), { recursive: true });
  writeFileSync(join(build, path), text);
};
const site = (): void => {
  put('osadz/wykres.html', 'rysuje');
  put('osadz/wykres.html.br', 'ścieśnione');
  put('osadz/dane/060801.json', JSON.stringify({ name: 'Lubartów', charts: { a: {}, b: {} } }));
  put('osadz/dane/060801.json.br', '');
  put('osadz/dane/120102.json', JSON.stringify({ name: 'Bochnia', charts: { a: {} } }));
};

test('the page that draws stands at the address of each chart there is, with its twins', () => {
  site();
  expect(layFrames(build, 'browser')).toBe(3);
  for (const path of ['a/060801', 'b/060801', 'a/120102'])
    expect(readFileSync(join(build, 'osadz', path, 'index.html'), 'utf8')).toBe('rysuje');
  expect(readFileSync(join(build, 'osadz/b/060801/index.html.br'), 'utf8')).toBe('ścieśnione');
  expect(existsSync(join(build, 'osadz/b/060801/index.html.gz'))).toBe(false);
  expect(existsSync(join(build, 'osadz/b/120102'))).toBe(false);
});

test('nothing is laid where every chart has a page of its own', () => {
  site();
  expect(layFrames(build, '')).toBe(0);
  expect(existsSync(join(build, 'osadz/a'))).toBe(false);
});
