import { error } from '@sveltejs/kit';
import { catalogue } from '$lib/server';
import { documentedGminy } from '../report-tables/documented';
import { gminaParts } from '../gathered';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = documentedGminy;

/** What the reports of a gmina expected of the next year, held against what came. */
export const load: PageServerLoad = async ({ params: { teryt } }) => {
  if (!documentedGminy().some((one) => one.teryt === teryt)) error(404, 'Nie ma prognoz tej gminy');
  return {
    teryt,
    name: catalogue().units.require(teryt).name,
    reports: await gminaParts.forecasts(teryt),
  };
};
