import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { typesetMarkup } from './scripts/typeset-markup.mjs';

const base = process.env.BASE_PATH ?? '';
if (base !== '' && !/^(\/[A-Za-z0-9._-]+)+$/.test(base))
  throw new Error(`invalid BASE_PATH: ${base} (expected e.g. "/gminoskop")`);

/** Folder with `data/`, `static/` and `build/` of another site than the project's own: a made-up load of the benchmarks. */
const workspace = process.env.WORKSPACE || '.';
/** The pages are made by several processes (`scripts/site.mjs`), each its share. */
const { SHARD = '' } = process.env;
const outDir = join(workspace, '.svelte-kit');
const build = join(workspace, 'build');

/** Whether a page shows its rows in pages, as it was prerendered. @param {string} path */
const isPagedSource = (path) =>
  path.startsWith(`${base}/zrodlo/`) &&
  readFileSync(
    join(outDir, 'output/prerendered/pages', path.slice(base.length), 'index.html'),
    'utf8',
  ).includes('id="wiersze"');

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: [typesetMarkup(), vitePreprocess()],
  kit: {
    // Precompression is done by scripts/build.mjs: one pass, both cores, the engine cached by its hash.
    adapter: adapter({
      pages: build,
      assets: build,
      precompress: false,
      // A share of the pages is not all of them; that all are there is checked when they are put together.
      strict: SHARD === '',
    }),
    outDir,
    files: { assets: join(workspace, 'static') },
    paths: { base: /** @type {'' | `/${string}`} */ (base), relative: false },
    // All of a page's stylesheets: 14 kB, 4 kB compressed, where each in a file of its own would be waited for.
    inlineStyleThreshold: 16_384,
    // A fixed name keeps builds of the same sources identical to the byte.
    version: { name: 'static' },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        'style-src': ['self'],
        // SvelteKit's own route announcer carries one style attribute, the same on every page: this one and no other.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
      },
    },
    prerender: {
      // Limited to some pages, a build follows no links, or it would make every page after all.
      crawl: !process.env.PRERENDER_ONLY && SHARD === '',
      // A share's pages are named to it (`scripts/share.mjs`).
      entries: SHARD === '' ? ['*'] : [],
      handleHttpError: 'fail',
      handleMissingId({ path, message }) {
        // A paged source brings the rest of its rows by itself; that every anchor leads to one is tested.
        if (!isPagedSource(path)) throw new Error(message);
      },
      concurrency: 4,
      // Which kinds of page there are depends on the data of a workspace, on the share of a process, and on who draws embeds.
      handleUnseenRoutes: process.env.WORKSPACE || process.env.EMBEDS || SHARD !== '' ? 'ignore' : 'fail',
    },
  },
};
