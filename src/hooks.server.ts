import type { Handle, ServerInit } from '@sveltejs/kit';
import { setRenderer } from '$lib/charts/renderer';
import { publishedVersion } from '$lib/server/data';
import { renderOnServer } from '$lib/server/draw';
import { setPaged } from './params/paged';
import { pagedSources } from './routes/sources';

/** Pages are only ever rendered while prerendering (or by the development server): charts are drawn on jsdom. */
export const init: ServerInit = () => {
  setRenderer(renderOnServer);
  setPaged(pagedSources());
};

/** The page says of which version its data are, so that addresses of data can name it: see `published` in `links.ts`. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%published.version%', publishedVersion()),
  });
