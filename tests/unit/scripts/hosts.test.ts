import { describe, expect, test } from 'vitest';
import { RULES } from '../../../scripts/headers.mjs';
import { apache, headersFile, nginx } from '../../../scripts/hosts.mjs';

const site = { base: '/gminoskop', version: '0123456789ab' };

describe('the configuration of a host', () => {
  test.each([
    ['nginx', nginx({ ...site, root: '/srv/www', listen: ['80'], brotli: true })],
    ['Apache', apache(site)],
  ])('of %s has every header of every rule, below the base path', (_host, text) => {
    for (const { path, headers } of RULES) {
      expect(text).toContain(`^${site.base}${path.replaceAll('.', '\\.')}`);
      for (const [name, value] of Object.entries(headers)) {
        expect(text).toContain(name);
        expect(text).toContain(`"${value}"`);
      }
    }
    expect(text).toContain(site.version);
  });

  test('of Netlify and Cloudflare never gives one header two values that differ, but for the policy', () => {
    const blocks = headersFile(site)
      .split('\n\n')
      .map((block) => block.split('\n').filter((line) => !line.startsWith('#')));
    for (const [path = '', ...lines] of blocks)
      for (const [other = '', ...others] of blocks) {
        if (path === other || !path.startsWith(other.replace(/\*$/, ''))) continue;
        const names = (all: string[]) => all.map((line) => line.trim().split(':')[0]);
        const both = names(lines).filter((name) => names(others).includes(name));
        expect(both.filter((name) => name !== 'Content-Security-Policy')).toEqual([]);
      }
    expect(headersFile(site)).not.toContain('no-cache');
  });
});
