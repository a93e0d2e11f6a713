import {
  boundariesPart,
  boundariesPath,
  publishedTilesSchema,
  TILES_FILE,
  tilesOf,
  type Boundaries,
  type Tile,
} from '../geo';
import { manifest } from './data';
import { readPublishedJson } from './files';

let tiles: Tile[] | undefined;

/** Powiaty as tiles. */
export const powiatTiles = (): Tile[] =>
  (tiles ??= tilesOf(publishedTilesSchema.parse(readPublishedJson(TILES_FILE))));

/** Parts of the map that there are boundaries of. */
export const boundaryParts = (): string[] =>
  manifest().files.flatMap(({ path }) => boundariesPart(path) ?? []);

/** Boundaries of a part. Written by `ozps publish` and checked there. */
export const boundariesOf = (part: string): Boundaries =>
  readPublishedJson(boundariesPath(part)) as Boundaries;
