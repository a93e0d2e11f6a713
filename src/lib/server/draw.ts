import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { JSDOM } from 'jsdom';
import { draw } from '../charts/draw';
import type { Renderer } from '../charts/renderer';

const { document, XMLSerializer } = new JSDOM('').window;

/** What pictures are made in while prerendering. */
export const serverDocument: Document = document;

/** An element as XML, which a file of its own must be. */
export const xmlOf = (element: Element): string => new XMLSerializer().serializeToString(element);

/** Folder of charts that the code of this build has drawn before (`scripts/site.mjs`); without it every chart is drawn. */
const cache = process.env.CHARTS_CACHE ?? '';

/** Charts as markup, drawn on one jsdom document: what `renderer.ts` is given while prerendering. Unchanged ones are not drawn again. */
export const renderOnServer: Renderer = (spec, drawing, label) => {
  const make = (): string => draw(spec, drawing, label, document).outerHTML;
  if (cache === '') return make();
  const hash = createHash('sha256')
    .update(JSON.stringify([spec, drawing, label]))
    .digest('hex');
  const file = join(cache, hash.slice(0, 2), `${hash.slice(2)}.svg`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const markup = make();
  mkdirSync(dirname(file), { recursive: true });
  // Another process may be at the same chart: a file is there whole or not at all.
  writeFileSync(`${file}.${process.pid}`, markup);
  renameSync(`${file}.${process.pid}`, file);
  return markup;
};
