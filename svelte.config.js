import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const base = process.env.BASE_PATH ?? '';
if (base !== '' && !/^(\/[A-Za-z0-9._-]+)+$/.test(base))
  throw new Error(`invalid BASE_PATH: ${base} (expected e.g. "/gminoskop")`);

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    // Precompression is done by scripts/build.mjs: one pass, both cores, the engine cached by its hash.
    adapter: adapter({ pages: 'build', assets: 'build', precompress: false }),
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
      // A development build limited by PRERENDER_ONLY follows no links, or it would make every page after all.
      crawl: !process.env.PRERENDER_ONLY,
      handleHttpError: 'fail',
      handleMissingId: 'fail',
      concurrency: 4,
    },
  },
};
