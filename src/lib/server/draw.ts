import { JSDOM } from 'jsdom';
import { draw, type Renderer } from '../charts';

const { document } = new JSDOM('').window;

/** Charts as markup, drawn on one jsdom document: what `renderer.ts` is given while prerendering. */
export const renderOnServer: Renderer = (spec, drawing, label) => draw(spec, drawing, label, document).outerHTML;
