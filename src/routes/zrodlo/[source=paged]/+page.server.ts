import { error } from '@sveltejs/kit';
import type { AddressRow, PublicCatalogue } from '$lib/extract';
import { comparePl, formatYears } from '$lib/format';
import { catalogue, findings, publishedSources } from '$lib/server';
import { pagedSources, partsOf } from '../../sources';
import { PAGE, type Parts } from '../parts';
import { rowsOf, titleOf } from '../rows';
import { sourceHead } from '../source-page';
import type { SourceRow } from '../source-row';
import { ofShard } from '../../prerender';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => ofShard([...pagedSources()]).map((source) => ({ source }));

/** What a source holds, and the first of its rows: the others are fetched as they are asked for. */
export const load: PageServerLoad = async ({ params }) => {
  const known = catalogue();
  const parts = partListOf(params.source);
  const mentioned = new Set(
    findings().flatMap(({ source, cells }) =>
      source === params.source ? cells.map(({ anchor }) => anchor) : [],
    ),
  );
  const anchors = new Set<string>();
  const tables = new Tables();
  let first: SourceRow[] = [];
  for await (const { key, places } of partsOf(params.source)) {
    if (key === parts.all[0]?.key) first = rowsOf(places, known, PAGE);
    for (const { value, address } of places) {
      tables.add(address, value.year);
      if (mentioned.has(address.anchor)) anchors.add(address.anchor);
    }
  }
  const count = parts.all.reduce((sum, { rows }) => sum + rows, 0);
  const head = sourceHead(params.source, count, anchors);
  if (!head || first.length === 0) error(404, 'Nie ma takiego źródła');
  return { head, parts, tables: tables.list(known.names), first };
};

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
