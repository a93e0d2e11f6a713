import { describe, expect, test } from 'vitest';
import {
  commonYear,
  indexed,
  isForecast,
  placeOf,
  quartiles,
  rateFromMean,
  relativeChange,
  statutoryCondition,
} from '../../../src/lib/stats';

describe('the statutory condition', () => {
  test('is met by either limit, with three workers at least', () => {
    expect(
      statutoryCondition({ inhabitantsPerWorker: 21995 / 11, familiesPerWorker: 494 / 11, workers: 11 }),
    ).toBe(true);
    expect(statutoryCondition({ inhabitantsPerWorker: 2115, familiesPerWorker: 24.25, workers: 4 })).toBe(
      true,
    );
    expect(statutoryCondition({ inhabitantsPerWorker: 2115, familiesPerWorker: 60, workers: 4 })).toBe(false);
    expect(statutoryCondition({ inhabitantsPerWorker: 1500, familiesPerWorker: 20, workers: 2 })).toBe(false);
  });
  test('has no verdict where families or workers are unknown', () => {
    expect(
      statutoryCondition({ inhabitantsPerWorker: 1500, familiesPerWorker: null, workers: 5 }),
    ).toBeNull();
    expect(
      statutoryCondition({ inhabitantsPerWorker: 1500, familiesPerWorker: 20, workers: null }),
    ).toBeNull();
  });
});

describe('a distribution', () => {
  test('has quartiles by linear interpolation', () => {
    expect(quartiles([4, 1, 3, 2])).toEqual({ n: 4, low: 1.75, median: 2.5, high: 3.25 });
    expect(quartiles([])).toBeNull();
  });
  test('gives equal values the same places, from the better to the last', () => {
    expect(placeOf(3, [5, 3, 3, 1])).toEqual({ place: 2, until: 3, n: 4 });
  });
});

test('the rate of a powiat from a printed mean carries the interval of its rounding', () => {
  const { value, low, high } = rateFromMean(262, 13, 90_000);
  expect(value).toBeCloseTo((3406 / 90_000) * 100, 6);
  expect(low).toBeCloseTo((3399.5 / 90_000) * 100, 6);
  expect(high).toBeCloseTo((3412.5 / 90_000) * 100, 6);
  expect(() => rateFromMean(262, 0, 1)).toThrow('invalid area');
});

describe('a course', () => {
  const points = [
    { year: 2014, value: 818 },
    { year: 2015, value: null },
    { year: 2016, value: 409 },
  ];
  test('as an index begins at 100 and keeps its gaps', () => {
    expect(indexed(points)).toEqual([
      { year: 2014, value: 100 },
      { year: 2015, value: null },
      { year: 2016, value: 50 },
    ]);
  });
  test('of several series starts where all have a value', () => {
    expect(commonYear([points, [{ year: 2016, value: 5 }]])).toBe(2016);
    expect(commonYear([points, [{ year: 2015, value: 5 }]])).toBeUndefined();
  });
  test('has no relative change from nothing', () => {
    expect(relativeChange(0, 5)).toBeNull();
    expect(relativeChange(200, 150)).toBe(-25);
  });
});

test('a forecast that repeats the year or the mean of two says nothing', () => {
  expect(isForecast(521, 505, 505)).toBe(false);
  expect(isForecast(521, 505, 513)).toBe(false);
  expect(isForecast(521, 505, 480)).toBe(true);
});
