/** The same lines are compared with every label, and the same labels with every line: both are folded once. */
const foldedBefore = new Map<string, string>();
const KNOWN_LIMIT = 20_000;
/** Longer texts are whole pages, asked for once. */
const LONGEST_KEPT = 600;

/**
 * Text reduced to what survives OCR: lower case, no diacritics, signs that OCR reads for Polish letters undone,
 * everything else a single space.
 */
export function fold(text: string): string {
  let folded = foldedBefore.get(text);
  if (folded === undefined) {
    folded = folding(text);
    if (foldedBefore.size >= KNOWN_LIMIT) foldedBefore.clear();
    if (text.length <= LONGEST_KEPT) foldedBefore.set(text, folded);
  }
  return folded;
}

function folding(text: string): string {
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

/**
 * Whether any part of a text can reach a likeness by `dice` to another one; no is certain. A cheap test where the part is
 * cut anew for every comparison.
 */
export function canReach(text: string, other: string, wanted: number): boolean {
  const { shared, left: size } = sharedPairs(other, text);
  // 2s / (l + r) ≥ w with l ≥ s: the part has at least the pairs that are shared.
  return shared >= (wanted * size) / (2 - wanted);
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
