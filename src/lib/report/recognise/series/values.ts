import type { Line } from '../../readers/text';
import { divide } from '../scan-division';
import { beginsNumber, isNoise, isValueLike, readNumber, readScanned, type Reading } from '../tokens';

/** One printed value of a series table as read. */
export interface Read {
  raw: string;
  reading: Reading;
  /** Where the value begins and ends, or whose it is, is not sure. */
  ambiguous: boolean;
}

export const UNREADABLE: Reading = { value: null, missing: 'unreadable', clean: false, candidates: [] };

/** `536 860,37 zł`, `1132748,00`: amounts with groszy, the comma read as a point here and there. */
const AMOUNT = /(?<![^\s'|])\d{1,7}(?: \d{3})*[.,]\d{2}(?=\D|$)/g;
const DECIMAL = /^-?\d+[.,:]\d{2}%?$|^\d+%$/;

export const tokensOf = (text: string): string[] => text.split(/\s+/).filter((token) => token !== '');

const decimal = (raw: string): Read => ({
  raw,
  reading: raw.includes(':') ? { ...UNREADABLE, candidates: [Number(raw.replace(':', '.'))] } : readNumber(raw.replaceAll(' ', '').replace('.', ',')),
  ambiguous: false,
}); // prettier-ignore

/**
 * The values of a scanned line, exactly `width` of them.
 * @returns `null` where the tokens cannot be divided into that many numbers
 */
export function readScannedValues(tokens: readonly string[], width: number): Read[] | null {
  const printed = tokens.filter((token) => !isNoise(token));
  if (printed.length === width && printed.every((token) => DECIMAL.test(token))) return printed.map(decimal);
  const text = printed.join(' ');
  const amounts = [...text.matchAll(AMOUNT)];
  if (amounts.length === width)
    return amounts.map(({ 0: raw, index }) => {
      // Signs that are no amount right before one may be its first digits: `2A6 835,58`.
      const torn = /[^\s,.]*[^\sł,.!]\s$/.exec(text.slice(0, index).replace(/\bz[lt!ł]?\s$/i, ''))?.[0] ?? '';
      const whole = !/^\d{3}[., ]/.test(raw) || torn === '' || /[.,]\d{2}\s$/.test(text.slice(0, index));
      return whole ? decimal(raw) : { raw: `${torn}${raw}`, reading: UNREADABLE, ambiguous: true };
    });
  // Decimals beside other numbers: where one value ends and the next begins cannot be told.
  if (printed.some((token) => DECIMAL.test(token) && !/^\d+%$/.test(token))) return null;
  const division = divide(withoutLetters(printed, width), null, width);
  if (!division) return null;
  return division.groups.map((raw) => ({
    raw,
    reading: readScanned(raw),
    ambiguous: division.ambiguous,
  }));
}

/** More tokens than values: single letters in front are the last word of the label (`roku życia o 810 780`). */
function withoutLetters(tokens: readonly string[], width: number): readonly string[] {
  const letters = tokens.findIndex(
    (token, at) => !/^\p{Ll}$/u.test(token) || (beginsNumber(token) && /^\d{3}$/.test(tokens[at + 1] ?? '')),
  );
  return tokens.slice(Math.min(Math.max(letters, 0), Math.max(0, tokens.length - width)));
}

export const readCell = (raw: string): Read => ({ raw, reading: readNumber(raw), ambiguous: false });

/** A scanned line: the words of its label, and the tokens right of it that may be values. */
export interface Split {
  label: string;
  tokens: string[];
}

const isSeriesValue = (token: string): boolean =>
  DECIMAL.test(token) || /^\d+[.,]\d+$/.test(token) || isValueLike(token);

/** `zł` as OCR leaves it; a bare `z` right behind a whole number may be its last digit. */
const CURRENCY = /(?<=[.,]\d{2})\s*z[łl!t]?$|(?<=\d)\s+z[łl!t]?$|(?<=\d)z[łl!t]$/i;

/** @param digits the table's labels are numbers themselves (`0-3`, `65-74`): the first token is the label */
export function splitLine(line: Line, digits: boolean): Split {
  const tokens = tokensOf(line.text.replace(CURRENCY, ''));
  if (digits && /^[\dB][\d+\-–]*$/.test(tokens[0] ?? ''))
    return { label: tokens[0] ?? '', tokens: tokens.slice(1) };
  let from = tokens.length;
  while (from > 0 && isSeriesValue(tokens[from - 1] ?? '')) from--;
  return { label: tokens.slice(0, from).join(' '), tokens: tokens.slice(from) };
}

/** The years that a line names, where it is a header: consecutive, with few words beside them. */
export function yearsOf(line: Line | undefined): number[] {
  const text = (line?.text ?? '').replace(/\b(20\d) (\d)\b/g, '$1$2');
  const years = [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year));
  const consecutive = years.every((year, at) => at === 0 || year === (years[at - 1] ?? 0) + 1);
  return consecutive && text.replace(/[^\p{L}]/gu, '').length < 40 ? years : [];
}
