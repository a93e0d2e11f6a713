import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { base } from '$app/paths';
import chart from '$lib/components/styles/chart.css?inline';
import tokens from '$lib/components/styles/tokens.css?inline';
import { htmlDocument, packedCss } from '../../../document';
import { shareTags } from '../../../share-head';
import { aboutEmbed, addressOf, drawingsOf, embedEntries, embedOf } from '../../embeds';
import { embedHeight } from '../../height';
import type { EmbedData } from '../../redraw';
import { picturePath } from '../../pictures';
import EmbedPage from './EmbedPage.svelte';
import own from './embed.css?inline';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'always';

export const entries: EntryGenerator = embedEntries;

const css = packedCss(tokens, chart, own);

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
  // What the script draws again where the address names years or other gminy.
  const { subtitle, doubts, sources, version } = about;
  const shown: EmbedData = {
    teryt: embed.teryt,
    name: embed.name,
    spec: embed.figure.spec,
    about: { title: about.title, subtitle, doubts, sources, version, own: about.own },
  };
  const data = JSON.stringify(shown).replaceAll('<', '\\u003c');
  return htmlDocument({
    head: head + shareTags(share, __SITE_URL__),
    body: `${body}<script type="application/json" id="wykres">${data}</script>`,
    css,
    policy: ["script-src 'self'", "connect-src 'self'"],
    root: { 'data-wysokosc': String(embedHeight(about, embed.name, drawings)) },
  });
};
