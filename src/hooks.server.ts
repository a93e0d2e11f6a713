import type { Handle, ServerInit } from '@sveltejs/kit';
import { setRenderer } from '$lib/charts/renderer';
import { renderOnServer } from '$lib/server/draw';

/** Pages are only ever rendered while prerendering (or by the development server): charts are drawn on jsdom. */
export const init: ServerInit = () => setRenderer(renderOnServer);

const PRELOADS = /\s*<link href="[^"]+" rel="modulepreload">/g;

/**
 * A page is read before any script: what preloads the scripts stands behind its content, where it does not take the line
 * from the first chart.
 */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: () => true,
    transformPageChunk: ({ html }) =>
      html
        .replaceAll(PRELOADS, '')
        .replace('</body>', (end) => `${(html.match(PRELOADS) ?? []).join('')}${end}`),
  });
