import type { Tile, Tiles } from './geometry';

/** Room between blocks, and above each for its name, in sides of a tile. */
const GAP = 0.6;
const NAME = 1;

/** Powiaty as tiles, moved to the corner of their own box. */
export function powiatMap(tiles: readonly Tile[], isShown: (teryt: string) => boolean): Tiles {
  const shown = tiles.filter(({ teryt }) => isShown(teryt));
  const left = Math.min(...shown.map(({ x }) => x));
  const top = Math.min(...shown.map(({ y }) => y));
  const moved = shown.map(({ teryt, x, y }) => ({ teryt, x: x - left, y: y - top }));
  return {
    kind: 'tiles',
    width: Math.max(0, ...moved.map(({ x }) => x + 1)),
    height: Math.max(0, ...moved.map(({ y }) => y + 1)),
    tiles: moved,
    labels: [],
  };
}

export interface Listed {
  teryt: string;
  name: string;
}

/**
 * Gminy as blocks, one a powiat, each under its name. The blocks stand in rows as the powiaty lie on their own tile map,
 * north above, west to the left; inside a block gminy are in the order given, which is no geography.
 * @param most width of a row of blocks, in tiles
 * @param nameWidth width of a powiat's name, in tiles
 */
export function gminaMap(
  gminy: readonly Listed[],
  powiaty: readonly Tile[],
  {
    powiatName,
    most,
    nameWidth,
  }: { powiatName: (teryt: string) => string; most: number; nameWidth: (name: string) => number },
): Tiles {
  const groups = grouped(gminy, ({ teryt }) => teryt.slice(0, 4));
  const placed = [...groups]
    .map(([teryt, own]) => ({ teryt, own, at: powiaty.find((tile) => tile.teryt === teryt) }))
    .sort((a, b) => (a.at?.y ?? 0) - (b.at?.y ?? 0) || (a.at?.x ?? 0) - (b.at?.x ?? 0));
  const blocks = placed.map(({ teryt, own, at }) => {
    const columns = Math.ceil(Math.sqrt(own.length * 1.3));
    const name = powiatName(teryt);
    return {
      name,
      own,
      at,
      columns,
      width: Math.max(columns, nameWidth(name)),
      height: Math.ceil(own.length / columns),
    };
  });
  const rows: (typeof blocks)[] = [];
  let used = 0;
  for (const block of blocks) {
    const row = rows.at(-1);
    if (row && used + GAP + block.width <= most) {
      row.push(block);
      used += GAP + block.width;
    } else {
      rows.push([block]);
      used = block.width;
    }
  }
  const tiles: Tile[] = [];
  const labels: Tiles['labels'] = [];
  let y = 0;
  let width = 0;
  for (const row of rows) {
    let x = 0;
    for (const block of row.toSorted((a, b) => (a.at?.x ?? 0) - (b.at?.x ?? 0))) {
      labels.push({ x, y: y + NAME, width: block.width, text: block.name });
      block.own.forEach(({ teryt }, index) =>
        tiles.push({
          teryt,
          x: x + (index % block.columns),
          y: y + NAME + 0.25 + Math.floor(index / block.columns),
        }),
      );
      x += block.width + GAP;
    }
    width = Math.max(width, x - GAP);
    y += NAME + 0.25 + Math.max(...row.map((block) => block.height)) + GAP / 2;
  }
  return { kind: 'tiles', width, height: y, tiles, labels };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
