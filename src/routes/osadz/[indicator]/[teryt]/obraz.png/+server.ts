import { error } from '@sveltejs/kit';
import { shareResponse, shareTexts } from '../../../../share-picture';
import { gminaParts } from '../../../../gmina/[teryt]/gathered';
import { aboutEmbed, embedOf } from '../../../embeds';
import { pictureEntries } from '../../../pictures';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = pictureEntries;

/** The chart as a picture for links to it, and for those to the gmina whose first chart it is. */
export const GET: RequestHandler = async ({ params }) => {
  const embed = await embedOf(params.indicator, params.teryt);
  if (!embed) error(404, 'Nie ma takiego wykresu');
  const { name, typeName, powiat } = await gminaParts.profile(params.teryt);
  const { spec } = embed.figure;
  const of = [name, typeName, ...(powiat.city ? [] : [powiat.name])].join(', ');
  return shareResponse(spec, shareTexts(aboutEmbed(embed), spec, of));
};
