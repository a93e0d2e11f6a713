import { error } from '@sveltejs/kit';
import { catalogue } from '$lib/server';
import { gminaParts } from '../gathered';
import { documentedGminy } from '../report-tables/documented';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = documentedGminy;

/** Every table of a gmina's documents on one page, readable without scripts and ready to be printed. */
export const load: PageServerLoad = async ({ params }) => {
  if (!documentedGminy().some(({ teryt }) => teryt === params.teryt)) error(404, 'Nie ma tabel tej gminy');
  return {
    teryt: params.teryt,
    name: catalogue().units.name(params.teryt),
    blocks: (await gminaParts.tables(params.teryt)).filter((block) => block.tables.length > 0),
  };
};
