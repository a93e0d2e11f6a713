import { describe, expect, test } from 'vitest';
import { headersFor, RULES } from '../../../scripts/headers.mjs';
import { apache, headersFile, nginx, redirectsFile } from '../../../scripts/hosts.mjs';

const site = {
  base: '/gminoskop',
  version: '0123456789ab',
  folders: ['_app', 'data', 'duckdb', 'gmina', 'ocr', 'osadz'],
};

/** Blocks of a `_headers` file: address and lines. */
const blocksOf = (text: string): [path: string, lines: string[]][] =>
  text.split('\n\n').map((block) => {
    const [path = '', ...lines] = block.split('\n').filter((line) => !line.startsWith('#'));
    return [path, lines];
  });

describe('the configuration of a host', () => {
  test.each([
    ['nginx', nginx({ ...site, root: '/srv/www', listen: ['80'], brotli: true })],
    ['Apache', apache(site)],
  ])('of %s has every header of every rule, below the base path', (_host, text) => {
    for (const { path, headers } of RULES) {
      expect(text).toContain(`^${site.base}${path.replaceAll('.', '\\.')}`);
      for (const [name, value] of Object.entries(headers)) {
        expect(text).toContain(name);
        if (value !== '') expect(text).toContain(`"${value}"`);
      }
    }
    expect(text).toContain(site.version);
  });

  test('of Netlify and Cloudflare never gives one header two values that differ, but for the policy', () => {
    const blocks = blocksOf(headersFile(site));
    for (const [path, lines] of blocks)
      for (const [other, others] of blocks) {
        // Without a star it is one address.
        if (path === other || !other.endsWith('*') || !path.startsWith(other.replace(/\*$/, ''))) continue;
        const names = (all: string[]) => all.map((line) => line.trim().split(':')[0]);
        const both = names(lines).filter((name) => names(others).includes(name));
        expect(both.filter((name) => name !== 'Content-Security-Policy')).toEqual([]);
      }
    expect(headersFile(site)).not.toContain('no-cache');
  });

  test('lets only the embeds be framed', () => {
    const policies = blocksOf(headersFile(site)).flatMap(([path, lines]) =>
      lines.flatMap((line) => {
        const ancestors = /Content-Security-Policy: frame-ancestors ([^;]+);/.exec(line)?.[1];
        return ancestors === undefined ? [] : [[path, ancestors]];
      }),
    );
    expect(Object.fromEntries(policies)).toEqual({
      '/gminoskop/': "'none'",
      '/gminoskop/data/*': "'none'",
      '/gminoskop/gmina/*': "'none'",
      '/gminoskop/osadz/*': '*',
    });
    expect(headersFor('/gmina/060801/')['X-Frame-Options']).toBe('DENY');
    expect(headersFor('/osadz/deprywacja-lokalna/060801/')).not.toHaveProperty('X-Frame-Options');
    expect(apache(site)).toContain('Header always unset X-Frame-Options');
  });

  test('answers for a chart that is not there with the page that says so', () => {
    const page = `${site.base}/osadz/404.html`;
    expect(nginx({ ...site, root: '/srv/www', listen: ['80'], brotli: true })).toMatch(
      new RegExp(`location \\^~ ${site.base}/osadz/ \\{\\s+error_page 404 ${page};`),
    );
    expect(apache(site)).toContain(`ErrorDocument 404 ${page}`);
    expect(redirectsFile(site)).toContain(`${site.base}/osadz/*  ${page}  404`);
  });
});
