/** Equal squares of side 1 in a box; a tile's place is its upper left corner. */
export interface Tiles {
  kind: 'tiles';
  width: number;
  height: number;
  tiles: Tile[];
  /** Names set above blocks of tiles, from their left edge; none where a tile is a powiat. */
  labels: { x: number; y: number; width: number; text: string }[];
}
export interface Tile {
  teryt: string;
  x: number;
  y: number;
}

/** Boundaries as paths in a box of pixels. */
export interface Shapes {
  kind: 'shapes';
  width: number;
  height: number;
  shapes: { teryt: string; d: string }[];
}

/** What a map is drawn of. */
export type Geometry = Tiles | Shapes;
