import { error } from '@sveltejs/kit';
import { catalogue } from '$lib/server';
import { areaPage } from '../../area';
import { wojewodztwaToPrerender } from '../../prerender';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => wojewodztwaToPrerender().map((teryt) => ({ teryt }));

export const load: PageServerLoad = async ({ params }) => {
  if (params.teryt.length !== 2 || !catalogue().units.has(params.teryt)) error(404, 'Nie ma takiego obszaru');
  return { area: await areaPage(params.teryt) };
};
