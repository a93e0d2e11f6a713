import { error } from '@sveltejs/kit';
import { publishedSources } from '$lib/server';
import { ofShard } from '../../prerender';
import { keptCheck } from '../report-check';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
  ofShard([...publishedSources().keys()]).map((source) => ({ source }));

export const load: PageServerLoad = async ({ params }) =>
  (await keptCheck(params.source)) ?? error(404, 'Nie ma takiego źródła');
