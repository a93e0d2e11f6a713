import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSitemap } from '../../../scripts/sitemap.mjs';

test('the site map names every page once, by its whole address, and neither other files nor embeds', () => {
  const build = mkdtempSync(join(tmpdir(), 'gminoskop-sitemap-'));
  try {
    for (const folder of [
      '',
      'gmina/060801',
      'dane',
      'osadz/a/060801',
      'osadz/wersja/0123456789ab/a/060801',
    ]) {
      mkdirSync(join(build, folder), { recursive: true });
      writeFileSync(join(build, folder, 'index.html'), '');
    }
    writeFileSync(join(build, '404.html'), '');
    writeFileSync(join(build, 'dane', 'katalog.jsonld'), '');
    expect(writeSitemap(build, { site: 'https://example.org', base: '/g' })).toBe(3);
    const locations = [...readFileSync(join(build, 'sitemap.xml'), 'utf8').matchAll(/<loc>(.*)<\/loc>/g)];
    expect(locations.map(([, address]) => address)).toEqual([
      'https://example.org/g/',
      'https://example.org/g/dane/',
      'https://example.org/g/gmina/060801/',
    ]);
    expect(readFileSync(join(build, 'robots.txt'), 'utf8')).toContain(
      'Sitemap: https://example.org/g/sitemap.xml',
    );
  } finally {
    rmSync(build, { recursive: true });
  }
});
