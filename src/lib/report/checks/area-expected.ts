import { codesAt, logOf, median, sameWay, spread, type Collection } from './area-series';
import type { Level } from '../../domain';

/** How far a value lies from what the years around it let expect, in logarithms; `scale` is what is usual. */
export interface Residual {
  teryt: string;
  year: number;
  expected: number;
  residual: number;
  /** Usual size of such distances for this area in this year: the larger of the area's own and the year's. */
  scale: number;
  /** Distance to the nearest of the neighbours, zero where the value lies among them; with the sign of `residual`. */
  apart: number;
  /** Whether there are years on both sides: a value at the end may be the beginning of something new. */
  inside: boolean;
}

/** Years on each side that a value is held against: of three, one wild value does not move the median. */
const REACH = 3;
const FEWEST_NEIGHBOURS = 2;

/** Common movement of all areas of a level, cumulated from the first year: what everybody does is nobody's error. */
function commonMovement(collection: Collection, codes: readonly string[]): Map<number, number> {
  const movement = new Map<number, number>();
  let level = 0;
  let before: number | null = null;
  for (const year of collection.years) {
    if (before !== null) {
      const changes = codes.flatMap((teryt) => {
        const [now, then] = [logOf(collection, teryt, year), logOf(collection, teryt, before ?? year)];
        return now === null || then === null ? [] : [now - then];
      });
      level += median(changes) ?? 0;
    }
    movement.set(year, level);
    before = year;
  }
  return movement;
}

/**
 * Distance of every value from the median of its neighbours in time (three years on each side, in which the same was
 * counted), the common movement of all areas taken out.
 */
export function residuals(collection: Collection, level: Level): Residual[] {
  const codes = codesAt(collection, level);
  const movement = commonMovement(collection, codes);
  const detrended = (teryt: string, year: number) => {
    const log = logOf(collection, teryt, year);
    return log === null || !sameWayAsAny(collection, year) ? null : log - (movement.get(year) ?? 0);
  };
  const found = codes.flatMap((teryt) =>
    collection.years.flatMap((year) => {
      const own = detrended(teryt, year);
      if (own === null) return [];
      const near = (side: -1 | 1) =>
        Array.from({ length: REACH }, (_, i) => year + side * (i + 1)).flatMap((other) => {
          const value = sameWay(collection, year, other) ? detrended(teryt, other) : null;
          return value === null ? [] : [value];
        });
      const [before, after] = [near(-1), near(1)];
      const around = [...before, ...after];
      const centre = median(around);
      if (centre === null || around.length < FEWEST_NEIGHBOURS) return [];
      const inside = before.length > 0 && after.length > 0;
      const apart = Math.max(0, own - Math.max(...around)) + Math.min(0, own - Math.min(...around));
      const expected = centre + (movement.get(year) ?? 0);
      return [{ teryt, year, expected, residual: own - centre, apart, inside }];
    }),
  );
  const byKey = (key: 'teryt' | 'year') => {
    const groups = new Map<string | number, number[]>();
    for (const item of found) groups.set(item[key], [...(groups.get(item[key]) ?? []), item.residual]);
    return new Map([...groups].map(([name, values]) => [name, spread(values)]));
  };
  const [ofArea, ofYear] = [byKey('teryt'), byKey('year')];
  return found.map((item) => ({
    ...item,
    scale: Math.max(ofArea.get(item.teryt) ?? 0, ofYear.get(item.year) ?? 0),
  }));
}

/** A year whose counting it shares with no other year has no neighbours. */
function sameWayAsAny(collection: Collection, year: number): boolean {
  return collection.years.some((other) => other !== year && sameWay(collection, year, other));
}
