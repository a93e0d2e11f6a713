import { assign } from './assign';
import type { Tile } from './geometry';

/** Where a powiat lies, roughly: degrees. */
export interface Position {
  teryt: string;
  east: number;
  north: number;
}

/** A degree of longitude at 52° north, in degrees of latitude. */
const EAST = Math.cos((52 * Math.PI) / 180);
/** Side of a tile in degrees of latitude: as many tiles as powiaty then cover the country. */
const SIDE = 0.258;

/**
 * One tile a powiat in the rough shape of the country: of all cells of a grid those nearest to any powiat, as many as there
 * are powiaty, and on them the arrangement with the least sum of squared distances from where the powiaty lie.
 */
export function powiatTiles(positions: readonly Position[]): Tile[] {
  const points = positions.map(({ teryt, east, north }) => ({
    teryt,
    x: (east * EAST) / SIDE,
    y: -north / SIDE,
  }));
  const columns = spanOf(points.map(({ x }) => x));
  const rows = spanOf(points.map(({ y }) => y));
  const cells = columns
    .flatMap((x) => rows.map((y) => ({ x, y, near: Math.min(...points.map((p) => far(p, { x, y }))) })))
    .sort((a, b) => a.near - b.near || a.y - b.y || a.x - b.x)
    .slice(0, points.length);
  const found = assign(points.length, cells.length, (row, column) => {
    const [point, cell] = [points[row], cells[column]];
    return point && cell ? far(point, cell) : Infinity;
  });
  const left = Math.min(...cells.map(({ x }) => x));
  const top = Math.min(...cells.map(({ y }) => y));
  return points.flatMap(({ teryt }, index) => {
    const cell = cells[found[index] ?? -1];
    return cell ? [{ teryt, x: Math.round(cell.x - left), y: Math.round(cell.y - top) }] : [];
  });
}

interface Spot {
  x: number;
  y: number;
}
const far = (a: Spot, b: Spot): number => (a.x - b.x) ** 2 + (a.y - b.y) ** 2;

/** Whole steps from a little below the least value to a little above the greatest. */
function spanOf(values: readonly number[]): number[] {
  const first = Math.min(...values) - 1;
  const steps = Math.ceil(Math.max(...values) + 1 - first);
  return Array.from({ length: steps + 1 }, (_, i) => first + i);
}
