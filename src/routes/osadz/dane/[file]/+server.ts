import { error, json } from '@sveltejs/kit';
import { chartsOf, gminyWithEmbeds } from '../../embeds';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () =>
  (await gminyWithEmbeds()).map((teryt) => ({ file: `${teryt}.json` }));

/** What the browser draws the charts of a gmina from, for other sites. */
export const GET: RequestHandler = async ({ params }) => {
  const file = await chartsOf(/^(\d{6})\.json$/.exec(params.file)?.[1] ?? '');
  if (!file) error(404, 'Nie ma wykresów takiej gminy');
  return json(file);
};
