import type { ServerInit } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { setRenderer } from '$lib/charts/renderer';
import { renderOnServer } from '$lib/server/draw';
import BlockTables from './routes/gmina/[teryt]/report-tables/BlockTables.svelte';
import { setFoldedRenderer } from './routes/gmina/[teryt]/report-tables/folded';

/** Pages are only ever rendered while prerendering (or by the development server): charts are drawn on jsdom. */
export const init: ServerInit = () => {
  setRenderer(renderOnServer);
  setFoldedRenderer((blocks) => render(BlockTables, { props: { blocks } }).body);
};
