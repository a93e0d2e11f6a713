import { error } from '@sveltejs/kit';
import { catalogue, findings, publishedSources } from '$lib/server';
import { placesOf } from '../../sources';
import { coverageOf } from '../coverage';
import { ofShard } from '../../prerender';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
  ofShard([...publishedSources().keys()]).map((source) => ({ source }));

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** Coverage, findings and corrections of one source. */
export const load: PageServerLoad = async ({ params }) => {
  const known = catalogue();
  const source = known.sources.get(params.source);
  const places = await placesOf(params.source);
  if (!source || places.length === 0) error(404, 'Nie ma takiego źródła');
  const rows = coverageOf(source, places, known);
  const years = [...new Set(rows.flatMap((row) => [...row.years.keys()]))].sort((a, b) => a - b);
  const anchors = new Set(places.map(({ address }) => address.anchor));
  return {
    source,
    unit: source.teryt === '' ? null : { teryt: source.teryt, name: known.units.fullName(source.teryt) },
    years,
    rows: rows.map(({ table, years: cells }) => ({
      table,
      found: cells.size > 0,
      cells: years.map((year) => cells.get(year) ?? null),
    })),
    findings: findings()
      .filter((finding) => finding.source === source.id)
      .toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity])
      .map(({ message, severity, mend, cells, repairs = [] }) => ({
        message,
        severity,
        mend: mend ?? null,
        anchor: cells.find(({ anchor }) => anchors.has(anchor))?.anchor ?? '',
        repairs: repairs.map(({ from, to, arithmetic }) => ({ from, to, arithmetic })),
      })),
    corrections: known.corrections
      .map(({ value }) => value)
      .filter((correction) => correction.source === source.id)
      .map(({ from, to, reason, status, cell }) => ({ from, to, reason, status, anchor: cell })),
  };
};
