import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

const node = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`], environment: 'node' as const, ...extra },
});

/** Absolute addresses are made only where the site's own is known. */
function siteUrl(): string {
  const { SITE_URL = '' } = process.env;
  if (SITE_URL !== '' && !/^https?:\/\/[^/\s]+$/.test(SITE_URL))
    throw new Error(
      `invalid SITE_URL: ${SITE_URL} (expected e.g. "https://example.org", the path goes into BASE_PATH)`,
    );
  return SITE_URL;
}

/** Whether charts for other sites are drawn in the build, or by the browser that shows them. */
function embeds(): typeof __EMBEDS__ {
  const { EMBEDS = '' } = process.env;
  if (!['', 'browser'].includes(EMBEDS))
    throw new Error(`invalid EMBEDS: ${EMBEDS} (expected "browser" or nothing)`);
  return EMBEDS === 'browser' ? 'browser' : 'pages';
}

/** What makes a share of the pages from what is bundled (`scripts/share.mjs`) asks for SvelteKit's own options only. */
const sharesPages = /^[1-9]/.test(process.env.SHARD ?? '');

export default defineConfig({
  plugins: sharesPages ? [] : [sveltekit()],
  define: {
    __SITE_URL__: JSON.stringify(siteUrl()),
    __ARCHIVED__: JSON.stringify((process.env.ARCHIVE ?? '') !== ''),
    __EMBEDS__: JSON.stringify(embeds()),
  },
  // The hashes of the policy forbid inlined data, and one file a resource caches better.
  build: {
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    // A gmina's page would carry the names of all chunks of all pages, a tenth of its scripts.
    modulePreload: { polyfill: false, resolveDependencies: () => [] },
  },
  // Workers load their heavy parts when needed, which only modules can.
  worker: { format: 'es' },
  test: {
    projects: [
      node('unit'),
      node('report', { testTimeout: 60_000, hookTimeout: 60_000 }),
      node('sql', { testTimeout: 60_000, hookTimeout: 60_000 }),
      node('charts'),
      node('e2e', {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        fileParallelism: false,
        // A real browser on a busy machine: once more, so that one late frame does not refuse a whole change.
        retry: 1,
        globalSetup: 'tests/e2e/serve.ts',
      }),
    ],
  },
});
