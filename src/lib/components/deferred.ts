import type { Component } from 'svelte';

/** Markup of a component by itself, with the contexts of the page around it. */
export type PartRenderer = <Given extends Record<string, unknown>>(
  part: Component<Given>,
  options: { props: Given; context: Map<unknown, unknown>; idPrefix: string },
) => string;

/** See `KEEP` of the charts' renderer: what a browser renders while hydrating, so that the markup of the server is kept. */
const KEEP = ' ';

let registered: PartRenderer = () => KEEP;

/** Called once, by the server's hook: Svelte's renderer must not come to the browser. */
export function setPartRenderer(renderer: PartRenderer): void {
  registered = renderer;
}

/** Markup of a part on the server; in the browser what the server sent is kept. */
export const renderPart: PartRenderer = (part, options) => registered(part, options);
