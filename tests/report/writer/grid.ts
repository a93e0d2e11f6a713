import type { Kind } from '../../../src/lib/domain';
import type { SeriesKey } from '../../../src/lib/report/checks/series-identities';
import {
  merge,
  type Heading,
  type Meaning,
  type SeriesTable,
} from '../../../src/lib/report/recognise/series-tables';
import { diceOf } from './random';

/** A value of a series table: whose and of what it is. */
export interface SeriesPlace extends SeriesKey {
  unit: string;
  kind: Kind;
}

/** A series table as it is printed: its heading lines, and its rows of labels and values (`null`: no meaning there). */
export interface Grid {
  table: SeriesTable;
  header: string[][];
  rows: { labels: string[]; cells: (SeriesPlace | null)[] }[];
}

export interface GridFrame {
  /** Rows of rankings are chosen by it. */
  seed: number;
  year: number;
  /** As the report calls itself: `Kurów (wiejska)`. */
  gmina: string;
  /** Powiaty of the województwo: code and printed name. */
  powiaty: readonly { teryt: string; printed: string }[];
}

/** First year of the child benefit. */
const SINCE_500 = 2017;
/** Tables whose level rows begin with the gmina's own name; the others say `Gmina`. */
const NAMED = /^(?:kobiety|mezczyzni|barometr)-/;
const LEVELS_ABOVE: Readonly<Record<string, string>> = {
  powiat: 'Powiat',
  wojewodztwo: 'Województwo',
  kraj: 'Polska',
};

/** Years that a table prints: the report's and up to six before it, fewer in tables of parts. */
export function yearsOf({ id, within, groups }: SeriesTable, year: number): number[] {
  const first =
    id === 'nasycenie-dps' ? year
    : within !== undefined || groups === 'years' || id === 'projekty-socjalne' ? year - 2
    : id.startsWith('swiadczenie-wychowawcze') ? Math.max(SINCE_500, year - 2)
    : id === 'deprywacja-lokalna' || id === 'kadra' ? statutoryYears(year)[0] ?? year
    : year - (year < 2020 ? 5 : 6); // prettier-ignore
  return range(first, year);
}

/** Years of the table of the statutory condition: four until 2019, five since. */
export const statutoryYears = (year: number): number[] => range(year - (year < 2020 ? 3 : 4), year);

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);

export function gridOf(table: SeriesTable, frame: GridFrame): Grid {
  const years = yearsOf(table, frame.year);
  const columns = columnsOf(table, years, frame.year);
  const place = (column: Column, ...meanings: (Meaning | undefined)[]): SeriesPlace => ({
    table: table.id, ...merge(table.meaning, ...meanings, column.heading), year: column.year,
  }); // prettier-ignore
  const { rows } = table;
  if (rows === 'years')
    return {
      table,
      header: [['Rok', ...columns.map(labelOf)]],
      rows: years.map((year) => ({
        labels: [String(year)],
        cells: columns.map((column) => place({ ...column, year })),
      })),
    };
  if (rows === 'areas') return areas(table, columns, frame, place);
  const headings = distinct(rows, table, frame);
  const label = ({ label, level }: Heading) =>
    level === 'gmina' && NAMED.test(table.id) ? frame.gmina : printed(label);
  const line = (labels: string[], heading: Heading, ...meanings: (Meaning | undefined)[]) => ({
    labels,
    cells: columns.map((column, at) =>
      heading.only?.includes(at) === false ? null : place(column, ...meanings, heading),
    ),
  });
  if (table.groups === 'years')
    return {
      table,
      header: [['Rok', 'Praca socjalna', ...columns.map(labelOf)]],
      rows: years.flatMap((year) =>
        headings.map((heading) => ({
          labels: [String(year), label(heading)],
          cells: columns.map((column) => place({ ...column, year }, heading)),
        })),
      ),
    };
  const groups = table.groups;
  if (groups)
    return {
      table,
      header: [['Poziom', 'Miara', ...columns.map(labelOf)]],
      rows: groups.flatMap((group) =>
        headings.map((heading, at) => line([at === 0 ? label(group) : '', label(heading)], heading, group)),
      ),
    };
  const bare = headings.every((heading) => heading.label === '');
  return {
    table,
    header: headerOf(table, columns, years, bare),
    rows: headings.map((heading) => line(bare ? [] : [label(heading)], heading)),
  };
}

interface Column {
  year: number;
  heading?: Heading;
}

function columnsOf(table: SeriesTable, years: readonly number[], year: number): Column[] {
  if (table.columns !== 'years') return table.columns.map((heading) => ({ year, heading }));
  const { within } = table;
  return years.flatMap((at) => within?.map((heading) => ({ year: at, heading })) ?? [{ year: at }]);
}

/** Two lines where the columns stand in groups: years with parts, levels with sexes. */
function headerOf(
  { columns: kind, within }: SeriesTable,
  columns: readonly Column[],
  years: readonly number[],
  bare: boolean,
) {
  const lower = columns.map(labelOf);
  const upper = within
    ? years.flatMap((year) => [String(year), ...within.slice(1).map(() => '')])
    : columns.map(({ heading }, at) => {
        const above = LEVELS_ABOVE[heading?.level ?? ''] ?? '';
        return heading?.level === columns[at - 1]?.heading?.level ? '' : above;
      });
  if (kind === 'years' && !within) return [['Rodzaj', ...lower]];
  if (upper.every((label) => label === '')) return [bare ? lower : ['Rodzaj', ...lower]];
  return [['', ...upper], ['Rodzaj', ...lower]]; // prettier-ignore
}

function areas(
  table: SeriesTable,
  columns: readonly Column[],
  { powiaty }: GridFrame,
  place: (column: Column, ...meanings: (Meaning | undefined)[]) => SeriesPlace,
): Grid {
  const groups = typeof table.groups === 'object' ? table.groups : [];
  return {
    table,
    header: [['Powiat', ...columns.map(labelOf)]],
    rows: groups.flatMap((group) =>
      powiaty.map(({ teryt, printed: name }) => ({
        labels: [name],
        cells: columns.map((column) => ({ ...place(column, group), area: teryt })),
      })),
    ),
  };
}

const labelOf = ({ heading, year }: Column): string => (heading ? printed(heading.label) : String(year));
const printed = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);

/** Headings with meanings of their own: editions call some things by two names. A ranking prints the rows that apply. */
function distinct(headings: readonly Heading[], table: SeriesTable, { seed, year }: GridFrame): Heading[] {
  const seen = new Map<string, Heading>();
  for (const heading of headings) {
    // Since 2020 there is no row for the age of 19.
    if (heading.breakdown === 'wiek=19' && year >= 2020) continue;
    const { indicator, breakdown, level } = merge(table.meaning, heading);
    const key = `${indicator}|${breakdown}|${level}`;
    if (!seen.has(key) || year >= 2020) seen.set(key, heading);
  }
  const all = [...seen.values()];
  return table.ranking ? diceOf(seed, 'ranking', table.id).some(all, 5) : all;
}
