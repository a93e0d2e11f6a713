// The script that an embedded chart loads when its address names years: the chart functions as one file.
import { join } from 'node:path';
import { build } from 'vite';

/** @param {string} folder where `osadz-rysuj.js` is written */
export async function bundleEmbedDrawing(folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
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
