import { beginsNumber, isNoise, readScanned } from './tokens';

/** How the tokens right of a label divide into a row number and the values of the columns. */
export interface Division {
  /** Index of the token taken for the row number; `null` where the row number was lost. */
  rowToken: number | null;
  /** One text a column; thousands groups of a number joined by a space. */
  groups: string[];
  /** Another division explains the tokens nearly as well. */
  ambiguous: boolean;
  score: number;
}

/** A margin below which two divisions are equally good. */
const MARGIN = 1;

/** 1 the same number, 0.5 one that OCR may have made of it, 0 no row number there, below 0 another number. */
export function rowNumberLikeness(token: string | undefined, row: number | null): number {
  if (token === undefined || row === null) return 0;
  const wanted = String(row);
  const bare = token.replace(/[.,:;'"’]+$/, '');
  if (bare === wanted) return 1;
  if (isNoise(token)) return 0;
  if (readScanned(token).candidates.includes(row)) return 0.6;
  if (!/\d/.test(bare)) return 0.1;
  // OCR loses digits of a row number, it adds none.
  if (bare.length > wanted.length) return bare.length > 3 ? -0.6 : -0.3;
  return [...wanted].some((digit) => bare.includes(digit)) ? 0.3 : -0.3;
}

/**
 * Divides tokens into an optional row number and `width` values, joining thousands groups (`28 673 233`).
 * Of several divisions the one that keeps the columns of a row at one magnitude and the row number in place is taken.
 * @param row the row number to expect; `null` in tables without row numbers, where every token belongs to a value
 * @returns `null` where there are fewer tokens than columns
 */
export function divide(tokens: readonly string[], row: number | null, width: number): Division | null {
  const found: Division[] = [];
  for (let start = 0; start <= (row === null ? 0 : tokens.length - width); start++) {
    const rowToken = start > 0 ? start - 1 : null;
    const number = rowToken === null ? 0 : rowNumberLikeness(tokens[rowToken], row);
    // Digits left of a row number belong to the label; digits left of the values without one are lost values.
    const skipped = tokens
      .slice(0, number > 0.2 ? Math.max(0, start - 1) : start)
      .reduce((cost, token) => cost + (number < 0.6 && /\d/.test(token) ? 1 : 0.3), 0);
    for (const { groups, merit } of waysToGroup(tokens, start, width)) {
      if (row !== null && number < 0.6 && !standsWithoutRowNumber(groups, rowToken, row)) continue;
      found.push({
        rowToken,
        groups,
        // Another number where the row number should be, or none and a damaged value: the columns may be shifted.
        ambiguous:
          row !== null &&
          (number < 0 ||
            (number < 0.2 && !readScanned(groups[0] ?? '').clean) ||
            (rowToken === null && groups.some((group) => !readScanned(group).clean))),
        score: 1.5 * number - skipped + merit,
      });
    }
  }
  found.sort((a, b) => b.score - a.score);
  const [best] = found;
  if (!best) return null;
  const rival = found.find((other) => other.groups.join('|') !== best.groups.join('|'));
  return { ...best, ambiguous: best.ambiguous || (rival !== undefined && best.score - rival.score < MARGIN) };
}

/**
 * Without a row number in front the first of the tokens may be it, and the columns would shift: a group that equals the
 * row's number, or a first group that is no number at all, leaves no column that could be defended.
 */
function standsWithoutRowNumber(groups: readonly string[], rowToken: number | null, row: number): boolean {
  const [first = '', second = ''] = groups;
  const shifted = second === String(row) && (rowToken === null || !readScanned(first).clean);
  if (first === String(row) || shifted) return false;
  if (rowToken === null && first !== second && rowNumberLikeness(first, row) > 0.2) return false;
  return rowToken !== null || readScanned(first).candidates.length > 0 || /^[xX]$/.test(first);
}

interface Grouping {
  groups: string[];
  merit: number;
}

/** The groupings of a line's tokens do not depend on the row it is compared with. */
const known = new WeakMap<readonly string[], Map<number, Grouping[]>>();

function waysToGroup(tokens: readonly string[], start: number, width: number): Grouping[] {
  const ofLine = known.get(tokens) ?? new Map<number, Grouping[]>();
  known.set(tokens, ofLine);
  const key = start * 100 + width;
  let ways = ofLine.get(key);
  if (!ways) {
    ways = partitions(tokens.slice(start), width).map((groups) => ({
      groups,
      merit: coherence(groups) + shape(groups),
    }));
    ofLine.set(key, ways);
  }
  return ways;
}

/** All ways to make `width` groups of all tokens; only thousands groups join, signs of the frame may fall out. */
function partitions(tokens: readonly string[], width: number): string[][] {
  const kept = tokens.length > width ? tokens.filter((token) => !isNoise(token)) : [...tokens];
  if (kept.length < width) return [];
  if (width === 0) return kept.length === 0 ? [[]] : [];
  const ways: string[][] = [];
  for (let size = 1; size <= Math.min(4, kept.length - width + 1); size++) {
    const group = kept.slice(0, size);
    if (size > 1 && !isGrouped(group)) continue;
    // No number starts with a zero: `009` is the end of the number before it.
    if (/^0\d/.test(group[0] ?? '')) continue;
    for (const rest of partitionsOf(kept.slice(size), width - 1)) ways.push([group.join(' '), ...rest]);
  }
  return ways;
}

const partitionsOf = (tokens: readonly string[], width: number): string[][] =>
  width === 0 ? (tokens.length === 0 ? [[]] : []) : partitions(tokens, width);

/** `28 673 233`, also with its first space lost (`7812 391`); one sign of a group may be a misread digit. */
function isGrouped(group: readonly string[]): boolean {
  const [first = '', ...rest] = group;
  if (first === '0' || !/^(?:\+|[\diltzZSsbBqgAoOQ|!]{1,3}|\d{4,5})$/.test(first)) return false;
  if (!/[\d+]/.test(first) && !beginsNumber(first)) return false;
  return rest.every((part) => part.length === 3 && part.replace(/\D/g, '').length >= 2);
}

const size = (group: string): number => {
  const { value, candidates } = readScanned(group);
  const likeliest = value ?? candidates[0];
  return likeliest === undefined ? NaN : Math.log10(likeliest + 1);
};

/** Columns of one row are of one magnitude as a rule, the forecast most often equal to the year before. */
function coherence(groups: readonly string[]): number {
  let score = 0;
  for (let at = 1; at < groups.length; at++) {
    const step = Math.abs(size(groups[at] ?? '') - size(groups[at - 1] ?? ''));
    score -= Number.isNaN(step) ? 0.6 : Math.min(step, 3) * 0.6;
    if (groups[at]?.replaceAll(' ', '') === groups[at - 1]?.replaceAll(' ', '')) score += 0.3;
  }
  return score;
}

const shape = (groups: readonly string[]): number =>
  groups.reduce(
    (sum, group) => sum + (readScanned(group).clean ? 0.2 : 0) - (/^\d{4,5} /.test(group) ? 0.3 : 0),
    0,
  );
