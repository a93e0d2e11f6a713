import { error } from '@sveltejs/kit';
import { base } from '$app/paths';
import type { ValueRow } from '$lib/extract';
import { catalogue, publishedIndicators, readIndicator } from '$lib/server';
import { embedAddress } from '$lib/state/embed-address';
import { linksFor } from '$lib/state/links';
import { gminyToPrerender } from '../../prerender';
import { gminaDataset } from './dataset';
import type { EntryGenerator, PageServerLoad } from './$types';
import { profileOf } from './profile';
import { similarSection } from './similar';

export const entries: EntryGenerator = () => gminyToPrerender().map((teryt) => ({ teryt }));

const links = linksFor(base);

/** Indicators drawn with a distribution, read once. */
const loaded = new Map<string, readonly ValueRow[]>();

export const load: PageServerLoad = async ({ params, locals }) => {
  const { units } = catalogue();
  if (!/^\d{6}$/.test(params.teryt) || !units.has(params.teryt)) error(404, 'Nie ma takiej gminy');
  for (const id of publishedIndicators())
    if (id.startsWith('obs-') && !loaded.has(id)) loaded.set(id, await readIndicator(id));
  locals.dataset = await gminaDataset(params.teryt);
  const profile = await profileOf(params.teryt, (indicator) => loaded.get(indicator) ?? []);
  const first = profile.groups[0]?.themes[0]?.figures[0]?.figure;
  if (first) {
    locals.embed = embedAddress(base, first.indicator, params.teryt);
    locals.share = {
      title: `${profile.name} (${profile.powiat.name}) – Gminoskop`,
      description: first.reading,
      page: links.unit(params.teryt),
      picture: `${locals.embed}obraz.png`,
      alt: `${first.title}. ${first.reading}`,
    };
  }
  return {
    profile,
    similar: await similarSection(params.teryt),
  };
};
