import { error } from '@sveltejs/kit';
import { pagedSources } from '../../sources';
import { ofShard } from '../../prerender';
import { keptSource } from '../paged-source';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => ofShard([...pagedSources()]).map((source) => ({ source }));

/** What a source holds, and the first of its rows: the others are fetched as they are asked for. */
export const load: PageServerLoad = async ({ params }) => {
  const source = await keptSource(params.source);
  if (!source) error(404, 'Nie ma takiego źródła');
  return source;
};
