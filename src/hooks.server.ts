import type { ServerInit } from '@sveltejs/kit';
import { setRenderer } from '$lib/charts/renderer';
import { renderOnServer } from '$lib/server/draw';

/** Pages are only ever rendered while prerendering (or by the development server): charts are drawn on jsdom. */
export const init: ServerInit = () => setRenderer(renderOnServer);
