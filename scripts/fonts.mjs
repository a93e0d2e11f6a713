// Makes the one font of the pages: Latin, the Polish letters and the signs in use, in one variable file of 25 kB; and the
// two weights of it that pictures are drawn with, which read neither woff2 nor variable files. Its result is committed, for it changes only with the font: `node scripts/fonts.mjs`
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// @ts-expect-error it brings no types
import subsetFont from 'subset-font';

const PACKAGE = join('node_modules', 'source-sans');
const OUT = join('src', 'lib', 'components', 'styles', 'fonts');
const LETTERS = [...between(0x20, 0x7e), ...between(0xa0, 0xff), ...'ĄąĆćĘęŁłŃńŚśŹźŻż'];
const SIGNS = [...between(0x2010, 0x2026), '\u202f', ...'‰′″‹›€←↑→↓−∕≤≥≈'];
/** Kerning, composed and Polish forms, and figures of one width for tables. */
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum', 'lnum'];

/** Family and style, also as one family of all weights: a renderer finds the half bold letters by them. */
const NAMES = [1, 2, 16, 17];

/** @param {number} first @param {number} last */
function between(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}

const FONTS = [
  {
    from: ['WOFF2', 'VF', 'SourceSans3VF-Upright.ttf.woff2'],
    to: 'source-sans-3.woff2',
    targetFormat: 'woff2',
  },
  { from: ['TTF', 'SourceSans3-Regular.ttf'], to: 'source-sans-3-regular.ttf', targetFormat: 'truetype' },
  { from: ['TTF', 'SourceSans3-Semibold.ttf'], to: 'source-sans-3-semibold.ttf', targetFormat: 'truetype' },
];
mkdirSync(OUT, { recursive: true });
for (const { from, to, targetFormat } of FONTS) {
  const source = readFileSync(join(PACKAGE, ...from));
  /** @type {Buffer} */
  const font = await subsetFont(source, [...LETTERS, ...SIGNS].join(''), {
    targetFormat,
    keepFeatures: FEATURES,
    preserveNameIds: NAMES,
  });
  writeFileSync(join(OUT, to), font);
  console.log(`${to}: ${font.length} bytes`);
}
copyFileSync(join(PACKAGE, 'LICENSE.md'), join(OUT, 'LICENSE.md'));
