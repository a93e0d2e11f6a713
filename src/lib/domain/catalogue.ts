import { z } from 'zod';
import { SEVERITIES } from './finding';
import { levelSchema, terytSchema } from './teryt';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** The four themes of a gmina's page, and `inne` for what stands folded below them. */
export const THEMES = ['deprywacja', 'bezrobocie', 'kadra', 'wydatki', 'inne'] as const;
export type Theme = (typeof THEMES)[number];

/** Who defines and publishes an indicator. Indicators of different origin never share an id, a rank or a line. */
export const ORIGINS = ['ozps', 'obserwatorium', 'gus', 'sprawozdanie', 'lpdi'] as const;

export const indicatorSchema = z.strictObject({
  id: slug,
  name: z.string().min(1),
  /** For axes and narrow tables; the name where absent. */
  short: z.string().optional(),
  /** One sentence, ends with a full stop. */
  definition: z.string().min(1),
  unit: z.enum([
    '%',
    'osoby',
    'rodziny',
    'gospodarstwa',
    'zl',
    'zl-na-mieszkanca',
    'miejsca',
    'sztuki',
    'swiadczenia',
    'liczba',
    'km2',
    'm2',
    'os-na-km2',
    'na-1000',
    'na-10000',
    'tak-nie',
    'punkty',
  ]),
  decimals: z.int().min(0).max(4),
  direction: z.enum(['higher-is-better', 'higher-is-worse', 'neutral']),
  /** Lowest level the indicator exists at. */
  level: levelSchema,
  theme: z.enum(THEMES),
  origin: z.enum(ORIGINS),
  /** Printed in the source, inferred (fits the documents, no printed definition), or computed here from printed inputs. */
  status: z.enum(['printed', 'inferred', 'computed']),
  numerator: slug.optional(),
  denominator: slug.optional(),
  /** value = numerator / denominator × multiplier */
  multiplier: z.number().positive().optional(),
  /** Of a share of persons: the families these persons stand in, where the source counts them. */
  families: slug.optional(),
  /** Section and table of the source where it stands. */
  table: z.string().optional(),
  /** Ranked, drawn and given a page of its own. */
  headline: z.boolean().default(false),
  /** Cities with powiat rights are shown apart and not ranked with gminy. */
  citiesApart: z.boolean().default(false),
  /** A value that divides what is below from what is above by its meaning, with its word: a map then has two scales. */
  reference: z.strictObject({ value: z.number(), label: z.string().min(1) }).optional(),
  /** What the reader must know not to misread it; shown beside every chart. */
  caveat: z.string().optional(),
});
export type Indicator = z.infer<typeof indicatorSchema>;

/** A place in time from which values of an indicator do not compare with earlier ones. */
export const breakSchema = z.strictObject({
  indicator: slug,
  /** First year counted the new way. */
  year: z.int(),
  /** A word or two at the line of the break. */
  label: z.string(),
  /** Why, one sentence. */
  reason: z.string(),
  /** `break`: do not join the line across it; `note`: a rule changed, the line goes on. */
  effect: z.enum(['break', 'note']),
});
export type Break = z.infer<typeof breakSchema>;

/**
 * Chapter (rozdział) of the budget classification, as section 7 of the form names it.
 * `key` is what a breakdown names (`rozdzial=85502`) and stays the same where the number moved between editions;
 * an edition without the chapter has an empty code.
 */
const chapterCode = z.string().regex(/^(\d{5})?$/, 'not a chapter number of five digits');
export const chapterSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  dzial: z.string().regex(/^\d{3}$/),
  code_2019: chapterCode,
  code_2023: chapterCode,
  name: z.string().min(1),
});
export type Chapter = z.infer<typeof chapterSchema>;

/** How a part of a breakdown (`plec=kobieta`), a table or a section is called in Polish. */
export const nameSchema = z.strictObject({
  kind: z.enum(['breakdown', 'table', 'section']),
  key: z.string().min(1),
  name: z.string().min(1),
});
export type Name = z.infer<typeof nameSchema>;

/** One row of a form table in one edition of the form. */
export const formRowSchema = z.strictObject({
  edition: z.string(),
  section: z.string(),
  row: z.int().positive(),
  indicator: slug,
  breakdown: z.string(),
  unit: z.string(),
  /** Heading of the group of rows, empty where there is none. */
  group: z.string(),
  label: z.string().min(1),
});
export type FormRow = z.infer<typeof formRowSchema>;

const meaning = z.string().regex(/^[a-z0-9*-]+\|[a-z0-9=;+.*-]*$/);

/**
 * What must hold between rows of the form, named by their meaning (`data/catalogue/rules-form.yaml` says what each part
 * is): the same rule in every edition that has the rows.
 */
export const formRuleSchema = z.strictObject({
  rule: slug,
  op: z.enum(['equal', 'at-most', 'usual', 'none-without']),
  left: z.array(meaning).min(1),
  right: z.array(meaning).min(1),
  each: z.union([z.literal('chapters'), z.array(z.string())]).optional(),
  except: z.array(z.string()).default([]),
  parts: z.boolean().default(false),
  says: z.string().default(''),
  tolerance: z.number().min(0).default(0),
  severity: z.enum(SEVERITIES).default('error'),
  binding: z.boolean().default(true),
  'apart-in-forecast': z.boolean().default(false),
});
export type FormRule = z.infer<typeof formRuleSchema>;

/** An administrative unit. `types`: type of a gmina by year of the register (2020, 2022, 2026), `null` where it did not exist. */
export const unitSchema = z.strictObject({
  teryt: terytSchema,
  level: levelSchema,
  name: z.string().min(1),
  types: z.record(z.string(), z.union([z.literal(1), z.literal(2), z.literal(3), z.null()])).optional(),
  /** Years of the register in which the unit exists; open ends are null. */
  since: z.int().nullable().default(null),
  until: z.int().nullable().default(null),
});
export type Unit = z.infer<typeof unitSchema>;

/** A document or publication that observations come from. */
export const sourceSchema = z.strictObject({
  id: slug,
  /** `zmyslone`: made up, for benchmarks and tests only; `ozps publish` refuses it unless told otherwise. */
  type: z.enum(['ozps', 'sprawozdanie', 'lpdi', 'obserwatorium', 'gus', 'rejestr', 'zmyslone']),
  title: z.string().min(1),
  publisher: z.string().min(1),
  /** The unit a report is about; empty for publications about many. */
  teryt: z.string(),
  year: z.int().nullable(),
  edition: z.string(),
  /** Empty, or an address that a page may link to. */
  url: z.string().regex(/^$|^https?:\/\/[^\s"<>]+$/, 'an address begins with https:// or http://'),
  /** How it was read: `tekst`, `skan` (OCR), `dane`. */
  reading: z.enum(['tekst', 'skan', 'dane']),
  note: z.string(),
});
export type Source = z.infer<typeof sourceSchema>;

/** Whether a source is a document of one gmina, with a text of its own, and no collection of values of many areas. */
export const isDocument = ({ type }: Pick<Source, 'type'>): boolean =>
  type === 'ozps' || type === 'sprawozdanie' || type === 'lpdi';
