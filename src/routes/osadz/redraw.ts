import { draw } from '../../lib/charts/draw';
import { notesOf } from '../../lib/charts/figure';
import type { FigureSpec, Series } from '../../lib/charts/spec';
import { tableOf, type Table } from '../../lib/charts/table';
import { linksFor } from '../../lib/state/links';
import { doubtWords } from './doubt-words';

// What an embedded chart shows instead of what stands in its page, once its address asks for years or other gminy.
// Bundled by itself as `osadz-rysuj.js` (scripts/embed-drawing.mjs) and fetched only then.

/** What stands in an embed's page for its script. */
export interface EmbedData {
  name: string;
  spec: FigureSpec;
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
export function seriesBeside(spec: FigureSpec, other: EmbedData, at: number): Series[] {
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

const embedData = (page: Document): EmbedData =>
  JSON.parse(page.getElementById('wykres')?.textContent ?? '') as EmbedData;

/** The data of another gmina's embed of the same indicator; nothing where there is none. @throws without a network */
async function otherEmbed(teryt: string): Promise<EmbedData | undefined> {
  const answer = await fetch(`../${teryt}/`);
  if (!answer.ok) return undefined;
  return embedData(new DOMParser().parseFromString(await answer.text(), 'text/html'));
}

/** Draws the page again for what its address asks. @param base path of the site, without a slash at its end */
export async function redraw(query: URLSearchParams, base: string): Promise<void> {
  const { years, others } = askedIn(query);
  if (!years && others.length === 0) return;
  const { spec } = embedData(document);
  const found = await Promise.all(others.map(otherEmbed));
  const beside = found.map((other, at) => (other ? seriesBeside(spec, other, at) : []));
  const chosen = withAsked(spec, years, beside.flat());
  for (const name of ['wide', 'narrow'] as const) {
    const box = document.querySelector(`.stage .${name}`);
    const label = box?.firstElementChild?.getAttribute('aria-label') ?? '';
    box?.replaceChildren(draw(chosen, name === 'wide' ? 'frame' : name, label, document));
  }
  const shownYears =
    chosen.type === 'trend' ? chosen.years : chosen.type === 'pair' ? chosen.panels[0].years : undefined;
  showTable(rowsWithin(tableOf(chosen), shownYears ?? null), linksFor(base).source);
  const doubts = notesOf(chosen).flatMap(({ kind, text }) => (kind === 'doubt' ? [text] : []));
  const absent = others
    .filter((_, at) => beside[at]?.length === 0)
    .map((teryt) => element('p', {}, `Nie ma takiego wykresu gminy o kodzie ${teryt}: nie stoi obok.`));
  document
    .querySelector('.said')
    ?.replaceChildren(
      ...doubtWords(doubts).map(({ mark, text }) =>
        element('p', {}, element('span', { class: 'doubt-word' }, mark), text),
      ),
      ...absent,
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
              source === undefined ? text : element('a', { href: linkOf(source, anchor) }, text),
              ...(note === undefined ? [] : [element('span', { class: 'note' }, note)]),
            ),
          ),
        ),
      ),
    );
}
