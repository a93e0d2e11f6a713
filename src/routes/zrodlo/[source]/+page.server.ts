import { error } from '@sveltejs/kit';
import { catalogue, publishedSources } from '$lib/server';
import { pagedSources, placesOf } from '../../sources';
import { rowsOf } from '../rows';
import { sourceHead } from '../source-page';
import { ofShard } from '../../prerender';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => {
  const paged = pagedSources();
  return ofShard([...publishedSources().keys()].filter((id) => !paged.has(id))).map((source) => ({ source }));
};

/** Every row of a source, on one page. */
export const load: PageServerLoad = async ({ params }) => {
  const rows = rowsOf(await placesOf(params.source), catalogue());
  const head = sourceHead(params.source, rows.length, new Set(rows.map((row) => row.id)));
  if (!head || rows.length === 0) error(404, 'Nie ma takiego źródła');
  return { head, rows };
};
