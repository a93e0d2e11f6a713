import { describe, expect, test } from 'vitest';
import { classLimits, classOf, outliers, quartiles, withinChance } from '../../../src/lib/stats';

const values = Array.from({ length: 100 }, (_, i) => i);

describe('classes', () => {
  test('by quantiles hold about as many values each', () => {
    const limits = classLimits(values, 'kwantyle');
    const counts = [0, 0, 0, 0, 0];
    for (const value of values) {
      const at = classOf(value, limits);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    expect(counts).toEqual([20, 20, 20, 20, 20]);
  });
  test('by natural breaks fall into the gaps', () => {
    expect(classLimits([1, 2, 3, 50, 51, 52, 53, 200, 201], 'naturalne', 3)).toEqual([50, 200]);
  });
  test('by natural breaks have the least spread there is, against trying every split', () => {
    let seed = 7;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let round = 0; round < 20; round += 1) {
      const some = Array.from({ length: 14 }, () => Math.round(random() * 100)).sort((a, b) => a - b);
      const spread = (limits: readonly number[]) =>
        [0, 1, 2].reduce((sum, index) => {
          const own = some.filter((value) => classOf(value, limits) === index);
          const mean = own.reduce((a, b) => a + b, 0) / Math.max(1, own.length);
          return sum + own.reduce((a, b) => a + (b - mean) ** 2, 0);
        }, 0);
      const distinct = [...new Set(some)].slice(1);
      const best = Math.min(...distinct.flatMap((a) => distinct.map((b) => spread(a < b ? [a, b] : [b, a]))));
      expect(spread(classLimits(some, 'naturalne', 3))).toBeCloseTo(best, 6);
    }
  });
  test('are fewer where values are the same, and none without values', () => {
    expect(classLimits([5, 5, 5, 5], 'kwantyle')).toEqual([]);
    expect(classLimits([5, 5, 5, 9], 'naturalne')).toEqual([9]);
    expect(classLimits([], 'naturalne')).toEqual([]);
  });
});

describe('outliers', () => {
  const rows = [...values, 1000, -900].map((value) => ({ value }));
  test('lie farther than one and a half interquartile ranges from their quartile', () => {
    const found = quartiles(rows.map(({ value }) => value));
    if (!found) throw new Error('no quartiles');
    expect(outliers(rows, found)).toEqual({ high: [{ value: 1000 }], low: [{ value: -900 }] });
    const edge = found.high + 1.5 * (found.high - found.low);
    expect(outliers([{ value: edge }], found).high).toEqual([]);
  });
  test('are not named where half of the values are one and the same', () => {
    expect(outliers([{ value: 1 }, { value: 9 }], { low: 1, high: 1 })).toEqual({ high: [], low: [] });
  });
});

describe('a difference of two shares', () => {
  const share = (persons: number, families: number) => ({ persons, of: 22_000, families });
  test('may be chance where it is small, and is not where it is large', () => {
    expect(withinChance(share(500, 250), share(510, 255))).toBe(true);
    expect(withinChance(share(500, 250), share(900, 450))).toBe(false);
  });
  test('is judged more carefully the more persons a family has', () => {
    expect(withinChance(share(500, 500), share(570, 570))).toBe(false);
    expect(withinChance(share(500, 125), share(570, 142))).toBe(true);
  });
  test('cannot be judged without families, or where a share is none', () => {
    expect(withinChance(share(500, 0), share(570, 100))).toBeNull();
    expect(withinChance({ persons: 653, of: 560, families: 560 }, share(500, 250))).toBeNull();
  });
});
