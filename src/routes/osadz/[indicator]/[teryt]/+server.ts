import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { base } from '$app/paths';
import { htmlDocument } from '../../../document';
import { shareTags } from '../../../share-head';
import { aboutEmbed, addressOf, drawingsOf, embedEntries, embedOf } from '../../embeds';
import { FRAME_POLICY, frameCss } from '../../frame-css';
import { embedHeight } from '../../height';
import { picturePath } from '../../pictures';
import EmbedPage from './EmbedPage.svelte';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'always';

export const entries: EntryGenerator = embedEntries;

/**
 * A chart for other sites to frame. No page of SvelteKit: the root layout would put the site around it, and its script
 * would weigh more than the chart.
 */
export const GET: RequestHandler = async ({ params }) => {
  const embed = await embedOf(params.indicator, params.teryt);
  if (!embed) error(404, 'Nie ma takiego wykresu do osadzenia');
  const about = aboutEmbed(embed);
  const address = addressOf(embed);
  const drawings = drawingsOf(embed);
  const { head, body } = render(EmbedPage, { props: { embed, about, drawings, address, base } });
  const { title, reading } = embed.figure;
  const share = {
    title: `${title} – Gminoskop`,
    description: reading,
    page: address,
    picture: await picturePath(params.indicator, params.teryt),
    alt: `${title}. ${reading}`,
  };
  return htmlDocument({
    head: head + shareTags(share, __SITE_URL__),
    body,
    css: frameCss,
    policy: FRAME_POLICY,
    root: { 'data-wysokosc': String(embedHeight(about, embed.name, drawings)) },
  });
};
