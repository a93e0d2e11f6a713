// Makes the fonts: Latin, the Polish letters and the signs in use. One variable file of 25 kB for the pages; one a weight for
// print, since browsers write a variable font into a PDF as drawings of every letter; and the two weights of pictures, whose
// maker reads neither woff2 nor variable files. Its result is committed, for it changes only with the font: `node scripts/fonts.mjs`
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

/** Family and style, also as one family of all weights: a renderer finds the half bold letters by them. */
const NAMES = [1, 2, 16, 17];

/** @param {number} first @param {number} last */
function between(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}

const VARIABLE = ['WOFF2', 'VF', 'SourceSans3VF-Upright.ttf.woff2'];
/** @type {{ from: string[], to: string, targetFormat: 'woff2' | 'truetype', variationAxes?: Record<string, number> }[]} */
const FONTS = [
  { from: VARIABLE, to: 'source-sans-3.woff2', targetFormat: 'woff2' },
  ...PRINTED_WEIGHTS.map((wght) => ({
    from: VARIABLE,
    to: `source-sans-3-${wght}.woff2`,
    targetFormat: /** @type {const} */ ('woff2'),
    variationAxes: { wght },
  })),
  { from: ['TTF', 'SourceSans3-Regular.ttf'], to: 'source-sans-3-regular.ttf', targetFormat: 'truetype' },
  { from: ['TTF', 'SourceSans3-Semibold.ttf'], to: 'source-sans-3-semibold.ttf', targetFormat: 'truetype' },
];
mkdirSync(OUT, { recursive: true });
for (const { from, to, targetFormat, variationAxes } of FONTS) {
  const source = readFileSync(join(PACKAGE, ...from));
  /** @type {Buffer} */
  const font = await subsetFont(source, [...LETTERS, ...SIGNS].join(''), {
    targetFormat,
    keepFeatures: FEATURES,
    // What it is called stays with those that are looked for by name.
    ...(targetFormat === 'truetype' ? { preserveNameIds: NAMES } : {}),
    ...(variationAxes ? { variationAxes } : {}),
  });
  writeFileSync(join(OUT, to), font);
  console.log(`${to}: ${font.length} bytes`);
}
copyFileSync(join(PACKAGE, 'LICENSE.md'), join(OUT, 'LICENSE.md'));
