import { z } from 'zod';
import { readCsv, type Problem } from '../src/lib/catalogue';

const COLUMNS = [
  'teryt6',
  'nazwa',
  'rodzaj_2020',
  'rodzaj_2022',
  'rodzaj_2026',
  'powiat4',
  'powiat',
  'woj2',
  'wojewodztwo',
  'ludnosc_2021_12_31',
  'powierzchnia_km2',
  'gestosc_2020',
  'dochody_wlasne_na_mieszkanca_2020_pln',
  'udzial_pit_na_mieszkanca_2020_pln',
] as const;
type Column = (typeof COLUMNS)[number];

const rowSchema = z.record(z.enum(COLUMNS), z.string()).superRefine((row, context) => {
  if (!/^\d{6}$/.test(row.teryt6)) context.addIssue({ code: 'custom', message: `teryt6: ${row.teryt6}` });
  if (row.powiat4 !== row.teryt6.slice(0, 4) || row.woj2 !== row.teryt6.slice(0, 2))
    context.addIssue({
      code: 'custom',
      message: `${row.teryt6} does not stand in ${row.powiat4}, ${row.woj2}`,
    });
});

/** A row of the list of all gminy: register and GUS figures, cells as printed. */
export type GminaFact = Record<Column, string> & { line: number; since: string };

/** The list of all gminy. `since` is given to all rows: it matters where older registers lack the gmina. */
export function readGminyFile(file: string, text: string, since: string, problems: Problem[]): GminaFact[] {
  return readCsv(file, text, COLUMNS, rowSchema, problems).map(({ value, line }) => ({
    ...value,
    line,
    since,
  }));
}
