import { error } from '@sveltejs/kit';
import { base } from '$app/paths';
import type { Indicator, Source, Unit } from '$lib/domain';
import { tableCsv } from '$lib/export/table-csv';
import type { ValueRow } from '$lib/extract';
import { catalogue, publishedVersion } from '$lib/server';
import { linksFor } from '$lib/state/links';

/** Links that work outside the site, where it knows its own address. */
export const absolute = linksFor(`${__SITE_URL__}${base}`);

/** Columns of the files for machines. They stay: what is added later is added at the end. */
export const MACHINE_COLUMNS = [
  'teryt',
  'level',
  'indicator',
  'year',
  'breakdown',
  'value',
  'missing',
  'unit',
  'kind',
  'confidence',
  'doubt',
  'preferred',
  'source',
  'address',
  'formula',
] as const;

type MachineRow = Record<(typeof MACHINE_COLUMNS)[number], string | number | boolean | null>;

/** A value with everything that is known of it. `address` leads to its place in the source; null where it was computed here. */
function machineRow(row: ValueRow): MachineRow {
  return {
    teryt: row.teryt,
    level: row.level,
    indicator: row.indicator,
    year: row.year,
    breakdown: row.breakdown,
    value: row.value,
    missing: row.missing,
    unit: row.unit,
    kind: row.kind,
    confidence: row.confidence,
    doubt: row.doubt,
    preferred: row.preferred,
    source: row.source,
    address: row.anchor === '' || row.source === '' ? null : absolute.source(row.source, row.anchor),
    formula: row.formula,
  };
}

const NOTE =
  'Brak wartości (value: null) ma powód w missing i nigdy nie jest zerem. Wartości różnych rodzajów (kind) nie należy mieszać. Przy ponownym użyciu należy podać źródło, rok i to, że dane przetworzono.';

const aboutIndicator = ({ id, name, definition, unit, origin, caveat }: Indicator) => ({
  id,
  name,
  definition,
  unit,
  origin,
  caveat: caveat ?? null,
  page: absolute.indicator(id),
});
const aboutSource = ({ id, title, publisher, url, year }: Source) => ({ id, title, publisher, url, year });
const aboutUnit = ({ teryt, name, level }: Unit) => ({ teryt, name, level, page: absolute.unit(teryt) });

/** What a file for machines is of: an area or an indicator. */
export type Subject = { unit: Unit } | { indicator: Indicator };

function jsonOf(subject: Subject, rows: readonly ValueRow[]): string {
  const { indicators, sources } = catalogue();
  const unique = (key: 'indicator' | 'source') => [...new Set(rows.map((row) => row[key]))];
  return `${JSON.stringify({
    format: 1,
    version: publishedVersion(),
    note: NOTE,
    ...('unit' in subject
      ? {
          unit: aboutUnit(subject.unit),
          indicators: unique('indicator').flatMap((id) => {
            const indicator = indicators.get(id);
            return indicator
              ? [{ ...aboutIndicator(indicator), page: indicator.headline ? absolute.indicator(id) : null }]
              : [];
          }),
        }
      : { indicator: aboutIndicator(subject.indicator) }),
    sources: unique('source').flatMap((id) => {
      const source = sources.get(id);
      return source ? [aboutSource(source)] : [];
    }),
    values: rows.map(machineRow),
  })}\n`;
}

function csvOf(rows: readonly ValueRow[]): string {
  const cells = rows.map((row) => {
    const machine = machineRow(row);
    return MACHINE_COLUMNS.map((name) => machine[name]);
  });
  return tableCsv(MACHINE_COLUMNS, cells);
}

/** `060801.json` → its key and format. */
export function namedFile(file: string): { key: string; format: 'json' | 'csv' } {
  const [, key, format] = /^([a-z0-9-]+)\.(json|csv)$/.exec(file) ?? [];
  if (key === undefined || (format !== 'json' && format !== 'csv')) error(404, 'Nie ma takiego pliku');
  return { key, format };
}

/** The file of a subject; its rows stand in a stable order. */
export function machineFile(format: 'json' | 'csv', subject: Subject, rows: readonly ValueRow[]): Response {
  const type = format === 'json' ? 'application/json' : 'text/csv;charset=utf-8';
  return new Response(format === 'json' ? jsonOf(subject, rows) : csvOf(rows), {
    headers: { 'Content-Type': type },
  });
}

/** Both files of each of these. */
export const filesOf = (keys: readonly string[]): { file: string }[] =>
  keys.flatMap((key) => [{ file: `${key}.json` }, { file: `${key}.csv` }]);
