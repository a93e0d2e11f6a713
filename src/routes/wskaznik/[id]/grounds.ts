import type { MapSpec } from '$lib/charts/spec';
import { textWidth } from '$lib/charts/labels';
import { DRAWINGS } from '$lib/charts/drawing';
import type { Tile } from '$lib/geo/geometry';
import { gminaMap, powiatMap } from '$lib/geo/tiles';
import type { Scope } from './views';

/** Side that a tile of a gmina has about, in pixels: it gives how many stand side by side. */
const SIDES = { wide: 22, narrow: 20 } as const;

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
