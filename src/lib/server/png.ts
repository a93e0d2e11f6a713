import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { kept } from './kept';
import { palettePng } from './palette-png';

/** Of the root of the project, in which prerendering runs. Two weights: pictures are set in no other. */
const FONTS = ['regular', 'semibold'].map((weight) =>
  join(process.cwd(), 'src/lib/components/styles/fonts', `source-sans-3-${weight}.ttf`),
);

/**
 * A picture as PNG, in its own size. Letters are of the site's font and of no other: one that it lacks is left out, on every
 * machine alike.
 * @param svg a drawing that needs no stylesheet: the renderer knows no variables
 */
export function pngOf(svg: string): Uint8Array {
  const { pixels, width, height } = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Source Sans 3' },
  }).render();
  return palettePng(pixels, width, height);
}

/** The same; of what is unchanged since an earlier build the picture is taken from there. @param of all that `svg` is made of */
export const keptPng = (of: unknown, svg: () => string): Uint8Array =>
  kept(process.env.PICTURES_CACHE ?? '', 'png', of, () => pngOf(svg()));
