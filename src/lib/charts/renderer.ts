import type { DrawingSize } from './drawing';
import type { ChartSpec } from './spec';

/** Draws a chart as markup. */
export type Renderer = (spec: ChartSpec, drawing: DrawingSize, label: string) => string;

/**
 * What a browser renders while hydrating: not empty, for an empty `{@html}` is hydrated as one node.
 * Svelte keeps the markup that the server sent and never compares it outside development.
 */
const KEEP = ' ';

let registered: Renderer = () => KEEP;

/** Called once: by the server's hook with the jsdom renderer, in the browser when a chart must be redrawn. */
export function setRenderer(renderer: Renderer): void {
  registered = renderer;
}

/**
 * Markup of a chart, on the server. In the browser no renderer is registered while the page hydrates,
 * so the charts are in the HTML once and neither in the page's data nor in its scripts.
 */
export function render(spec: ChartSpec, drawing: DrawingSize, label: string): string {
  return registered(spec, drawing, label);
}

const prepared = new Map<string, ChartSpec>();

/** Keeps a chart of a page that is being made: what it is drawn of need not travel with the page's data. */
export function prepare(key: string, spec: ChartSpec): void {
  prepared.set(key, spec);
}

/** Markup of a chart that was prepared, on the server; in the browser what the server sent is kept. */
export function renderPrepared(key: string, drawing: DrawingSize, label: string): string {
  const spec = prepared.get(key);
  return spec ? registered(spec, drawing, label) : KEEP;
}
