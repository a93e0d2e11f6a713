import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import chart from '$lib/components/styles/chart.css?inline';
import font from '$lib/components/styles/font.css?inline';
import tokens from '$lib/components/styles/tokens.css?inline';
import { publishedVersion } from '$lib/server';
import { htmlDocument, packedCss } from '../../../document';
import { gminyWithData, profileKept } from '../../../osadz/embeds';
import { similarSection } from '../similar';
import { cardOf } from './card';
import Card from './Card.svelte';
import own from './card.css?inline';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'always';

export const entries: EntryGenerator = async () => (await gminyWithData()).map((teryt) => ({ teryt }));

const css = packedCss(font, tokens, chart, own);

/** Two sheets of A4 to hand out: outside the site's frame, so that paper carries nothing of it. */
export const GET: RequestHandler = async ({ params }) => {
  const { teryt } = params;
  if (!(await gminyWithData()).includes(teryt)) error(404, 'Nie ma karty tej gminy');
  const card = cardOf(await profileKept(teryt), await similarSection(teryt));
  if (!card) error(404, 'Nie ma karty tej gminy');
  const { head, body } = render(Card, { props: { card, version: publishedVersion() } });
  return htmlDocument({ head, body, css, policy: ["font-src 'self'"] });
};
