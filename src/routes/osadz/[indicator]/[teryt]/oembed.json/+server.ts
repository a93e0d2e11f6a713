import { error, json } from '@sveltejs/kit';
import { iframeCode } from '$lib/export/embed-code';
import { SHARE_HEIGHT, SHARE_WIDTH } from '$lib/export/share-picture';
import { links } from '$lib/components/links';
import { aboutEmbed, absolute, addressOf, embedEntries, drawingsOf, embedOf } from '../../../embeds';
import { embedHeight } from '../../../height';
import { picturePath } from '../../../pictures';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = embedEntries;

const WIDTH = 720;

/** oEmbed 1.0, type `rich`. Without SITE_URL its addresses begin with the path, for the origin is not known. */
export const GET: RequestHandler = async ({ params }) => {
  const embed = await embedOf(params.indicator, params.teryt);
  if (!embed) error(404, 'Nie ma takiego wykresu do osadzenia');
  const height = embedHeight(aboutEmbed(embed), embed.name, drawingsOf(embed));
  const title = embed.figure.title;
  const picture = await picturePath(params.indicator, params.teryt);
  return json({
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Gminoskop',
    provider_url: absolute(links.home),
    author_name: 'Gminoskop',
    author_url: absolute(links.unit(embed.teryt)),
    cache_age: 86_400,
    ...(picture === undefined
      ? {}
      : {
          thumbnail_url: absolute(picture),
          thumbnail_width: SHARE_WIDTH,
          thumbnail_height: SHARE_HEIGHT,
        }),
    width: WIDTH,
    height,
    html: iframeCode({ address: absolute(addressOf(embed)), title, height }),
  });
};
