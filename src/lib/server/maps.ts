import { TILES_FILE, publishedTilesSchema, tilesOf, type Tile } from '../geo';
import { readPublishedJson } from './files';

let tiles: Tile[] | undefined;

/** Powiaty as tiles. */
export const powiatTiles = (): Tile[] =>
  (tiles ??= tilesOf(publishedTilesSchema.parse(readPublishedJson(TILES_FILE))));
