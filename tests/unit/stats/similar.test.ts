import { describe, expect, test } from 'vitest';
import { distance, nearestTo, spreads, type Described, type Weights } from '../../../src/lib/stats';
import { diceOf } from '../../report/writer/random';

/** Units with skewed amounts, some of them unknown, the same for the same seed. */
function madeUp(seed: number, n: number, gaps = 0.1): Described[] {
  const dice = diceOf('similar', seed);
  return Array.from({ length: n }, (_, index) => ({
    teryt: String(100000 + index),
    category: dice.upTo(3) + 1,
    amounts: Array.from({ length: 4 }, () => (dice.chance(gaps) ? null : Math.exp(dice.upTo(800) / 100))),
  }));
}
const EQUAL: Weights = { category: 1, amounts: [1, 1, 1, 1] };

describe('a distance', () => {
  test.each([1, 2, 3])('is the same both ways, zero to itself and never below, seed %i', (seed) => {
    const units = madeUp(seed, 40);
    const scales = spreads(units, 4);
    for (const a of units)
      for (const b of units) {
        const there = distance(a, b, EQUAL, scales);
        expect(there?.value).toBe(distance(b, a, EQUAL, scales)?.value);
        if (there) expect(there.value).toBeGreaterThanOrEqual(0);
        if (a === b && there) expect(there.value).toBe(0);
      }
  });

  test('takes an unknown amount for unknown and not for zero: the other inputs alone are compared', () => {
    const a = { teryt: '1', category: 1, amounts: [100, null] };
    const b = { teryt: '2', category: 1, amounts: [200, 5000] };
    const weights = { category: 0, amounts: [1, 1] };
    const found = distance(a, b, weights, [Math.LN2, 1]);
    expect(found?.value).toBeCloseTo(1, 12);
    expect(found?.parts).toEqual([expect.closeTo(1, 12), null]);
    expect(distance({ ...a, amounts: [null, null] }, b, weights, [1, 1])).toBeNull();
  });

  test('is measured in spreads of the logarithm: twice as many is as far as half as many', () => {
    const of = (amount: number) => ({ teryt: String(amount), category: 1, amounts: [amount] });
    const weights = { category: 0, amounts: [1] };
    expect(distance(of(100), of(200), weights, [1])?.value).toBeCloseTo(
      distance(of(100), of(50), weights, [1])?.value ?? NaN,
      12,
    );
    // Quartiles of 1, e, e², e³, e⁴ are e and e³: two units of the logarithm.
    expect(
      spreads(
        [0, 1, 2, 3, 4].map((power) => of(Math.exp(power))),
        1,
      )[0],
    ).toBeCloseTo(2 / 1.349, 12);
  });

  test('is not moved by a giant: the spread rests on quartiles', () => {
    const units = madeUp(4, 200, 0);
    const [before] = spreads(units, 1);
    const [after] = spreads(
      units.map((unit, index) => (index === 0 ? { ...unit, amounts: [1e12, 1, 1, 1] } : unit)),
      1,
    );
    expect(Math.abs((after ?? 0) / (before ?? 1) - 1)).toBeLessThan(0.05);
  });
});

describe('the nearest', () => {
  test.each([1, 2])('do not depend on an input of weight zero, seed %i', (seed) => {
    const units = madeUp(seed, 60, 0);
    const weights = { category: 1, amounts: [1, 0, 1, 1] };
    const changed = units.map((unit) => ({
      ...unit,
      amounts: unit.amounts.map((amount, index) => (index === 1 ? 7 : amount)),
    }));
    const [own, other] = [units[0], changed[0]];
    if (!own || !other) throw new Error('no units');
    const codes = (found: ReturnType<typeof nearestTo>) =>
      found.nearest.map(({ unit, value }) => [unit.teryt, value]);
    expect(codes(nearestTo(own, units, weights, 10))).toEqual(codes(nearestTo(other, changed, weights, 10)));
  });

  test('of equal distance stand in the order of their codes, however the units come', () => {
    const twins = ['3', '1', '2'].map((teryt) => ({ teryt, category: 1, amounts: [100, 100] }));
    const far = [10, 1000, 5000].map((amount, index) => ({
      teryt: `9${index}`,
      category: 1,
      amounts: [amount, amount],
    }));
    const own = { teryt: '0', category: 1, amounts: [90, 90] };
    const weights = { category: 1, amounts: [1, 1] };
    for (const units of [
      [own, ...twins, ...far],
      [...far, ...twins.toReversed(), own],
    ])
      expect(nearestTo(own, units, weights, 3).nearest.map(({ unit }) => unit.teryt)).toEqual([
        '1',
        '2',
        '3',
      ]);
  });

  test('leave out whoever lacks an input, and count them', () => {
    const units = madeUp(5, 100, 0.2);
    const own = { teryt: '0', category: 1, amounts: [100, 100, null, 100] };
    const { nearest, leftOut, unknown } = nearestTo(own, [own, ...units], EQUAL, 200);
    expect(unknown).toEqual([2]);
    const complete = units.filter((unit) => [0, 1, 3].every((index) => unit.amounts[index] !== null));
    expect(nearest).toHaveLength(complete.length);
    expect(leftOut).toBe(units.length - complete.length);
    expect(nearest.map(({ unit }) => unit.teryt)).not.toContain('0');
  });

  test('are nobody where fewer than two amounts are known, and with every weight at zero', () => {
    const units = madeUp(6, 50, 0);
    const poor = { teryt: '0', category: 1, amounts: [100, null, null, null] };
    expect(nearestTo(poor, [poor, ...units], EQUAL, 20).nearest).toEqual([]);
    const [own] = units;
    if (!own) throw new Error('no units');
    expect(nearestTo(own, units, { category: 0, amounts: [0, 0, 0, 0] }, 20).nearest).toEqual([]);
  });
});
