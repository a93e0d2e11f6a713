import type { Correction, Finding, Source } from '$lib/domain';
import { catalogue, findings, keptJson } from '$lib/server';
import { placesOf } from '../sources';
import { coverageOf, type Coverage } from './coverage';

/** Coverage, findings and corrections of one source. */
export interface ReportCheck {
  source: Source;
  unit: { teryt: string; name: string } | null;
  years: number[];
  rows: { table: string; found: boolean; cells: (Coverage | null)[] }[];
  findings: (Pick<Finding, 'message' | 'severity'> & {
    mend: Finding['mend'] | null;
    /** Where the source has it; empty where it has no place. */
    anchor: string;
    repairs: { from: number; to: number; arithmetic: string }[];
  })[];
  corrections: (Pick<Correction, 'from' | 'to' | 'reason' | 'status'> & { anchor: string })[];
}

/** Kept for the time of a build: it is made with the pages of the gmina whose report it is. Nothing where there is no such source. */
export const keptCheck = (id: string): Promise<ReportCheck | null> =>
  keptJson(process.env.PROFILES_CACHE ?? '', ['check', id], () => reportCheck(id));

const ORDER = { error: 0, warning: 1, info: 2 } as const;

async function reportCheck(id: string): Promise<ReportCheck | null> {
  const known = catalogue();
  const source = known.sources.get(id);
  const places = await placesOf(id);
  if (!source || places.length === 0) return null;
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
}
