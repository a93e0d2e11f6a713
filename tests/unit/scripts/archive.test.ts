import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { frozenEmbed, keepEmbeds, layArchive, listArchive, readArchive } from '../../../scripts/archive.mjs';

const VERSION = '0123456789ab';
const NEWER = 'ba9876543210';
const EMBED = `<!doctype html>
<html lang="pl" data-wysokosc="640">
<head>
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'sha256-x='; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'">
<style>p{color:red}</style>
<title>Deprywacja – Gminoskop</title>
<link rel="canonical" href="https://example.org/g/gmina/060801/">
<link rel="alternate" type="application/json+oembed" href="https://example.org/g/oembed.json">
<script src="/g/osadz-strona.js" defer></script><meta property="og:image" content="https://example.org/g/obraz.png"><meta name="twitter:card" content="summary_large_image">
</head>
<body><main><svg><path d="M0,0"/></svg>
<footer><p>Źródło: <a href="/g/zrodlo/ozps-060801-2019/#s1" target="_blank">OZPS</a></p></footer></main>
<script type="application/json" id="wykres">{"type":"trend"}</script></body>
</html>
`;
const of = { version: VERSION, day: '2026-11-25', base: '/g', indicator: 'deprywacja', teryt: '060801' };

let root: string;
const at = (...parts: string[]): string => join(root, ...parts);
const put = (path: string, text: string): void => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gminoskop-archive-'));
  put(`versions/2026-11-25-${VERSION}.json`, '{}');
  put('build/osadz/deprywacja/060801/index.html', EMBED);
  put('build/osadz/deprywacja/060801/obraz.svg', '<svg/>');
  put('build/osadz/404.html', 'nie ma');
  put('build/osadz/stary/060801/index.html', '<meta http-equiv="refresh" content="0; url=/g/">');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});
const keep = (version = VERSION): number =>
  keepEmbeds(at('build'), at('archive'), { version, base: '/g', records: at('versions') });

describe('a frozen embed', () => {
  const frozen = frozenEmbed(EMBED, of);

  test('says which data it is of, and where newer ones are', () => {
    expect(frozen).toContain(`Wykres zamrożony: dane wersji ${VERSION} z dnia 25 listopada 2026`);
    expect(frozen).toContain('nowsze dane: <a href="../../../../../osadz/deprywacja/060801/"');
    expect(frozenEmbed(EMBED, { ...of, day: '' })).toContain(`dane wersji ${VERSION}</strong>`);
  });

  test('runs nothing and asks for nothing, and its policy allows neither', () => {
    expect(frozen).not.toMatch(/<script|<link|src=|oembed|og:image|twitter|"type":"trend"/);
    expect(frozen).toContain(
      `content="default-src 'none'; style-src 'sha256-x='; base-uri 'none'; form-action 'none'"`,
    );
    expect(frozen).toContain('<svg><path d="M0,0"/></svg>');
  });

  test('leads to places of the site wherever that is deployed', () => {
    expect(frozen).toContain('href="../../../../../zrodlo/ozps-060801-2019/#s1"');
    expect(frozen).not.toMatch(/href="\/|example\.org/);
  });

  test('asks for a taller frame, for it has a line more', () => {
    expect(Number(/data-wysokosc="(\d+)"/.exec(frozen)?.[1])).toBeGreaterThan(640);
  });

  test.each([
    ['<img src="/g/obraz.png">', '<img'],
    ['<p onclick="x()">', 'onclick='],
    ['<style>p{background:url(x.png)}</style>', 'url('],
    ['<iframe srcdoc="">', '<iframe'],
  ])('cannot be made of a page with %s', (part, problem) => {
    const page = EMBED.replace('<svg>', `${part}<svg>`);
    expect(() => frozenEmbed(page, of)).toThrow(/\/osadz\/deprywacja\/060801\/ still asks for something: /);
    expect(() => frozenEmbed(page, of)).toThrow(problem);
  });

  test('cannot be made of a page that is no embed', () => {
    expect(() => frozenEmbed('<p>Co innego</p>', of)).toThrow('/osadz/deprywacja/060801/ is no embed');
  });
});

describe('an archive', () => {
  test('gets the embeds of the version that was built, charts only', () => {
    expect(keep()).toBe(1);
    expect(readdirSync(at('archive'), { recursive: true }).sort()).toEqual(
      [
        VERSION,
        `${VERSION}/osadz`,
        `${VERSION}/osadz/deprywacja`,
        `${VERSION}/osadz/deprywacja/060801`,
        `${VERSION}/osadz/deprywacja/060801/index.html`,
      ].sort(),
    );
  });

  test('keeps what it has, whatever the site is made of later', () => {
    keep();
    const file = at('archive', VERSION, 'osadz/deprywacja/060801/index.html');
    const before = readFileSync(file, 'utf8');
    put('build/osadz/deprywacja/060801/index.html', EMBED.replace('M0,0', 'M9,9'));
    put('build/osadz/deprywacja/120102/index.html', EMBED);
    expect(keep()).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(existsSync(at('archive', VERSION, 'osadz/deprywacja/120102/index.html'))).toBe(true);
  });

  test('stands in the site version by version, each with its own data', () => {
    keep();
    put('build/osadz/deprywacja/060801/index.html', EMBED.replace('M0,0', 'M9,9'));
    keep(NEWER);
    expect(layArchive(at('build'), at('archive'))).toBe(2);
    const page = (version: string) =>
      readFileSync(at('build/osadz/wersja', version, 'deprywacja/060801/index.html'), 'utf8');
    expect(page(VERSION)).toContain('M0,0');
    expect(page(NEWER)).toContain('M9,9');
    // What is laid into the site is no embed of the version that was built.
    expect(keep(NEWER)).toBe(0);
    expect(layArchive(at('build'), '')).toBe(0);
    expect(existsSync(at('build/osadz/wersja'))).toBe(false);
  });

  test('that has changed is known by its list', () => {
    keep();
    const before = listArchive(at('archive'));
    expect(listArchive(at('archive'))).toEqual(before);
    keep(NEWER);
    expect(listArchive(at('archive'))).not.toEqual(before);
    expect(listArchive('')).toEqual([]);
  });

  test('may hold hidden files of its own', () => {
    keep();
    put('archive/.git/config', '');
    expect(readArchive(at('archive')).map(({ path }) => path)).toEqual([`${VERSION}/deprywacja/060801`]);
  });

  test.each([
    ['archive/wersja-1/osadz/deprywacja/060801/index.html', 'archive/wersja-1: is no folder of a version'],
    ['archive/uwagi.txt', 'archive/uwagi.txt: is no folder of a version'],
    [`archive/${VERSION}/gmina/060801/index.html`, `archive/${VERSION}/gmina: is no folder of embeds`],
    [`archive/${VERSION}/osadz/Co to/060801/index.html`, 'Co to: is no folder of an indicator'],
    [`archive/${VERSION}/osadz/deprywacja/0608/index.html`, 'deprywacja/0608: is no folder of a gmina'],
    [`archive/${VERSION}/osadz/deprywacja/060801/wykres.js`, '060801/wykres.js: is no page of an embed'],
    [
      `archive/${VERSION}/osadz/inny/060801/index.html`,
      `inny/060801/index.html: is no frozen embed of version ${VERSION}`,
    ],
  ])('with %s is refused, and the place is named', (path, problem) => {
    keep();
    put(path, '<p>Co innego</p>');
    expect(() => layArchive(at('build'), at('archive'))).toThrow(problem);
  });

  test('with a page of another version, or one that runs scripts, is refused', () => {
    keep();
    const page = readFileSync(at('archive', VERSION, 'osadz/deprywacja/060801/index.html'), 'utf8');
    put(`archive/${NEWER}/osadz/deprywacja/060801/index.html`, page);
    put(
      `archive/${VERSION}/osadz/inny/060801/index.html`,
      page.replace('</main>', '<script>x()</script></main>'),
    );
    expect(() => readArchive(at('archive'))).toThrow(`is no frozen embed of version ${NEWER}`);
    expect(() => readArchive(at('archive'))).toThrow('inny/060801/index.html: asks for something: <script');
  });

  test('cannot lie where every build deletes it, nor take data without a version', () => {
    expect(() => keepEmbeds(at('build'), at('build/archive'), { version: VERSION, base: '' })).toThrow(
      'which every build deletes',
    );
    expect(() => keep('')).toThrow('names no version');
  });
});
