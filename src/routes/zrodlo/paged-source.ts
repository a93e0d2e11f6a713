import type { AddressRow, PublicCatalogue } from '$lib/extract';
import { comparePl, formatYears } from '$lib/format';
import { catalogue, findings, keptJson, publishedSources } from '$lib/server';
import { partsOf } from '../sources';
import { PAGE, type Parts } from './parts';
import { rowsOf, titleOf } from './rows';
import { sourceHead, type SourceHead } from './source-page';
import type { SourceRow } from './source-row';

/** A source whose rows are shown a page at a time: what it holds, and the first of its rows. */
interface PagedSource {
  head: SourceHead;
  parts: Parts;
  tables: { title: string; rows: number; years: string }[];
  first: SourceRow[];
}

/** Kept for the time of a build: it is made with the pages of the gmina whose rows it has. */
export const keptSource = (id: string): Promise<PagedSource | null> =>
  keptJson(process.env.PROFILES_CACHE ?? '', ['source', id], () => pagedSource(id));

/** @returns nothing where there is no such source */
async function pagedSource(id: string): Promise<PagedSource | null> {
  const known = catalogue();
  const parts = partListOf(id);
  const mentioned = new Set(
    findings().flatMap(({ source, cells }) => (source === id ? cells.map(({ anchor }) => anchor) : [])),
  );
  const anchors = new Set<string>();
  const tables = new Tables();
  let first: SourceRow[] = [];
  for await (const { key, places } of partsOf(id)) {
    if (key === parts.all[0]?.key) first = rowsOf(places, known, PAGE);
    for (const { value, address } of places) {
      tables.add(address, value.year);
      if (mentioned.has(address.anchor)) anchors.add(address.anchor);
    }
  }
  const count = parts.all.reduce((sum, { rows }) => sum + rows, 0);
  const head = sourceHead(id, count, anchors);
  if (!head || first.length === 0) return null;
  return { head, parts, tables: tables.list(known.names), first };
}

/** The report's own unit first, then by name. */
function partListOf(id: string): Parts {
  const { units, indicators, sources } = catalogue();
  const { by, parts } = publishedSources().get(id) ?? { by: 'unit', parts: [] };
  const nameOf = (key: string) => (by === 'unit' ? units.fullName(key) : (indicators.get(key)?.name ?? key));
  const subject = sources.get(id)?.teryt;
  const all = parts
    .map(([key, rows]) => ({ key, name: nameOf(key), rows }))
    .sort((a, b) => Number(b.key === subject) - Number(a.key === subject) || comparePl(a.name, b.name));
  return { by, all };
}

/** Rows and years by table, in the order of the source. */
class Tables {
  readonly #byKey = new Map<string, { address: AddressRow; rows: number; years: Set<number> }>();

  add(address: AddressRow, year: number): void {
    const key = `${address.section}|${address.table}`;
    const table = this.#byKey.get(key) ?? { address, rows: 0, years: new Set<number>() };
    this.#byKey.set(key, table);
    table.rows += 1;
    table.years.add(year);
  }

  list(names: PublicCatalogue['names']): { title: string; rows: number; years: string }[] {
    return [...this.#byKey.values()]
      .sort(
        (a, b) =>
          comparePl(a.address.section, b.address.section) || comparePl(a.address.table, b.address.table),
      )
      .map(({ address, rows, years }) => ({
        title: titleOf(address, names),
        rows,
        years: formatYears(years),
      }));
  }
}
