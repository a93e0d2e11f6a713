import { z } from 'zod';
import { levelSchema, terytSchema } from './teryt';

/** Why there is no value. Missing is never zero and never a bare null. */
export const MISSING_REASONS = [
  'not-reported', // the place for the value is there and empty
  'not-applicable', // printed X: cannot be filled
  'no-information', // printed "."
  'unreadable', // something is printed, no value can be defended
  'not-published', // the source does not publish it for this area
] as const;
export const missingReasonSchema = z.enum(MISSING_REASONS);
export type MissingReason = z.infer<typeof missingReasonSchema>;

/**
 * What a value is.
 * - `reported`: a fact about the area itself, from its own report;
 * - `forecast`: what a report of year N expects for N+1 (the whole value, not the increment);
 * - `plain-mean`: printed mean over the gminy of the area, every gmina counting the same;
 * - `area-published`: a value for the area as a whole, published by the source;
 * - `area-computed`: a value for the area computed here as a ratio of sums.
 * They never share a column, a name or a line style.
 */
export const KINDS = ['reported', 'forecast', 'plain-mean', 'area-published', 'area-computed'] as const;
export const kindSchema = z.enum(KINDS);
export type Kind = z.infer<typeof kindSchema>;

/** Columns of a form table by their meaning; the editions up to 2016 have all five. */
export const FORM_COLUMNS = ['prev2', 'prev', 'assess', 'forecast', 'forecast2'] as const;
export type FormColumn = (typeof FORM_COLUMNS)[number];

/** A confidence below this is doubtful and marked wherever the value is shown. */
export const CONFIDENT = 0.9;

/**
 * One number (or the reason of its absence) with its meaning and its place in a source.
 * `breakdown` is `key=value` pairs sorted by key and joined by `;` (empty: the total).
 * `raw` is the cell or the number's token as printed, never a sentence.
 */
export const observationSchema = z
  .strictObject({
    teryt: terytSchema,
    level: levelSchema,
    year: z.int().min(1990).max(2100),
    indicator: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    breakdown: z.string().regex(/^$|^[a-z]+=[a-z0-9.+-]+(;[a-z]+=[a-z0-9.+-]+)*$/),
    value: z.number().nullable(),
    missing: missingReasonSchema.nullable(),
    unit: z.string().min(1),
    kind: kindSchema,
    source: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    section: z.string(),
    row: z.string(),
    column: z.string(),
    table: z.string(),
    page: z.int().positive().nullable(),
    line: z.int().positive().nullable(),
    raw: z.string(),
    confidence: z.number().min(0).max(1),
    note: z.string(),
  })
  .refine((o) => (o.value === null) === (o.missing !== null), 'either a value or a reason why it is missing');
export type Observation = z.infer<typeof observationSchema>;

/** Column order of `data/observations/*.csv` and of `ozps extract`. */
export const OBSERVATION_COLUMNS = [
  'teryt',
  'level',
  'year',
  'indicator',
  'breakdown',
  'value',
  'missing',
  'unit',
  'kind',
  'source',
  'section',
  'row',
  'column',
  'table',
  'page',
  'line',
  'raw',
  'confidence',
  'note',
] as const satisfies readonly (keyof Observation)[];

/** What the value says, without its place: two observations with the same fact key state the same fact. */
export function factKey(o: Pick<Observation, 'teryt' | 'indicator' | 'year' | 'breakdown' | 'kind'>): string {
  return [o.teryt, o.indicator, o.year, o.breakdown, o.kind].join('|');
}

/**
 * Anchor of an observation on its source's page: readable, stable while the place in the report is the same.
 * A form cell is addressed as `s7-w1-assess`, a series value by table, area, year and breakdown.
 */
export function anchorOf(
  o: Pick<
    Observation,
    'section' | 'row' | 'column' | 'table' | 'teryt' | 'year' | 'breakdown' | 'indicator' | 'kind'
  >,
): string {
  const parts =
    o.row !== '' && o.table === ''
      ? [`s${o.section}`, `w${o.row}`, o.column]
      : [
          o.table || o.section,
          o.indicator,
          o.teryt,
          String(o.year),
          o.breakdown,
          o.kind === 'reported' ? '' : o.kind,
        ];
  return parts
    .filter((part) => part !== '')
    .join('-')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '');
}
