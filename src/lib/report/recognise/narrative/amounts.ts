import { readNumber, type Reading } from '../tokens';

/**
 * Patterns over folded prose (see `prose.ts`). An amount of money has grosze, or is followed by "zł": anything else may be a
 * year, a law's number or a count.
 */
const GROUPED = String.raw`\d{1,3}(?:(?: |\.|\. )\d{3})+`;
const GROSZE = String.raw`(?: ?, ?\d{2}|(?<=\d{3})\.\d{2})`;
export const MONEY = String.raw`(?<![\d.,])((?:${GROUPED}|\d+)(?:${GROSZE}(?!\d)|(?= ?z[lt]\b)|(?= ?z[lotych]{2,5}\b)))(?!\d| ?%)`;
/** A number of persons, families or things, in figures. */
export const COUNT = String.raw`(?<![\d.,])(\d{1,3}(?:[ .]\d{3})+|\d+)(?!\d|[,.]\d)`;

/** Small numbers written out, in the cases that sentences about persons use. */
const UNITS: Readonly<Record<string, number>> = {
  jeden: 1, jedna: 1, jednego: 1, jednej: 1, jednym: 1, dwa: 2, dwie: 2, dwoch: 2, dwaj: 2, dwojgiem: 2, trzy: 3, trzech: 3, cztery: 4, czterech: 4,
  piec: 5, pieciu: 5, szesc: 6, szesciu: 6, siedem: 7, siedmiu: 7, osiem: 8, osmiu: 8, dziewiec: 9, dziewieciu: 9, dziesiec: 10, dziesieciu: 10,
  zadnych: 0, zadnej: 0, zadna: 0,
}; // prettier-ignore
const TENS: Readonly<Record<string, number>> = {
  dwadziescia: 20,
  trzydziesci: 30,
  czterdziesci: 40,
  piecdziesiat: 50,
};
const UNIT_WORDS = Object.keys(UNITS).sort((a, b) => b.length - a.length).join('|'); // prettier-ignore
/** A count in figures or in words: `12`, `dwie`, `dwadziescia dwie`. */
export const COUNT_OR_WORDS = String.raw`(?<![\d.,a-z])(\d{1,3}(?:[ .]\d{3})+|\d+|(?:(?:${Object.keys(TENS).join('|')}) )?(?:${UNIT_WORDS})|${Object.keys(TENS).join('|')})(?![\da-z]|[,.]\d)`;

/**
 * A number of a narrative report: the shapes of `readNumber`, and what typists and OCR do to them: a space before or after
 * the comma (`3 921 615 ,04`), after the point of the thousands (`42. 829,45`), a point for the comma (`115 782.80`), words.
 */
export function readAmount(raw: string): Reading {
  const words = raw.split(' ').map((word) => TENS[word] ?? UNITS[word]);
  if (words.every((value) => value !== undefined)) {
    const value = words.reduce((sum, part) => sum + part, 0);
    return { value, missing: null, clean: true, candidates: [value] };
  }
  return readNumber(
    raw
      .replace(/ ?, ?/, ',')
      .replace(/\. (?=\d{3})/g, '.')
      .replace(/^(\d{1,3}(?: \d{3})+)\.(\d{2})$/, '$1,$2'),
  );
}
