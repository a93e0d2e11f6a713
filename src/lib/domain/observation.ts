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
/** No amount, count or rate of a gmina, powiat or country is larger: the state's whole budget is a thousand times less. */
export const LARGEST = 1e15;

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
    value: z.number().min(-LARGEST).max(LARGEST).nullable(),
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

type Placed = Pick<
  Observation,
  'section' | 'row' | 'column' | 'table' | 'teryt' | 'year' | 'breakdown' | 'indicator' | 'kind'
>;

const slug = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .join('-')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '');

/** Ends a place that is a whole table: the anchor names the value in it. */
const IN_TABLE = '*';

/**
 * Where an observation stands in its source, without saying what it is: a form cell (`s7-w1-assess`), or the table or
 * section of a series (`wykres-3*`). With the value it makes the anchor (`anchorAt`).
 */
export function placeOf({
  section,
  row,
  column,
  table,
}: Pick<Placed, 'section' | 'row' | 'column' | 'table'>): string {
  return row !== '' && table === ''
    ? slug([`s${section}`, `w${row}`, column])
    : `${slug([table || section])}${IN_TABLE}`;
}

/**
 * Anchor of a value on its source's page: readable, stable while the place in the report is the same.
 * A form cell is addressed as `s7-w1-assess`, a series value by table, area, year and breakdown.
 * @param place of `placeOf`; empty for a value computed here, which has no anchor
 */
export function anchorAt(
  place: string,
  value: Pick<Placed, 'teryt' | 'year' | 'breakdown' | 'indicator' | 'kind'>,
): string {
  if (!place.endsWith(IN_TABLE)) return place;
  const { indicator, teryt, year, breakdown, kind } = value;
  // Everything but the breakdown is a slug already, and joined by hand: tens of thousands of rows are read at once.
  const table = place.slice(0, -IN_TABLE.length);
  const within = breakdown === '' ? '' : slug([breakdown]);
  return `${table}${table && '-'}${indicator}-${teryt}-${year}${within && '-'}${within}${kind === 'reported' ? '' : `-${kind}`}`;
}

/** The anchor of an observation. */
export const anchorOf = (o: Placed): string => anchorAt(placeOf(o), o);

/** The form cell that an anchor names: its section as a slug (`3-1` of section 3.1) and its row; null for any other place. */
export function formCellOf(anchor: string): { section: string; row: number } | null {
  const [, section, row] = /^s([a-z0-9-]+?)-w(\d+)-[a-z0-9]+$/.exec(anchor) ?? [];
  return section === undefined ? null : { section, row: Number(row) };
}

/** Whether a value below zero can be meant: points around a mean, and changes as a report states them. Nobody counts −3 persons. */
export const mayBeNegative = ({ indicator, unit }: Pick<Observation, 'indicator' | 'unit'>): boolean =>
  unit === 'punkty' || indicator.startsWith('podana-zmiana');
