import { error } from '@sveltejs/kit';
import { comparePl, formatYears } from '$lib/format';
import { catalogue } from '$lib/server';
import { dividedBy, pagedSources, placesOf, sourceIndex } from '../../sources';
import { PAGE, type Parts } from '../parts';
import { rowsOf, type SourceRow } from '../rows';
import { sourceHead } from '../source-page';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => [...(await pagedSources())].map((source) => ({ source }));

/** What a source holds, and the first of its rows: the others are fetched as they are asked for. */
export const load: PageServerLoad = async ({ params }) => {
  const known = catalogue();
  const parts = await partsOf(params.source);
  const places = (await placesOf(params.source)) ?? [];
  const head = sourceHead(params.source, new Set(places.map(({ address }) => address.anchor)));
  const [own] = parts.all;
  if (!head || !own) error(404, 'Nie ma takiego źródła');
  const first = places.filter(
    ({ value }) => own.key === (parts.by === 'unit' ? value.teryt : value.indicator),
  );
  return {
    head,
    parts,
    tables: tablesOf(rowsOf(places, known)),
    first: rowsOf(first, known).slice(0, PAGE),
  };
};

/** The report's own unit first, then by name. */
async function partsOf(id: string): Promise<Parts> {
  const { units, indicators, sources } = catalogue();
  const own = (await sourceIndex()).get(id);
  if (!own) return { by: 'unit', all: [] };
  const by = dividedBy(own);
  const nameOf = (key: string) => (by === 'unit' ? units.fullName(key) : (indicators.get(key)?.name ?? key));
  const subject = sources.get(id)?.teryt;
  const all = [...(by === 'unit' ? own.units : own.indicators)]
    .map(([key, rows]) => ({ key, name: nameOf(key), rows }))
    .sort((a, b) => Number(b.key === subject) - Number(a.key === subject) || comparePl(a.name, b.name));
  return { by, all };
}

function tablesOf(rows: readonly SourceRow[]): { title: string; rows: number; years: string }[] {
  const tables = new Map<string, number[]>();
  for (const { title, year } of rows) {
    const years = tables.get(title);
    if (years) years.push(year);
    else tables.set(title, [year]);
  }
  return [...tables].map(([title, years]) => ({ title, rows: years.length, years: formatYears(years) }));
}
