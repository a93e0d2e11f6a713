import { base } from '$app/paths';
import type { FigureModel } from '$lib/charts';
import { render } from '$lib/charts/renderer';
import { isDocument } from '$lib/domain';
import type { ValueRow } from '$lib/extract';
import { aboutFigure, type FigureAbout } from '$lib/export/figure-about';
import { pointRows } from '$lib/export/point-rows';
import {
  catalogue,
  keepLast,
  keptJson,
  publishedIndicators,
  publishedVersion,
  readIndicator,
  readUnit,
} from '$lib/server';
import { embedAddress } from '$lib/state/embed-address';
import { linksFor } from '$lib/state/links';
import { profileOf, type Profile } from '../gmina/[teryt]/profile';
import { plainTrend } from './plain-trend';
import { gminyToPrerender } from '../prerender';

/** A chart that other sites may frame. */
export interface Embed {
  teryt: string;
  /** Name of the gmina. */
  name: string;
  figure: FigureModel;
}

const links = linksFor(base);

/** What is made of a gmina's data: all its files are written from this. */
interface Gathered {
  profile: Profile;
  /** Charts that other sites may frame, by headline indicator. */
  figures: [string, FigureModel][];
}

/** Indicators drawn with a distribution, read once. */
const distributions = new Map<string, readonly ValueRow[]>();

async function gather(teryt: string): Promise<Gathered> {
  for (const id of publishedIndicators())
    if (id.startsWith('obs-') && !distributions.has(id)) distributions.set(id, await readIndicator(id));
  const profile = await profileOf(teryt, (id) => distributions.get(id) ?? []);
  return { profile, figures: await figuresOf(teryt, profile) };
}

/**
 * Kept for the time of a build (`scripts/site.mjs`): pages are made kind by kind, and by then other gminy have taken its
 * place in memory.
 */
const gathered = keepLast(16, (teryt) =>
  keptJson(process.env.PROFILES_CACHE ?? '', teryt, () => gather(teryt)),
);

/** The page of a gmina. */
export const profileKept = async (teryt: string): Promise<Profile> => (await gathered(teryt)).profile;

/** A headline indicator that is drawn in the chart of another, since the two are limits of one rule. */
const DRAWN_WITH: Readonly<Record<string, string>> = {
  'rodziny-na-pracownika-socjalnego': 'mieszkancy-na-pracownika-socjalnego',
};

async function figuresOf(teryt: string, { groups }: Profile): Promise<[string, FigureModel][]> {
  const { indicators, units } = catalogue();
  const found = new Map<string, FigureModel>();
  if (process.env.EMBEDS === '0') return [];
  for (const { figure } of groups.flatMap(({ themes }) => themes.flatMap(({ figures }) => figures)))
    if (figure.embed) found.set(figure.indicator, figure);
  const known = new Set(
    (await Promise.all(units.ownCodes(teryt).map(readUnit))).flat().map((row) => row.indicator),
  );
  for (const id of known) {
    const indicator = indicators.get(id);
    if (!indicator?.headline || found.has(id)) continue;
    const figure = found.get(DRAWN_WITH[id] ?? '') ?? (await plainTrend(teryt, indicator));
    if (figure) found.set(id, figure);
  }
  return [...found];
}

/** Gminy with a document of their own or a headline value that is not of the register of GUS: their pages have charts. */
export const gminyWithData = (): Promise<string[]> => (withData ??= listWithData());
let withData: Promise<string[]> | undefined;

async function listWithData(): Promise<string[]> {
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
      for (const [indicator] of (await gathered(teryt)).figures) entries.push({ indicator, teryt });
    return entries;
  })());

/** @returns nothing where the gmina's page has no chart of the indicator */
export async function embedOf(indicator: string, teryt: string): Promise<Embed | undefined> {
  if (!/^\d{6}$/.test(teryt) || !catalogue().units.has(teryt)) return undefined;
  const { profile, figures } = await gathered(teryt);
  const figure = figures.find(([id]) => id === indicator)?.[1];
  return figure && { teryt, name: profile.name, figure };
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

/** The chart for a page of its own. Drawn once: what stands in the page is what its height is counted from. */
export function drawingsOf({ figure }: Embed): Record<'wide' | 'narrow', string> {
  const label = `${figure.title}. Wykres; opis i tabela z wartościami poniżej.`;
  return { wide: render(figure.spec, 'frame', label), narrow: render(figure.spec, 'narrow', label) };
}
