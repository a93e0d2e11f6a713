import { distance } from 'fastest-levenshtein';
import { fold, likeness } from '../fold';
import type { Heading } from '../series-tables';
import { tokensOf } from './values';

const LABEL_LIKENESS = 0.6;

/** Signs that OCR gives for the digits of a label such as `80+` or `0-3`. */
const asDigits = (label: string): string =>
  label.replaceAll('B', '8').replaceAll(/[oO]/g, '0').replaceAll(/[lI|]/g, '1');

export const isDigitLabel = (label: string): boolean => /^\d[\d+\- ]*$/.test(label);

/** 0–1, how well a printed label fits a heading. Labels of digits must be nearly the same, words may be damaged. */
export function labelLikeness(printed: string, { label }: Heading): number {
  if (!isDigitLabel(label)) return wordLikeness(fold(printed), fold(label));
  const digits = fold(asDigits(tokensOf(printed).at(-1) ?? '')).replaceAll(' ', '');
  const wanted = fold(label).replaceAll(' ', '');
  if (digits === wanted) return 1;
  const same = [...wanted].filter((sign, at) => digits[at] === sign).length;
  return digits.length === wanted.length && same === wanted.length - 1 ? 0.7 : 0;
} // prettier-ignore

/** A short word with two letters misread shares few pairs of letters with itself: edits are counted instead. */
const SHORT = 16;

function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  const byPairs = likeness(a, b);
  return longest > SHORT || longest < 4 ? byPairs : Math.max(byPairs, 1 - distance(a, b) / longest);
}

/** The heading a label names; the more specific one of two that fit equally. `null` where none fits. */
export function headingOf<H extends Heading>(printed: string, headings: readonly H[]): H | null {
  let best: { heading: H; score: number } | null = null;
  for (const heading of headings) {
    const score = labelLikeness(printed, heading) - lengthGap(printed, heading.label);
    if (score >= LABEL_LIKENESS && score > (best?.score ?? 0)) best = { heading, score };
  }
  return best?.heading ?? null;
}

/** A label that contains a shorter one is told from it by its length. */
const lengthGap = (a: string, b: string): number => {
  const [x, y] = [fold(a).length, fold(b).length];
  return (0.25 * Math.abs(x - y)) / Math.max(x, y, 1);
};

/**
 * The group a label names. The gmina's own rows carry its name (`Lubartów (miejska)`), so the first label that is no
 * other level's is the gmina.
 */
export function groupOf(printed: string, groups: readonly Heading[]): Heading | null {
  const named = headingOf(
    printed,
    groups.filter(({ level }) => level !== 'gmina'),
  );
  return named ?? groups.find(({ level }) => level === 'gmina') ?? null;
}
