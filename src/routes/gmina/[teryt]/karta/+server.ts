import { error } from '@sveltejs/kit';
import { publishedVersion } from '$lib/server';
import { cardPage } from '../../../cards/card-page';
import { gminyWithData } from '../../../osadz/embeds';
import { gminaParts } from '../gathered';
import { cardOf } from './card';
import Card from './Card.svelte';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'always';

export const entries: EntryGenerator = async () => (await gminyWithData()).map((teryt) => ({ teryt }));

/** Two sheets of A4 about a gmina. */
export const GET: RequestHandler = async ({ params }) => {
  const { teryt } = params;
  if (!(await gminyWithData()).includes(teryt)) error(404, 'Nie ma karty tej gminy');
  const card = cardOf(await gminaParts.profile(teryt), await gminaParts.similar(teryt));
  if (!card) error(404, 'Nie ma karty tej gminy');
  return cardPage(Card, { card, version: publishedVersion() });
};
