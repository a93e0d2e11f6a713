import type { Component } from 'svelte';
import { render } from 'svelte/server';
import chart from '$lib/components/styles/chart.css?inline';
import font from '$lib/components/styles/print-font.css?inline';
import light from '$lib/components/styles/light.css?inline';
import { htmlDocument, packedCss } from '../document';
import sheet from './sheet.css?inline';

const css = packedCss(font, light, chart, sheet);

/** Sheets of A4 to hand out: outside the site's frame, so that paper carries nothing of it. */
export function cardPage<Props extends Record<string, unknown>>(
  card: Component<Props>,
  props: Props,
): Response {
  // The types of `render` ask for the props of a component whose props they cannot see.
  const { head, body } = render(card as Component, { props });
  return htmlDocument({ head, body, css, policy: ["font-src 'self'"] });
}
