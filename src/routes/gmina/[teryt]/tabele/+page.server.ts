import { error } from '@sveltejs/kit';
import { contextOf } from '../profile';
import { documentedGminy } from '../report-tables/documented';
import { foldedBlocks } from '../report-tables/build';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = documentedGminy;

/** Every table of a gmina's documents on one page, readable without scripts and ready to be printed. */
export const load: PageServerLoad = async ({ params }) => {
  if (!documentedGminy().some(({ teryt }) => teryt === params.teryt)) error(404, 'Nie ma tabel tej gminy');
  const context = await contextOf(params.teryt);
  return {
    teryt: params.teryt,
    name: context.unit.name,
    blocks: foldedBlocks(context).filter((block) => block.tables.length > 0),
  };
};
