import { z } from 'zod';
import type { Tile } from './geometry';

/** Where the published maps stand below `data/`. */
export const TILES_FILE = 'mapa/kafelki.json';
/** Boundaries of the gminy of a województwo, or of all powiaty: `mapa/granice-12.json`, `mapa/granice-powiaty.json`. */
export const boundariesPath = (part: string): string => `mapa/granice-${part}.json`;
export const POWIATY_PART = 'powiaty';

/** `mapa/kafelki.json`: powiat, column, row. */
export const publishedTilesSchema = z.array(z.tuple([z.string(), z.int(), z.int()]));
export type PublishedTiles = z.infer<typeof publishedTilesSchema>;

export const tilesOf = (published: PublishedTiles): Tile[] =>
  published.map(([teryt, x, y]) => ({ teryt, x, y }));
