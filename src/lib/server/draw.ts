import { JSDOM } from 'jsdom';
import { draw } from '../charts/draw';
import type { Renderer } from '../charts/renderer';

const { document } = new JSDOM('').window;

/** Charts as markup, drawn on one jsdom document: what `renderer.ts` is given while prerendering. */
export const renderOnServer: Renderer = (spec, drawing, label) =>
  draw(spec, drawing, label, document).outerHTML;
