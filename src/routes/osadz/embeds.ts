import { base } from '$app/paths';
import type { ChartSpec, FigureModel } from '$lib/charts';
import { isDocument } from '$lib/domain';
import { aboutFigure, type FigureAbout } from '$lib/export/figure-about';
import { pointRows } from '$lib/export/point-rows';
import { catalogue, keepLast, publishedIndicators, publishedVersion, readIndicator } from '$lib/server';
import { embedAddress } from '$lib/state/embed-address';
import { linksFor } from '$lib/state/links';
import { profileOf, type Profile } from '../gmina/[teryt]/profile';
import { doubtWords } from './doubt-words';
import { gminyToPrerender } from '../prerender';

/** A chart that other sites may frame. */
export interface Embed {
  teryt: string;
  /** Name of the gmina. */
  name: string;
  figure: FigureModel;
}

const links = linksFor(base);

/** The page of a gmina. The last ones are kept, for several files are made of each: embeds with their pictures and oEmbed, the card. */
export const profileKept: (teryt: string) => Promise<Profile> = keepLast(64, async (teryt) => {
  const ids = publishedIndicators().filter((id) => id.startsWith('obs-'));
  const rows = new Map(await Promise.all(ids.map(async (id) => [id, await readIndicator(id)] as const)));
  return profileOf(teryt, (id) => rows.get(id) ?? []);
});

/** The charts of a gmina's page that other sites may frame, by indicator. */
async function embedsOf(teryt: string): Promise<Map<string, Embed>> {
  const profile = await profileKept(teryt);
  const found = new Map<string, Embed>();
  for (const { themes } of profile.groups)
    for (const { figures } of themes)
      for (const { figure } of figures)
        if (figure.embed) found.set(figure.indicator, { teryt, name: profile.name, figure });
  return found;
}

/** Gminy with a document of their own or a headline value that is not of the register of GUS: their pages have charts. */
export async function gminyWithData(): Promise<string[]> {
  const { indicators, sources, units } = catalogue();
  const codes = new Set([...sources.values()].filter(isDocument).map(({ teryt }) => teryt));
  for (const id of publishedIndicators()) {
    if (indicators.get(id)?.origin === 'gus' || !indicators.get(id)?.headline) continue;
    for (const { teryt } of await readIndicator(id)) codes.add(teryt);
  }
  // Of a powiat's values only those of a city with powiat rights are a gmina's own.
  return gminyToPrerender().filter((teryt) => units.ownCodes(teryt).some((code) => codes.has(code)));
}

let listed: Promise<{ indicator: string; teryt: string }[]> | undefined;

/** Every chart that has a page to be framed. */
export const embedEntries = (): Promise<{ indicator: string; teryt: string }[]> =>
  (listed ??= (async () => {
    const entries: { indicator: string; teryt: string }[] = [];
    for (const teryt of await gminyWithData())
      for (const indicator of (await embedsOf(teryt)).keys()) entries.push({ indicator, teryt });
    return entries;
  })());

/** @returns nothing where the gmina's page has no chart of the indicator */
export async function embedOf(indicator: string, teryt: string): Promise<Embed | undefined> {
  if (!/^\d{6}$/.test(teryt) || !catalogue().units.has(teryt)) return undefined;
  return (await embedsOf(teryt)).get(indicator);
}

/** An address with the site's own origin, where that is known. */
export const absolute = (path: string): string => `${__SITE_URL__}${path}`;

export const addressOf = ({ figure, teryt }: Embed): string => embedAddress(base, figure.indicator, teryt);

/** All that travels with the chart: kinds of its values, doubts, breaks, sources, version of the data. */
export function aboutEmbed({ figure, teryt }: Embed): FigureAbout {
  const placeOf = (source: string, anchor: string) => links.source(source, anchor);
  const { indicators, sources } = catalogue();
  return aboutFigure(figure, figure.spec, pointRows(figure.spec, placeOf), {
    catalogue: { indicators: [...indicators.values()], sources: [...sources.values()] },
    version: publishedVersion(),
    page: absolute(links.unit(teryt)),
    made: '',
    addressOf: placeOf,
  });
}

const lines = (text: string, letters: number): number => Math.ceil(text.length / letters);

const chartHeight = ({ type }: ChartSpec): number => (type === 'pair' ? 480 : 250);

/**
 * Height in pixels that holds the page unfolded at every width from 320 pixels, so that a frame of this height needs
 * neither scripts nor a scroll bar. Counted for 320 pixels, the narrowest, where texts take most lines.
 */
export function heightOf({ figure }: Embed, about: FigureAbout): number {
  const rows =
    lines(figure.title, 30) * 23 +
    lines(figure.subtitle, 42) * 18 +
    about.sources.reduce((sum, { title, publisher }) => sum + lines(`${title}, ${publisher}`, 44) * 17, 0) +
    doubtWords(about.doubts).reduce((sum, text) => sum + lines(text, 42) * 18, 0);
  return Math.ceil((chartHeight(figure.spec) + rows + 220) / 20) * 20;
}
