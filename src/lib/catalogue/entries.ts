import { z } from 'zod';
import {
  breakSchema,
  chapterSchema,
  conclusionSchema,
  correctionSchema,
  formRowSchema,
  indicatorSchema,
  levelOf,
  nameSchema,
  sourceSchema,
  terytSchema,
  unitSchema,
  type Break,
  type Chapter,
  type Correction,
  type FormRow,
  type Indicator,
  type Name,
  type PublishedConclusion,
  type Source,
  type Unit,
  formRuleSchema,
  type FormRule,
} from '../domain';
import { readCsv, type Located } from './csv';
import { MONITORING_COLUMNS, monitoringSchema, type Monitoring } from './monitoring';
import type { Problem } from './problems';
import { readYamlList } from './yaml';

/** A doubt about values of a source that is known from outside the numbers. Every row must match an observation. */
export const doubtSchema = z.strictObject({
  source: z.string().min(1),
  teryt: terytSchema,
  indicator: z.string().min(1),
  from: z.coerce.number().int(),
  to: z.coerce.number().int(),
  reason: z.string().min(1),
});
export type Doubt = z.infer<typeof doubtSchema>;

/** Everything read, each entry with its file and line, before the references are checked. */
export interface Entry<T> {
  file: string;
  line: number;
  value: T;
}
export interface Entries {
  indicators: Entry<Indicator>[];
  breaks: Entry<Break>[];
  chapters: Entry<Chapter>[];
  formRows: Entry<FormRow>[];
  rules: Entry<FormRule>[];
  sources: Entry<Source>[];
  units: Entry<Unit>[];
  doubts: Entry<Doubt>[];
  names: Entry<Name>[];
  corrections: Entry<Correction>[];
  conclusions: Entry<PublishedConclusion>[];
  monitoring: Entry<Monitoring>[];
  /** Ids of indicators that are there but do not fit: naming one is no fault on top of that. */
  faulty: ReadonlySet<string>;
}

const CHAPTER_COLUMNS = ['key', 'dzial', 'code_2019', 'code_2023', 'name'];
const FORM_ROW_COLUMNS = ['edition', 'section', 'row', 'indicator', 'breakdown', 'unit', 'group', 'label'];
export const SOURCE_COLUMNS = [
  'id',
  'type',
  'title',
  'publisher',
  'teryt',
  'year',
  'edition',
  'url',
  'reading',
  'note',
];
const NAME_COLUMNS = ['kind', 'key', 'name'];
const CORRECTION_COLUMNS = ['source', 'cell', 'from', 'to', 'reason', 'status', 'expect'];
const CONCLUSION_COLUMNS = ['source', 'line', 'page', 'theme', 'heading'];
const DOUBT_COLUMNS = ['source', 'teryt', 'indicator', 'from', 'to', 'reason'];
export const REGISTER_YEARS = ['2020', '2022', '2026'] as const;
export const GMINA_COLUMNS = [
  'teryt',
  'name',
  ...REGISTER_YEARS.map((year) => `type_${year}`),
  'since',
  'until',
];
export const AREA_COLUMNS = ['teryt', 'name'];

const yearCell = z.string().transform((cell, context) => {
  if (cell === '') return null;
  if (/^\d{4}$/.test(cell)) return Number(cell);
  context.addIssue({ code: 'custom', message: `not a year: ${cell}` });
  return z.NEVER;
});
const formRowCells = z.strictObject({ ...formRowSchema.shape, row: z.coerce.number().int().positive() });
const sourceCells = z.strictObject({ ...sourceSchema.shape, year: yearCell });
const typeCell = z
  .enum(['', '1', '2', '3'])
  .transform((cell) => (cell === '' ? null : (Number(cell) as 1 | 2 | 3)));
const gminaCells = z
  .strictObject({
    teryt: z.string().regex(/^\d{6}$/, 'not a TERYT code of 6 digits'),
    name: z.string().min(1),
    type_2020: typeCell,
    type_2022: typeCell,
    type_2026: typeCell,
    since: yearCell,
    until: yearCell,
  })
  .transform(({ teryt, name, since, until, ...types }): Unit => {
    const byYear = Object.fromEntries(REGISTER_YEARS.map((year) => [year, types[`type_${year}`]]));
    return unitSchema.parse({ teryt, level: 'gmina', name, types: byYear, since, until });
  });
const areaCells = z
  .strictObject({
    teryt: z.string().regex(/^(\d{4}|\d{2})$/, 'not a TERYT code of 2 or 4 digits'),
    name: z.string().min(1),
  })
  .transform(({ teryt, name }): Unit => ({ teryt, level: levelOf(teryt), name, since: null, until: null }));

/** Reads every file the catalogue is made of; what does not fit its schema is left out and added to `problems`. */
export function readEntries(files: Readonly<Record<string, string>>, problems: Problem[]): Entries {
  const paths = Object.keys(files).sort();
  const text = (path: string) => files[path] ?? '';
  const at = <T>(file: string, rows: Located<T>[]): Entry<T>[] => rows.map((row) => ({ file, ...row }));
  const csv = <S extends z.ZodType>(pattern: RegExp, columns: readonly string[], schema: S) =>
    paths
      .filter((path) => pattern.test(path))
      .flatMap((path) => at(path, readCsv(path, text(path), columns, schema, problems)));
  const faulty = new Set<string>();
  const reject = (item: unknown) => {
    const named = z.looseObject({ id: z.string() }).safeParse(item);
    if (named.success) faulty.add(named.data.id);
  };
  const yaml = <S extends z.ZodType>(pattern: RegExp, schema: S) =>
    paths
      .filter((path) => pattern.test(path))
      .flatMap((path) => at(path, readYamlList(path, text(path), schema, problems, reject)));
  return {
    faulty,
    indicators: yaml(/^data\/catalogue\/indicators[^/]*\.yaml$/, indicatorSchema),
    breaks: yaml(/^data\/catalogue\/breaks[^/]*\.yaml$/, breakSchema),
    chapters: csv(/^data\/catalogue\/chapters\.csv$/, CHAPTER_COLUMNS, chapterSchema),
    formRows: csv(/^data\/catalogue\/form-rows\.csv$/, FORM_ROW_COLUMNS, formRowCells),
    rules: yaml(/^data\/catalogue\/rules-form\.yaml$/, formRuleSchema),
    sources: csv(/^data\/sources\.csv$/, SOURCE_COLUMNS, sourceCells),
    corrections: csv(/^data\/corrections\/[^/]+\.csv$/, CORRECTION_COLUMNS, correctionSchema),
    conclusions: csv(/^data\/conclusions\.csv$/, CONCLUSION_COLUMNS, conclusionSchema),
    names: csv(/^data\/catalogue\/names[^/]*\.csv$/, NAME_COLUMNS, nameSchema),
    monitoring: csv(/^data\/catalogue\/lpdi-monitoring\.csv$/, MONITORING_COLUMNS, monitoringSchema),
    doubts: csv(/^data\/doubts\.csv$/, DOUBT_COLUMNS, doubtSchema),
    units: [
      ...csv(/^data\/units\/(powiaty|wojewodztwa)\.csv$/, AREA_COLUMNS, areaCells),
      ...csv(/^data\/units\/gminy\.csv$/, GMINA_COLUMNS, gminaCells),
    ],
  };
}
