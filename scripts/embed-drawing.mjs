// The script that draws an embedded chart in the browser: the chart functions and the frame around them as one file.
import { join } from 'node:path';
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { typesetMarkup } from './typeset-markup.mjs';

/** An embed has its stylesheet in its page: those of the components are for other pages. @type {import('vite').Plugin} */
const noStyles = {
  name: 'no-styles',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const name of Object.keys(bundle)) if (name.endsWith('.css')) delete bundle[name];
  },
};

/** @param {string} folder where `osadz-rysuj.js` is written */
export async function bundleEmbedDrawing(folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [noStyles, svelte({ configFile: false, preprocess: [typesetMarkup(), vitePreprocess()] })],
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      rollupOptions: {
        input: join('src', 'routes', 'osadz', 'redraw.ts'),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'osadz-rysuj.js', inlineDynamicImports: true },
      },
    },
  });
}
