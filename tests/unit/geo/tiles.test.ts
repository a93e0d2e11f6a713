import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assign } from '../../../src/lib/geo/assign';
import { gminaMap, powiatMap, powiatTiles, readPositions, type Tile } from '../../../src/lib/geo';

describe('an assignment', () => {
  test('is the cheapest there is', () => {
    const costs = [
      [4, 1, 3],
      [2, 0, 5],
      [3, 2, 2],
    ];
    const found = assign(3, 3, (row, column) => costs[row]?.[column] ?? Infinity);
    expect(found.reduce((sum, column, row) => sum + (costs[row]?.[column] ?? 0), 0)).toBe(5);
  });
  test('leaves dear columns free', () => {
    expect(assign(1, 3, (_, column) => [9, 1, 5][column] ?? Infinity)).toEqual([1]);
  });
});

const positions = readPositions(readFileSync('data/units/powiat-positions.csv', 'utf8'));
const powiaty = readFileSync('data/units/powiaty.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.slice(0, 4));
const tiles = powiatTiles(positions);

describe('powiaty as tiles', () => {
  test('are all there, each in a place of its own', () => {
    expect(tiles.map(({ teryt }) => teryt)).toEqual(powiaty);
    expect(new Set(tiles.map(({ x, y }) => `${x},${y}`)).size).toBe(380);
  });
  test('lie about where they lie: the corners of the country are its corners', () => {
    const at = (teryt: string): Tile => {
      const tile = tiles.find((one) => one.teryt === teryt);
      if (!tile) throw new Error(teryt);
      return tile;
    };
    expect(at('3263').x).toBeLessThan(at('1465').x);
    expect(at('2063').y).toBeLessThan(at('1465').y);
    expect(at('1801').y).toBeGreaterThan(at('1465').y);
    expect(at('1801').x).toBeGreaterThan(at('0225').x);
  });
  test('of one województwo stand in the corner of their own map', () => {
    const map = powiatMap(tiles, (teryt) => teryt.startsWith('12'));
    expect(map.tiles).toHaveLength(22);
    expect(Math.min(...map.tiles.map(({ x }) => x))).toBe(0);
    expect(Math.min(...map.tiles.map(({ y }) => y))).toBe(0);
  });
  test('a malformed place is told with its line', () => {
    expect(() => readPositions('teryt,east,north\n0201,15.57,51.26\n0202,x,50.73\n')).toThrow(/:3:/);
  });
});

test('gminy stand in blocks of their powiat, none upon another, within the width', () => {
  const gminy = ['1201', '1202', '1206'].flatMap((powiat) =>
    Array.from({ length: 7 }, (_, i) => ({ teryt: `${powiat}0${i + 1}`, name: `G${i}` })),
  );
  const map = gminaMap(gminy, tiles, { powiatName: (teryt) => teryt, most: 10, nameWidth: () => 2 });
  expect(map.tiles).toHaveLength(21);
  expect(map.labels.map(({ text }) => text).sort()).toEqual(['1201', '1202', '1206']);
  expect(map.width).toBeLessThanOrEqual(10);
  for (const a of map.tiles)
    for (const b of map.tiles)
      if (a !== b) expect(Math.abs(a.x - b.x) >= 1 || Math.abs(a.y - b.y) >= 1).toBe(true);
});
