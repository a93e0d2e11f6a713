/** Deterministic pseudo-random numbers (mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Dice {
  /** Whole number from 0 to `most`. */
  upTo: (most: number) => number;
  between: (least: number, most: number) => number;
  chance: (probability: number) => boolean;
  /** A part of the list, at least `least` of it, in its order. */
  some: <T>(list: readonly T[], least: number) => T[];
}

/**
 * Dice of a place: the same keys throw the same numbers, whatever else was thrown. So a fact of a year is the same in the
 * reports of that year and of the next.
 */
export function diceOf(...keys: readonly (string | number)[]): Dice {
  let hash = 0x811c9dc5;
  for (const sign of keys.join('|')) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  const next = mulberry32(hash);
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  return {
    upTo,
    between: (least, most) => least + upTo(most - least),
    chance: (probability) => next() < probability,
    some: (list, least) => {
      const kept = list.filter(() => next() < 0.6);
      return kept.length >= least ? kept : list.slice(0, least);
    },
  };
}
