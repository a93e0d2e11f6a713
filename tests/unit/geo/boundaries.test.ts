import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { areasOf, codesOf, joined, partOf, shapesOf, simplified } from '../../../src/lib/geo';

/** A square of a tenth of a degree. */
const square = (column: number, row: number): number[][][] => {
  const [x, y] = [20 + column / 10, 50 + row / 10];
  return [
    [
      [x, y],
      [x + 0.1, y],
      [x + 0.1, y + 0.1],
      [x, y + 0.1],
      [x, y],
    ],
  ];
};
const file = (features: { properties: object; column: number; row?: number }[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(({ properties, column, row = 0 }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: square(column, row) },
    })),
  });
const KNOWN = new Set(['020101', '120101', '120102', '120201']);

describe('boundaries', () => {
  test.each([
    ['seven digits as text', { JPT_KOD_JE: '1201011' }, '120101'],
    ['seven digits with a line', { TERYT: '120101_1' }, '120101'],
    ['six digits', { teryt: '120101' }, '120101'],
    ['a number that has lost its zero', { kod: 201011 }, '020101'],
    ['six digits as a number that has lost its zero', { kod: 20101 }, '020101'],
  ])('are joined by %s', (_, properties, code) => {
    const { byCode, strangers } = joined(areasOf(file([{ properties, column: 0 }])), KNOWN);
    expect([...byCode.keys()]).toEqual([code]);
    expect(strangers).toEqual([]);
  });
  test('tell which areas are of no gmina, by code and name', () => {
    const { byCode, strangers } = joined(
      areasOf(
        file([
          { properties: { terc: '1201011', name: 'Górna' }, column: 0 },
          { properties: { terc: '9901011', name: 'Obca' }, column: 1 },
        ]),
      ),
      KNOWN,
    );
    expect(byCode.size).toBe(1);
    expect(strangers).toEqual(['9901011 Obca']);
  });
  test('of a town and its villages become one gmina, and a powiat has no lines inside', () => {
    const { byCode } = joined(
      areasOf(
        file([
          { properties: { terc: '1201014' }, column: 0 },
          { properties: { terc: '1201015' }, column: 1 },
          { properties: { terc: '1201022' }, column: 2 },
        ]),
      ),
      KNOWN,
    );
    const whole = simplified({ byCode }, 1);
    expect(codesOf(whole)).toEqual(['120101', '120102']);
    const powiat = partOf(whole, () => true, 4);
    expect(codesOf(powiat)).toEqual(['1201']);
    const { shapes, width, height } = shapesOf(powiat, { width: 300, height: 300 });
    expect(shapes).toHaveLength(1);
    expect(shapes[0]?.d.match(/M/g)).toHaveLength(1);
    expect(width).toBe(300);
    expect(height).toBeGreaterThan(100);
  });
  test('that are no boundaries of Poland in degrees are refused in words', () => {
    expect(() => areasOf('no')).toThrow('not a JSON file');
    expect(() => areasOf('{"type":"Feature"}')).toThrow(/neither/);
    expect(() => areasOf(file([]))).toThrow(/no polygons/);
    const metres = file([{ properties: { terc: '1201011' }, column: 0 }]).replaceAll('[20,', '[500000,');
    expect(() => areasOf(metres)).toThrow(/EPSG:4326/);
    expect(() => joined(areasOf(file([{ properties: { x: 'y' }, column: 0 }])), KNOWN)).toThrow(
      /no property/,
    );
  });

  const real = '/work/shared/reference/malopolskie_gminy.geojson';
  test.skipIf(!existsSync(real))(
    'of małopolskie join to all gminy of the file and shrink (skipped where the reference file is absent)',
    () => {
      const text = readFileSync(real, 'utf8');
      const known = new Set(
        readFileSync('data/units/gminy.csv', 'utf8')
          .split('\n')
          .map((line) => line.slice(0, 6)),
      );
      const { byCode, strangers } = joined(areasOf(text), known);
      expect([byCode.size, strangers]).toEqual([182, []]);
      const whole = simplified({ byCode }, 0.2);
      expect(JSON.stringify(whole).length).toBeLessThan(text.length / 3);
      const { shapes } = shapesOf(whole, { width: 720, height: 520 });
      expect(shapes).toHaveLength(182);
      for (const { d } of shapes) expect(d).not.toMatch(/NaN/);
    },
  );
});
