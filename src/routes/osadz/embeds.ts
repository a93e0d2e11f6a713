import { base } from '$app/paths';
import type { FigureModel } from '$lib/charts';
import { render } from '$lib/charts/renderer';
import { isDocument } from '$lib/domain';
import { aboutFigure, type FigureAbout } from '$lib/export/figure-about';
import { pointRows } from '$lib/export/point-rows';
import { catalogue, publishedIndicators, publishedVersion, readIndicator } from '$lib/server';
import { embedAddress } from '$lib/state/embed-address';
import { linksFor } from '$lib/state/links';
import { gminaParts } from '../gmina/[teryt]/gathered';
import { gminyToPrerender } from '../prerender';
import type { EmbedChart, EmbedFile } from './embed-file';

/** A chart that other sites may frame. */
export interface Embed {
  teryt: string;
  /** Name of the gmina. */
  name: string;
  figure: FigureModel;
}

const links = linksFor(base);

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

/** Whether these charts are drawn in the build, each in a page of its own. */
export const DRAWN_BEFOREHAND = __EMBEDS__ === 'pages';

let listed: Promise<{ indicator: string; teryt: string }[]> | undefined;

/** Every chart that may be framed. */
const allEmbeds = (): Promise<{ indicator: string; teryt: string }[]> =>
  (listed ??= (async () => {
    const entries: { indicator: string; teryt: string }[] = [];
    for (const teryt of await gminyWithData())
      for (const [indicator] of await gminaParts.figures(teryt)) entries.push({ indicator, teryt });
    return entries;
  })());

/** Every chart that has a page of its own. */
export const embedEntries = async (): Promise<{ indicator: string; teryt: string }[]> =>
  DRAWN_BEFOREHAND ? allEmbeds() : [];

/** Every gmina that has such a chart. */
export const gminyWithEmbeds = async (): Promise<string[]> => [
  ...new Set((await allEmbeds()).map(({ teryt }) => teryt)),
];

/** @returns nothing where the gmina has no chart that may be framed */
export async function chartsOf(teryt: string): Promise<EmbedFile | undefined> {
  const { units } = catalogue();
  if (!units.has(teryt)) return undefined;
  const name = units.name(teryt);
  const figures = await gminaParts.figures(teryt);
  if (figures.length === 0) return undefined;
  const charts = figures.map(([indicator, figure]): [string, EmbedChart] => {
    const about = aboutEmbed({ teryt, name, figure });
    const { title, subtitle, reading, kinds, breaks, caveats, doubts, sources, version, own } = about;
    return [
      indicator,
      {
        spec: figure.spec,
        about: { title, subtitle, reading, kinds, breaks, caveats, doubts, sources, version, own },
      },
    ];
  });
  return { name, charts: Object.fromEntries(charts) };
}

/** @returns nothing where the gmina's page has no chart of the indicator */
export async function embedOf(indicator: string, teryt: string): Promise<Embed | undefined> {
  if (!/^\d{6}$/.test(teryt) || !catalogue().units.has(teryt)) return undefined;
  const figure = (await gminaParts.figures(teryt)).find(([id]) => id === indicator)?.[1];
  return figure && { teryt, name: catalogue().units.name(teryt), figure };
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
