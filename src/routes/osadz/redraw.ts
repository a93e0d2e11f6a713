import { mount } from 'svelte';
import { draw } from '../../lib/charts/draw';
import { notesOf } from '../../lib/charts/figure';
import { KIND_NAMES } from '../../lib/charts/style-of';
import type { FigureSpec, Series } from '../../lib/charts/spec';
import { tableOf } from '../../lib/charts/table';
import { linksFor } from '../../lib/state/links';
import type { EmbedChart, EmbedFile } from './embed-file';
import EmbedFrame from './EmbedFrame.svelte';
import { embedHeight } from './height';

// An embedded chart as the browser draws it: where its address asks for years or other gminy, and where it was not drawn
// beforehand. Bundled by itself as `osadz-rysuj.js` (scripts/embed-drawing.mjs) and fetched only then.

/** What an address may ask for; `null` or empty where it does not, or asks for what cannot be. */
export interface Asked {
  years: [number, number] | null;
  /** TERYT codes of gminy to draw beside the chart's own. */
  others: string[];
}

const MOST_COMPARED = 3;

/** Reads `lata=2015-2020` and `porownaj=120103,120104`; anything else, or the wrong way round, asks for nothing. */
export function askedIn(query: URLSearchParams): Asked {
  const years = /^((?:19|20)\d\d)-((?:19|20)\d\d)$/
    .exec(query.get('lata') ?? '')
    ?.slice(1)
    .map(Number);
  const others = (query.get('porownaj') ?? '').split(',');
  return {
    years: years && years[0]! < years[1]! ? [years[0]!, years[1]!] : null,
    others:
      others.length <= MOST_COMPARED && others.every((code) => /^\d{6}$/.test(code))
        ? [...new Set(others)]
        : [],
  };
}

/**
 * The chart's own line in the embed of another gmina, as it stands beside this one: without forecasts, as on the page of
 * a gmina.
 * @returns nothing where that chart is no trend in the same unit
 */
export function seriesBeside(
  spec: FigureSpec,
  other: { name: string; spec: FigureSpec },
  at: number,
): Series[] {
  if (spec.type !== 'trend' || other.spec.type !== 'trend' || other.spec.unit !== spec.unit) return [];
  const own = other.spec.series.find(({ role }) => role === 'gmina');
  if (!own) return [];
  const points = own.points.filter((point) => point.state !== 'forecast' && !point.forecast);
  return [{ ...own, key: `o${at + 1}`, name: other.name, label: other.name, role: 'other', points }];
}

/** The chart with the years and lines asked for; as it is where fewer than two years would be left. */
export function withAsked(spec: FigureSpec, years: Asked['years'], others: readonly Series[]): FigureSpec {
  if (spec.type !== 'trend' && spec.type !== 'pair') return spec;
  const within = <Own extends FigureSpec>(own: Own): Own => {
    if (!years) return own;
    const chosen = { ...own, years };
    return tableOf(chosen).rows.length < 2 ? own : chosen;
  };
  if (spec.type === 'trend') return within({ ...spec, series: [...spec.series, ...others] });
  const panels = spec.panels.map((panel) => within(panel));
  // Both panels over the same years, or none.
  return panels.every((panel) => panel.years !== undefined)
    ? { ...spec, panels: [panels[0]!, panels[1]!] }
    : spec;
}

/** A line of another gmina, with the chart it is taken from. */
interface Beside {
  chart: EmbedChart;
  series: Series;
}

/** The chart as it is asked for, with the words that are true of it. */
export function chartAsAsked(own: EmbedChart, years: Asked['years'], beside: readonly Beside[]): EmbedChart {
  const { about } = own;
  const spec = withAsked(
    own.spec,
    years,
    beside.map(({ series }) => series),
  );
  const shown = spec.type === 'trend' ? spec.years : spec.type === 'pair' ? spec.panels[0].years : undefined;
  const textOf = (wanted: 'doubt' | 'break') =>
    notesOf(spec).flatMap(({ kind, text }) => (kind === wanted ? [text] : []));
  return {
    spec,
    about: {
      ...about,
      subtitle: shown ? `${about.subtitle}; pokazano lata ${shown.join('–')}` : about.subtitle,
      doubts: textOf('doubt'),
      breaks: textOf('break'),
      kinds: [...about.kinds, ...beside.map(({ series: { kind, name } }) => `${KIND_NAMES[kind]}: ${name}`)],
      sources: [...about.sources, ...sourcesOf(beside, about.sources)],
    },
  };
}

type Sources = EmbedChart['about']['sources'];

/** Sources of the lines beside, as far as the chart does not name them already. */
function sourcesOf(beside: readonly Beside[], named: Sources): Sources {
  const all = new Map(
    beside.flatMap(({ chart, series }) => {
      const used = new Set(series.points.map(({ source }) => source));
      return chart.about.sources
        .filter(({ id }) => used.has(id))
        .map((source) => [source.id, source] as const);
    }),
  );
  return [...all.values()].filter(({ id }) => !named.some((own) => own.id === id));
}

/** Indicator and gmina of an embed's address; nothing of any other. */
export function namedIn(path: string): { indicator: string; teryt: string } | null {
  const [, indicator, teryt] = /\/osadz\/([a-z0-9-]+)\/(\d{6})\/(?:index\.html)?$/.exec(path) ?? [];
  return indicator !== undefined && teryt !== undefined ? { indicator, teryt } : null;
}

/** Charts of a gmina; nothing where it has none. @throws without a network */
async function chartsOf(base: string, teryt: string): Promise<EmbedFile | null> {
  const answer = await fetch(`${base}/osadz/dane/${teryt}.json`);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return (await answer.json()) as EmbedFile;
}

/**
 * Draws the page anew for what its address asks.
 * @param base path of the site, without a slash at its end
 * @returns whether there is such a chart
 * @throws without a network
 */
export async function redraw({ pathname, search }: Location, base: string): Promise<boolean> {
  const named = namedIn(pathname);
  if (!named) return false;
  const { indicator, teryt } = named;
  const { years, others } = askedIn(new URLSearchParams(search));
  const wanted = others.filter((code) => code !== teryt);
  const [file, ...found] = await Promise.all([teryt, ...wanted].map((code) => chartsOf(base, code)));
  const own = file?.charts[indicator];
  if (!file || !own) return false;
  const beside = found.flatMap((other, at) => {
    const chart = other?.charts[indicator];
    const [series] = other && chart ? seriesBeside(own.spec, { name: other.name, spec: chart.spec }, at) : [];
    return chart && series ? [{ chart, series }] : [];
  });
  const said = [
    ...wanted
      .filter((_, at) => !found[at]?.charts[indicator])
      .map((code) => `Nie mamy tego wykresu dla gminy o kodzie ${code}.`),
    ...(beside.length === 0 && found.some((other) => other?.charts[indicator])
      ? ['Tego wykresu nie można zestawić z inną gminą.']
      : []),
  ];
  const { spec, about } = chartAsAsked(own, years, beside);
  const drawn = (size: 'frame' | 'narrow') =>
    draw(spec, size, `${about.title}. Wykres; opis i tabela z wartościami poniżej.`, document).outerHTML;
  const drawings = { wide: drawn('frame'), narrow: drawn('narrow') };
  const links = linksFor(base);
  document.querySelector('main')?.remove();
  mount(EmbedFrame, {
    target: document.body,
    props: { spec, about, name: file.name, home: links.unit(teryt), linkOf: links.source, drawings, said },
  });
  document.title = `${about.title} – Gminoskop`;
  document.documentElement.dataset.wysokosc = String(embedHeight({ ...about, said }, file.name, drawings));
  return true;
}
