import { z } from 'zod';
import type { Tile } from './geometry';

/** Where the published maps stand below `data/`. */
export const TILES_FILE = 'mapa/kafelki.json';
/**
 * Boundaries of the gminy of a województwo, of its powiaty, or of all powiaty:
 * `mapa/granice-12.json`, `mapa/granice-powiaty-12.json`, `mapa/granice-powiaty.json`.
 */
export const boundariesPath = (part: string): string => `mapa/granice-${part}.json`;

/** The part that a path is of; `null` for other files. */
export const boundariesPart = (path: string): string | null =>
  /^mapa\/granice-([a-z0-9-]+)\.json$/.exec(path)?.[1] ?? null;

/** `mapa/kafelki.json`: powiat, column, row. */
export const publishedTilesSchema = z.array(z.tuple([z.string(), z.int(), z.int()]));
export type PublishedTiles = z.infer<typeof publishedTilesSchema>;

export const tilesOf = (published: PublishedTiles): Tile[] =>
  published.map(([teryt, x, y]) => ({ teryt, x, y }));

/** An operator's boundaries in the data folder; not part of the repository. */
export const BOUNDARIES_FILE = 'boundaries/gminy.json';

/** `data/boundaries/gminy.json` and the published parts: TopoJSON made by `simplify.ts`, each geometry with its code. */
export const boundariesSchema = z.object({
  type: z.literal('Topology'),
  objects: z.object({
    areas: z.object({
      type: z.literal('GeometryCollection'),
      geometries: z.array(z.object({ id: z.string().regex(/^\d{4}(\d\d)?$/) }).loose()),
    }),
  }),
  arcs: z.array(z.array(z.array(z.number()))),
});
