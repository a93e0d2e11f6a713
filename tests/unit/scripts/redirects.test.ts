import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseRedirects, writeRedirects } from '../../../scripts/redirects.mjs';

const HEAD = 'from,to,since,reason\n';
const GOOD = '/stara/,/nowa/,2026-11-25,krótszy adres\n';

describe('the table of old addresses', () => {
  test('gives each old address the new one', () => {
    expect(parseRedirects(HEAD + GOOD)).toEqual([{ from: '/stara/', to: '/nowa/' }]);
    expect(parseRedirects(`${HEAD}/a/*/,/b/*/,2026-11-25,nowa nazwa\n`)).toEqual([
      { from: '/a/*/', to: '/b/*/' },
    ]);
    expect(parseRedirects(`${HEAD}/a/,/,2026-11-25,na stronę główną\n`)).toEqual([{ from: '/a/', to: '/' }]);
  });

  test.each([
    ['/stara,/nowa/,2026-11-25,x', '"/stara" is not a path'],
    ['stara/,/nowa/,2026-11-25,x', '"stara/" is not a path'],
    ['/,/nowa/,2026-11-25,x', '"/" is not a path'],
    ['/../stara/,/nowa/,2026-11-25,x', '"/../stara/" is not a path'],
    ['/a/*/b/,/nowa/,2026-11-25,x', '"/a/*/b/" is not a path'],
    ['/a/,https://example.org/,2026-11-25,x', '"https://example.org/" is not a path'],
    ['/a/,//example.org/,2026-11-25,x', '"//example.org/" is not a path'],
    ['/a/*/,/b/,2026-11-25,x', 'only one of the two ends in */'],
    ['/a/,/b/*/,2026-11-25,x', 'only one of the two ends in */'],
    ['/a/,/b/,25.11.2026,x', '"25.11.2026" is not a date'],
    ['/a/,/b/,2026-11-25,', 'no reason given'],
    ['/stara/,/b/,2026-11-25,x', '"/stara/" stands twice'],
    ['/a/,/stara/,2026-11-25,x', '"/stara/" is itself redirected'],
  ])('refuses %s and names its line', (line, problem) => {
    expect(() => parseRedirects(`${HEAD}${GOOD}${line}\n`)).toThrow(`data/redirects.csv:3: ${problem}`);
  });

  test('names every wrong line at once', () => {
    const wrong = `${HEAD}/a,/b/,2026-11-25,x\n${GOOD}/c/,/d/,kiedyś,x\n`;
    expect(() => parseRedirects(wrong)).toThrow(/redirects\.csv:2: .*\n.*redirects\.csv:4: /);
  });
});

describe('the pages of old addresses', () => {
  let root: string;
  const put = (path: string, text = ''): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const write = (lines: string): number => {
    put('table.csv', HEAD + lines);
    return writeRedirects(join(root, 'build'), {
      base: '/g',
      origin: 'https://example.org',
      table: join(root, 'table.csv'),
    });
  };
  const page = (path: string): string => readFileSync(join(root, 'build', path, 'index.html'), 'utf8');
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gminoskop-redirects-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  test('lead on below the base path, and say so where nothing leads on by itself', () => {
    put('build/nowa/index.html');
    expect(write(GOOD)).toBe(1);
    expect(page('stara')).toContain('content="0; url=/g/nowa/"');
    expect(page('stara')).toContain('<a href="/g/nowa/">https://example.org/g/nowa/</a>');
    expect(page('stara')).toContain('<link rel="canonical" href="https://example.org/g/nowa/">');
  });

  test('a rule with a star leads from every page below to its own', () => {
    put('build/osadz/nowy/060801/index.html');
    put('build/osadz/nowy/120102/index.html');
    put('build/osadz/nowy/120102/obraz.svg');
    expect(write('/osadz/stary/*/,/osadz/nowy/*/,2026-11-25,nowa nazwa\n')).toBe(2);
    expect(page('osadz/stary/060801')).toContain('/g/osadz/nowy/060801/');
    expect(page('osadz/stary/120102')).toContain('/g/osadz/nowy/120102/');
    expect(existsSync(join(root, 'build/osadz/stary/120102/obraz.svg'))).toBe(false);
  });

  test('a target that is no page is an error, and nothing is written', () => {
    put('build/inna/index.html');
    expect(() => write(`/inna2/,/inna/,2026-11-25,x\n${GOOD}`)).toThrow(
      '/stara/ leads to /nowa/, which is no page',
    );
    expect(existsSync(join(root, 'build/inna2'))).toBe(false);
  });

  test('an address that is a page cannot be an old one', () => {
    put('build/nowa/index.html');
    put('build/stara/index.html', 'w użyciu');
    expect(() => write(GOOD)).toThrow('/stara/ is a page: it cannot be redirected');
    expect(page('stara')).toBe('w użyciu');
  });

  test('without a table there are none', () => {
    expect(writeRedirects(root, { base: '', origin: '', table: join(root, 'none.csv') })).toBe(0);
  });
});
