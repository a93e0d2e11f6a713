// Makes the one font of the pages: Latin, the Polish letters and the signs in use, in one variable file of 25 kB.
// And the fonts of print, one a weight: browsers write a variable font into a PDF as drawings of every letter.
// Its result is committed, for it changes only with the font: `node scripts/fonts.mjs`
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// @ts-expect-error it brings no types
import subsetFont from 'subset-font';

const PACKAGE = join('node_modules', 'source-sans');
const OUT = join('src', 'lib', 'components', 'styles', 'fonts');
/** Text, and headings with whatever is strong. */
const PRINTED_WEIGHTS = [400, 650];
const LETTERS = [...between(0x20, 0x7e), ...between(0xa0, 0xff), ...'ĄąĆćĘęŁłŃńŚśŹźŻż'];
const SIGNS = [...between(0x2010, 0x2026), '\u202f', ...'‰′″‹›€←↑→↓−∕≤≥≈'];
/** Kerning, composed and Polish forms, and figures of one width for tables. */
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum', 'lnum'];

/** @param {number} first @param {number} last */
function between(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}

const source = readFileSync(join(PACKAGE, 'WOFF2', 'VF', 'SourceSans3VF-Upright.ttf.woff2'));

/** @param {string} name @param {Record<string, number>} [variationAxes] axes that are fixed */
async function write(name, variationAxes = {}) {
  /** @type {Buffer} */
  const font = await subsetFont(source, [...LETTERS, ...SIGNS].join(''), {
    targetFormat: 'woff2',
    keepFeatures: FEATURES,
    variationAxes,
  });
  writeFileSync(join(OUT, name), font);
  console.log(`${name}: ${font.length} bytes`);
}

mkdirSync(OUT, { recursive: true });
copyFileSync(join(PACKAGE, 'LICENSE.md'), join(OUT, 'LICENSE.md'));
await write('source-sans-3.woff2');
for (const wght of PRINTED_WEIGHTS) await write(`source-sans-3-${wght}.woff2`, { wght });
