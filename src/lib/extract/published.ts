import { z } from 'zod';
import {
  breakSchema,
  chapterSchema,
  findingSchema,
  formRowSchema,
  indicatorSchema,
  nameSchema,
  sourceSchema,
  formRuleSchema,
} from '../domain';

/** `katalog.json`: what a page needs to know about indicators and sources. */
export const publishedCatalogueSchema = z.strictObject({
  indicators: z.array(indicatorSchema),
  breaks: z.array(breakSchema),
  chapters: z.array(chapterSchema),
  sources: z.array(sourceSchema),
});
export type PublishedCatalogue = z.infer<typeof publishedCatalogueSchema>;

/**
 * `jednostki.json`: every gmina in few bytes, for search and lists:
 * code, name, type (1 miejska, 2 wiejska, 3 miejsko-wiejska), powiat, 1 where there is a report or an indicator beyond GUS figures.
 */
export const publishedUnitsSchema = z.array(
  z.tuple([z.string(), z.string(), z.number(), z.string(), z.union([z.literal(0), z.literal(1)])]),
);
export type PublishedUnits = z.infer<typeof publishedUnitsSchema>;

const typeSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.null()]);

/** `formularz.json`: with `katalog.json` all that reading a report needs to know; fetched where a reader opens a report. */
export const publishedFormSchema = z.strictObject({
  rows: z.array(formRowSchema),
  /** What must hold between the rows. */
  rules: z.array(formRuleSchema),
  names: z.array(nameSchema),
  /** Years of the register that the types of a gmina below are of. */
  registerYears: z.array(z.string()),
  /** Code, name, first and last year; of a gmina its type in each year of the register too. */
  units: z.array(
    z.tuple([z.string(), z.string(), z.int().nullable(), z.int().nullable(), z.array(typeSchema)]),
  ),
});
export type PublishedForm = z.infer<typeof publishedFormSchema>;

/**
 * `zrodla.json`: what each source holds, and the files it is found in. A report stands in the files of few units; what says
 * few things of many areas stands in those of its indicators, which then have addresses too.
 */
export const publishedSourcesSchema = z.record(
  z.string(),
  z.strictObject({
    rows: z.int().positive(),
    values: z.int().nonnegative(),
    doubtful: z.int().nonnegative(),
    unreadable: z.int().nonnegative(),
    by: z.enum(['unit', 'indicator']),
    /** Code or indicator with its rows. */
    parts: z.array(z.tuple([z.string(), z.int().positive()])),
  }),
);
export type PublishedSources = z.infer<typeof publishedSourcesSchema>;

/** `ustalenia.json` */
export const publishedFindingsSchema = z.array(findingSchema);

/** `wersja.json`: the version of the published data is the hash of the manifest, which holds the hash of every file. */
export const versionSchema = z.strictObject({ manifest: z.string().regex(/^[0-9a-f]{64}$/) });

/** `manifest.json`: every published file but itself and `wersja.json`. `rows` is null for files that are not Parquet. */
export const manifestSchema = z.strictObject({
  files: z.array(
    z.strictObject({
      path: z.string(),
      bytes: z.int().nonnegative(),
      rows: z.int().nonnegative().nullable(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;
