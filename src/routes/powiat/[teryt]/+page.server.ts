import { error } from '@sveltejs/kit';
import { catalogue } from '$lib/server';
import { areaPage } from '../../area';
import { powiatyToPrerender } from '../../prerender';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => powiatyToPrerender().map((teryt) => ({ teryt }));

export const load: PageServerLoad = async ({ params }) => {
  if (params.teryt.length !== 4 || !catalogue().units.has(params.teryt)) error(404, 'Nie ma takiego obszaru');
  return { area: await areaPage(params.teryt) };
};
