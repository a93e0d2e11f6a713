import { z } from 'zod';
import { breakSchema, chapterSchema, findingSchema, indicatorSchema, sourceSchema } from '../domain';

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

/** `ustalenia.json` */
export const publishedFindingsSchema = z.array(findingSchema);

/** `manifest.json`: every published file but itself. `rows` is null for files that are not Parquet. */
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
