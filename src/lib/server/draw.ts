import { JSDOM } from 'jsdom';
import { draw } from '../charts/draw';
import type { Renderer } from '../charts/renderer';
import { kept } from './kept';

const { document, XMLSerializer } = new JSDOM('').window;

/** What pictures are made in while prerendering. */
export const serverDocument: Document = document;

/** An element as XML, which a file of its own must be. */
export const xmlOf = (element: Element): string => new XMLSerializer().serializeToString(element);

/** Charts as markup, drawn on one jsdom document: what `renderer.ts` is given while prerendering. Unchanged ones are not drawn again. */
export const renderOnServer: Renderer = (spec, drawing, label) =>
  Buffer.from(
    kept(process.env.CHARTS_CACHE ?? '', 'svg', [spec, drawing, label], () =>
      Buffer.from(draw(spec, drawing, label, document).outerHTML),
    ),
  ).toString();
