import type { Catalogue } from '$lib/catalogue';
import { CONFIDENT, type Source } from '$lib/domain';
import { SERIES } from '$lib/report/recognise/series-tables';
import type { Place } from '../zrodlo/rows';

/** How much of a table was read in a year. */
export interface Coverage {
  read: number;
  doubtful: number;
  unreadable: number;
}

export interface CoverageRow {
  /** Name of the table or the section of the form. */
  table: string;
  /** By year; a year that the table does not print has none. */
  years: Map<number, Coverage>;
}

/** What a report's edition prints and what was found of it: tables by years. A table that was not found has no years. */
export function coverageOf(source: Source, places: readonly Place[], { names }: Catalogue): CoverageRow[] {
  const rows = new Map<string, CoverageRow>();
  const rowOf = (key: string, table: string): CoverageRow => {
    const row = rows.get(key) ?? { table, years: new Map<number, Coverage>() };
    rows.set(key, row);
    return row;
  };
  for (const [key, name] of expectedOf(source, names)) rowOf(key, name);
  for (const { value, address } of places) {
    const form = address.table === '' && address.row !== '';
    const row = form
      ? rowOf(`form ${address.section}`, `Formularz, ${lower(names.section(address.section))}`)
      : rowOf(`table ${address.table}`, address.table === '' ? 'Wartości' : names.table(address.table));
    const cell = row.years.get(value.year) ?? { read: 0, doubtful: 0, unreadable: 0 };
    if (value.missing === 'unreadable') cell.unreadable++;
    else cell.read++;
    if (value.value !== null && value.confidence < CONFIDENT) cell.doubtful++;
    row.years.set(value.year, cell);
  }
  return [...rows.values()];
}

const FORM_SECTIONS = ['2', '3', '3.1', '4', '5', '5cd', '5inne', '7'];

/** The tables that an OZPS of the report's year prints; other documents have no fixed tables. */
function expectedOf({ type, year }: Source, names: Catalogue['names']): [key: string, name: string][] {
  if (type !== 'ozps' || year === null) return [];
  const series = SERIES.filter(({ since, until }) => (since ?? year) <= year && year <= (until ?? year));
  return [
    ...FORM_SECTIONS.map((section): [string, string] => [`form ${section}`, `Formularz, ${lower(names.section(section))}`]),
    ...series.map(({ id }): [string, string] => [`table ${id}`, names.table(id)]),
    ['table warunek-ustawowy', names.table('warunek-ustawowy')],
    ['table proza', names.table('proza')],
  ];
} // prettier-ignore

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
