// Takes the Polish letters out of the file of all extended Latin ones: 5 kB where that has 60. `node scripts/fonts.mjs`
// Its result is committed: it changes only with the font.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// @ts-expect-error it brings no types
import subsetFont from 'subset-font';

const POLISH = 'ĄąĆćĘęŁłŃńŚśŹźŻż';
const FILES = join('node_modules', '@fontsource-variable', 'source-sans-3', 'files');
const OUT = join('src', 'lib', 'components', 'styles', 'fonts');

const bytes = await subsetFont(
  readFileSync(join(FILES, 'source-sans-3-latin-ext-wght-normal.woff2')),
  POLISH,
  { targetFormat: 'woff2' },
);
mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, 'source-sans-3-polish-wght-normal.woff2'), bytes);
console.log(`${bytes.length} bytes`);
