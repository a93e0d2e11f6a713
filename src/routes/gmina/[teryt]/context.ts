import type { BreakMark, FigureModel, Origin, Series } from '$lib/charts';
import type { Indicator, Unit } from '$lib/domain';
import type { AddressRow, PublicCatalogue, ValueRow } from '$lib/extract';
import type { KeyFigureModel } from '$lib/components/key-figure';
import type { FoldedTitle } from './report-tables/blocks';

/** Everything a theme of a gmina's page is built from. */
export interface Context {
  catalogue: PublicCatalogue;
  unit: Unit;
  powiat: Unit;
  wojewodztwo: Unit;
  kraj: Unit;
  /** Rows of the gmina (of a city with powiat rights: under both its codes) and of the areas above it. */
  own: ValueRow[];
  /** Of the areas above: each indicator from one document (`oneReportEach`), the gmina's own first. */
  rowsOf: { powiat: ValueRow[]; wojewodztwo: ValueRow[]; kraj: ValueRow[] };
  /** All that the gmina's own documents print of other areas: of those above it and of other powiaty. */
  printed: ValueRow[];
  /** Number of gminy of the powiat. */
  gminyInPowiat: number;
  /** Where a value stands, by `source#anchor`. */
  addresses: ReadonlyMap<string, AddressRow>;
}

/** A theme of the page: what is measured, its figures, what must be said with them and what is missing. */
export interface Theme {
  id: string;
  title: string;
  lead: string;
  key?: KeyFigureModel;
  figures: ThemeFigure[];
  statements: string[];
  verdicts?: Verdict[];
  absent: string[];
  /** A list that stands folded below: what it is, and its entries. */
  list?: { title: string; items: string[] };
  /** The other tables of the gmina's documents that stand folded below. */
  folded?: FoldedTitle[];
}

/** `compare`: the indicator in which other gminy may be drawn beside this one. */
export interface ThemeFigure {
  figure: FigureModel;
  compare?: { indicator: string };
}

export interface Verdict {
  year: number;
  /** One or two words, for the table. */
  short: string;
  text: string;
  /** The report prints another verdict than its own numbers give. */
  disagrees: boolean;
}

/** Breaks and notes of an indicator from the catalogue. */
export function breaksOf({ catalogue }: Pick<Context, 'catalogue'>, indicator: string): BreakMark[] {
  return catalogue.breaks
    .filter((mark) => mark.indicator === indicator)
    .map(({ year, label, reason, effect }) => ({ year, label, reason, effect }));
}

/** @throws when the catalogue does not have the indicator. */
export function indicatorOf({ catalogue }: Pick<Context, 'catalogue'>, id: string): Indicator {
  const indicator = catalogue.indicators.get(id);
  if (!indicator) throw new Error(`no indicator "${id}" in data/catalogue`);
  return indicator;
}

/** Sources of the points of some series, one line each, with the first place they name. */
export function originsOf(context: Context, series: readonly Pick<Series, 'points'>[]): Origin[] {
  const places = new Map<string, { source: string; anchor: string; where: Set<string> }>();
  for (const { points } of series)
    for (const { source, anchor } of points) {
      if (source === undefined || anchor === undefined) continue;
      const place = places.get(source) ?? { source, anchor, where: new Set<string>() };
      const address = context.addresses.get(`${source}#${anchor}`);
      if (address) place.where.add(placeName(address, context.catalogue.names));
      places.set(source, place);
    }
  return [...places.values()].map(({ source, anchor, where }) => {
    const known = context.catalogue.sources.get(source);
    const words = [...where].filter((place) => place !== '').join('; ');
    return {
      text: `${known?.title ?? source} – ${known?.publisher ?? ''}${words === '' ? '' : `: ${words}`}`,
      source,
      anchor,
    };
  });
}

function placeName({ section, row, table }: AddressRow, names: PublicCatalogue['names']): string {
  return [
    section === '' ? '' : names.section(section),
    row === '' || table !== '' ? '' : `wiersz ${row}`,
    table === '' ? '' : `„${names.table(table)}”`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** A city's value filed both under the gmina and under the powiat is taken once, as the gmina's. */
export function withoutTwins(rows: readonly ValueRow[]): ValueRow[] {
  const gmina = new Set(
    rows.filter((row) => row.level === 'gmina').map((row) => `${row.indicator}|${row.year}|${row.breakdown}`),
  );
  return rows.filter(
    (row) => row.level === 'gmina' || !gmina.has(`${row.indicator}|${row.year}|${row.breakdown}`),
  );
}
