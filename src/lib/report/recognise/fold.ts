/**
 * Text reduced to what survives OCR: lower case, no diacritics, signs that OCR reads for Polish letters undone,
 * everything else a single space.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replace(/[$§]/g, 's')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

interface Pairs {
  counts: ReadonlyMap<string, number>;
  size: number;
}

/** The same labels are compared with every line: their pairs are counted once. */
const known = new Map<string, Pairs>();
const KNOWN_LIMIT = 20_000;

function pairsOf(text: string): Pairs {
  let pairs = known.get(text);
  if (!pairs) {
    pairs = count(fold(text));
    if (known.size >= KNOWN_LIMIT) known.clear();
    known.set(text, pairs);
  }
  return pairs;
}

function count(text: string): Pairs {
  const counts = new Map<string, number>();
  const joined = text.replaceAll(' ', '');
  for (let at = 0; at + 1 < joined.length; at++) {
    const pair = joined.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, size: Math.max(0, joined.length - 1) };
}

/** Likeness of two whole texts from 0 to 1: Sørensen–Dice on letter pairs of the folded texts. */
export function dice(a: string, b: string): number {
  const { shared, left, right } = sharedPairs(a, b);
  return left === 0 || right === 0 ? 0 : (2 * shared) / (left + right);
}

function sharedPairs(a: string, b: string): { shared: number; left: number; right: number } {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  let shared = 0;
  for (const [pair, times] of left.counts) shared += Math.min(times, right.counts.get(pair) ?? 0);
  return { shared, left: left.size, right: right.size };
}

/**
 * Likeness of two texts from 0 to 1 that bears lost, added and misread letters and a label broken over lines:
 * Sørensen–Dice on letter pairs of the folded texts, or nine tenths of the overlap coefficient where one is a part of the other.
 */
export function likeness(a: string, b: string): number {
  const { shared, left, right } = sharedPairs(a, b);
  if (left === 0 || right === 0) return 0;
  const whole = (2 * shared) / (left + right);
  const smaller = Math.min(left, right);
  return smaller >= 8 ? Math.max(whole, (0.9 * shared) / smaller) : whole;
}
