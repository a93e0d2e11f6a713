import { error } from '@sveltejs/kit';
import type { MapSpec } from '$lib/charts';
import { catalogue, publishedIndicators, publishedVersion } from '$lib/server';
import { FORMS, counted, formatYears, unitLabel } from '$lib/format';
import { cardPage } from '../../../cards/card-page';
import { ofShard } from '../../../prerender';
import { areaNames, type Materials } from '../all-views';
import { paperTiles } from '../grounds';
import { comparedOf, defaultViews } from '../default-views';
import { trendFigure } from '../trend-figure';
import { indicatorCard, type IndicatorCard } from './card';
import Card from './Card.svelte';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'always';

export const entries: EntryGenerator = async () => {
  const entries: { id: string }[] = [];
  for (const id of ofShard(publishedIndicators().filter((id) => catalogue().indicators.get(id)?.headline)))
    if (await cardOf(id)) entries.push({ id });
  return entries;
};

/** One sheet of A4 about an indicator. */
export const GET: RequestHandler = async ({ params }) => {
  const card = await cardOf(params.id);
  if (!card) error(404, 'Nie ma karty tego wskaźnika');
  return cardPage(Card, { card, version: publishedVersion() });
};

async function cardOf(id: string): Promise<IndicatorCard | null> {
  const { indicators, units, breaks, sources } = catalogue();
  const indicator = indicators.get(id);
  if (!indicator?.headline) return null;
  const compared = await comparedOf(indicator);
  if (!compared) return null;
  const { rows, years, year: last, areas, covered } = compared;
  const where =
    covered.length > 2
      ? counted(covered.length, ['województwo', 'województwa', 'województw', 'województwa'])
      : covered.map((teryt) => units.fullName(teryt)).join(', ');
  const { materials, views } = await defaultViews(indicator, compared);
  const now = rows.filter(({ year }) => year === last);
  return indicatorCard({
    indicator,
    facts: [
      `Jednostka: ${unitLabel(indicator.unit)} · rok ${last}`,
      `Dane: ${counted(areas.length, indicator.level === 'powiat' ? FORMS.powiat : FORMS.gmina)}, ${formatYears(years)} · ${where}`,
    ],
    kinds: [...new Set(now.map(({ kind }) => kind))],
    views: views.ground === 'gminy' ? { ...views, map: onPaper(views.map, materials) } : views,
    trend: trendFigure(rows, indicator),
    breaks: breaks.filter((mark) => mark.indicator === id),
    sources: [...new Set(rows.map(({ source }) => source))].flatMap((source) => sources.get(source) ?? []),
  });
}

/** The map with its tiles laid out for half a sheet. */
const onPaper = (map: MapSpec | null, materials: Materials): MapSpec | null =>
  map && {
    ...map,
    geometry: { ...map.geometry, narrow: paperTiles(map.areas, materials.tiles, areaNames(materials)) },
  };
