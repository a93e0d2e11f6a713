import { error } from '@sveltejs/kit';
import { base } from '$app/paths';
import { catalogue } from '$lib/server';
import { embedAddress } from '$lib/state/embed-address';
import { linksFor } from '$lib/state/links';
import { DRAWN_BEFOREHAND } from '../../osadz/embeds';
import { gminyToPrerender } from '../../prerender';
import { gminaDataset } from './dataset';
import { gminaParts } from './gathered';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => gminyToPrerender().map((teryt) => ({ teryt }));

const links = linksFor(base);

export const load: PageServerLoad = async ({ params, locals }) => {
  const { units } = catalogue();
  if (!/^\d{6}$/.test(params.teryt) || !units.has(params.teryt)) error(404, 'Nie ma takiej gminy');
  locals.dataset = await gminaDataset(params.teryt);
  const profile = await gminaParts.profile(params.teryt);
  const first = profile.groups
    .flatMap(({ themes }) => themes.flatMap(({ figures }) => figures))
    .find(({ figure }) => figure.embed)?.figure;
  if (first) {
    if (DRAWN_BEFOREHAND) locals.embed = embedAddress(base, first.indicator, params.teryt);
    locals.share = {
      title: `${profile.name} (${profile.powiat.name}) – Gminoskop`,
      description: first.reading,
      page: links.unit(params.teryt),
      picture: locals.embed && `${locals.embed}obraz.png`,
      alt: `${first.title}. ${first.reading}`,
    };
  }
  return {
    profile,
    similar: await gminaParts.similar(params.teryt),
  };
};
