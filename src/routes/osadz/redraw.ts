import { draw } from '../../lib/charts/draw';
import { notesOf } from '../../lib/charts/figure';
import { KIND_NAMES } from '../../lib/charts/style-of';
import type { FigureSpec, Series } from '../../lib/charts/spec';
import { tableOf, type Table } from '../../lib/charts/table';
import { linksFor } from '../../lib/state/links';
import { doubtWords } from './doubt-words';
import { embedHeight, type Worded } from './height';

// What an embedded chart shows instead of what stands in its page, once its address asks for years or other gminy.
// Bundled by itself as `osadz-rysuj.js` (scripts/embed-drawing.mjs) and fetched only then.

/** What stands in an embed's page for its script. */
export interface EmbedData {
  teryt: string;
  /** Name of the gmina. */
  name: string;
  spec: FigureSpec;
  about: Worded;
}

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
  other: Pick<EmbedData, 'name' | 'spec'>,
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

/** Rows of a table within the years of a chart: that of a pair lists all of them. */
function rowsWithin(table: Table, years: Asked['years']): Table {
  return years
    ? {
        ...table,
        rows: table.rows.filter(({ year }) => year === undefined || (year >= years[0] && year <= years[1])),
      }
    : table;
}

/** Nothing where a page has no chart: that of an old address, say. */
function embedData(page: Document): EmbedData | undefined {
  const text = page.getElementById('wykres')?.textContent;
  return text ? (JSON.parse(text) as EmbedData) : undefined;
}

/** The data of another gmina's embed of the same indicator; nothing where there is none. @throws without a network */
async function otherEmbed(teryt: string): Promise<EmbedData | undefined> {
  const answer = await fetch(`../${teryt}/`);
  if (!answer.ok) return undefined;
  return embedData(new DOMParser().parseFromString(await answer.text(), 'text/html'));
}

/** Draws the page again for what its address asks. @param base path of the site, without a slash at its end */
export async function redraw(query: URLSearchParams, base: string): Promise<void> {
  const own = embedData(document);
  const { years, others } = askedIn(query);
  const wanted = others.filter((teryt) => teryt !== own?.teryt);
  if (!own || (!years && wanted.length === 0)) return;
  const found = await Promise.all(wanted.map(otherEmbed));
  const beside = found.flatMap((other, at) => {
    const [series] = other ? seriesBeside(own.spec, other, at) : [];
    return other && series ? [{ other, series }] : [];
  });
  const chosen = withAsked(
    own.spec,
    years,
    beside.map(({ series }) => series),
  );
  const drawings = { wide: '', narrow: '' };
  for (const name of ['wide', 'narrow'] as const) {
    const box = document.querySelector(`.stage .${name}`);
    const label = box?.firstElementChild?.getAttribute('aria-label') ?? '';
    const drawing = draw(chosen, name === 'wide' ? 'frame' : name, label, document);
    drawings[name] = drawing.outerHTML;
    box?.replaceChildren(drawing);
  }
  const shown =
    chosen.type === 'trend' ? chosen.years : chosen.type === 'pair' ? chosen.panels[0].years : undefined;
  showTable(rowsWithin(tableOf(chosen), shown ?? null), linksFor(base).source);
  if (shown) document.querySelector('.subtitle')?.append(`; pokazano lata ${shown.join('–')}`);
  const doubts = notesOf(chosen).flatMap(({ kind, text }) => (kind === 'doubt' ? [text] : []));
  const absent = [
    ...wanted
      .filter((_, at) => !found[at])
      .map((teryt) => `Nie mamy tego wykresu dla gminy o kodzie ${teryt}.`),
    ...(found.some((other) => other) && beside.length === 0
      ? ['Tego wykresu nie można zestawić z inną gminą.']
      : []),
  ];
  say(doubts, absent);
  const sources = sourcesOf(beside, own.about.sources);
  credit(beside, sources);
  document.documentElement.dataset.wysokosc = String(
    embedHeight(
      {
        ...own.about,
        subtitle: document.querySelector('.subtitle')?.textContent ?? own.about.subtitle,
        doubts,
        said: absent,
        sources: [...own.about.sources, ...sources],
      },
      own.name,
      drawings,
    ),
  );
}

interface Beside {
  other: EmbedData;
  series: Series;
}

/** Sources of the lines beside, as far as the page does not name them already. */
function sourcesOf(beside: readonly Beside[], named: Worded['sources']): Worded['sources'] {
  const all = new Map(
    beside.flatMap(({ other, series }) => {
      const used = new Set(series.points.map(({ source }) => source));
      return other.about.sources
        .filter(({ id }) => used.has(id))
        .map((source) => [source.id, source] as const);
    }),
  );
  return [...all.values()].filter(({ id }) => !named.some((own) => own.id === id));
}

/** Kinds and sources of the lines beside, where those of the chart's own stand. */
function credit(beside: readonly Beside[], sources: Worded['sources']): void {
  document
    .querySelector('.notes')
    ?.append(
      ...beside.map(({ series: { kind, name } }) => element('li', {}, `${KIND_NAMES[kind]}: ${name}`)),
    );
  [...document.querySelectorAll('.source')]
    .at(-1)
    ?.after(
      ...sources.map(({ title, publisher, address }) =>
        element(
          'p',
          { class: 'source' },
          'Źródło: ',
          element('a', { href: address, target: '_blank', rel: 'noopener' }, title),
          `, ${publisher}`,
        ),
      ),
    );
}

/** What must be said beside the chart, in place of what was said of the whole of it. */
function say(doubts: readonly string[], absent: readonly string[]): void {
  document
    .querySelector('.said')
    ?.replaceChildren(
      ...(['wide', 'narrow'] as const).flatMap((width) =>
        doubtWords(doubts)[width].map(({ mark, text }) =>
          element('p', { class: width }, element('span', { class: 'doubt-word' }, mark), text),
        ),
      ),
      ...absent.map((text) => element('p', {}, text)),
    );
  document
    .querySelector('.doubts')
    ?.replaceChildren(
      ...doubts.map((text) =>
        element('li', {}, element('span', { class: 'doubt-word' }, 'Wartość niepewna (?)'), ` – ${text}`),
      ),
    );
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function showTable({ head, rows }: Table, linkOf: (source: string, anchor: string) => string): void {
  document
    .querySelector('thead tr')
    ?.replaceChildren(
      ...head.map((text, at) => element('th', { scope: 'col', ...(at === 0 ? {} : { class: 'num' }) }, text)),
    );
  document
    .querySelector('tbody')
    ?.replaceChildren(
      ...rows.map(({ label, cells }) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, label),
          ...cells.map(({ text, note, source, anchor = '' }) =>
            element(
              'td',
              { class: 'num' },
              source === undefined
                ? text
                : element('a', { href: linkOf(source, anchor), target: '_blank', rel: 'noopener' }, text),
              ...(note === undefined ? [] : [element('span', { class: 'note' }, note)]),
            ),
          ),
        ),
      ),
    );
}
