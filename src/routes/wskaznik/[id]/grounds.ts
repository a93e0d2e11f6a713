import type { MapSpec } from '$lib/charts/spec';
import { textWidth } from '$lib/charts/labels';
import { DRAWINGS } from '$lib/charts/drawing';
import type { Tile } from '$lib/geo/geometry';
import { gminaMap, powiatMap } from '$lib/geo/tiles';
import type { Scope } from './views';

/** Side that a tile of a gmina has about, in pixels: it gives how many stand side by side. */
const SIDES = { wide: 22, narrow: 20 } as const;

/** The same on half a printed sheet, where more stand side by side, or the map would be as long as the sheet. */
const PAPER = 14;

/** Tiles of gminy in blocks, one a powiat, for half a printed sheet; only its adjective fits above a block. */
export const paperTiles = (
  gminy: readonly { teryt: string; name: string }[],
  tiles: readonly Tile[],
  powiatName: (teryt: string) => string,
): MapSpec['geometry']['narrow'] =>
  gminaMap(gminy, tiles, {
    powiatName: (teryt) => powiatName(teryt).replace(/^powiat /, ''),
    most: DRAWINGS.paper.width / PAPER,
    nameWidth: (text) => Math.min(7, textWidth(text, DRAWINGS.paper.font) / PAPER + 0.3),
  });

/** Tiles of a map: gminy of a województwo in blocks, one a powiat, or powiaty where they lie. */
export function tileGeometry(
  scope: Scope,
  gminy: readonly { teryt: string; name: string }[],
  tiles: readonly Tile[],
  powiatName: (teryt: string) => string,
): MapSpec['geometry'] {
  if (scope.level === 'powiat') {
    const map = powiatMap(tiles, (teryt) => teryt.startsWith(scope.woj));
    return { wide: map, narrow: map };
  }
  const of = (name: 'wide' | 'narrow') =>
    gminaMap(gminy, tiles, {
      powiatName,
      most: DRAWINGS[name].width / SIDES[name],
      nameWidth: (text) => Math.min(7, textWidth(text, DRAWINGS[name].font) / SIDES[name] + 0.3),
    });
  return { wide: of('wide'), narrow: of('narrow') };
}
