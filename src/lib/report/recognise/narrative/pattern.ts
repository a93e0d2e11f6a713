import { COUNT, COUNT_OR_WORDS, MONEY } from './amounts';

/** "osób" as OCR gives it: `0séb`, `os6b`, `0s6b`, `osdb`. */
const PERSONS = String.raw`[0o]{1,2}s[a-z0-9]{1,2}b[a-z]{0,3}`;
const PLACES: Readonly<Record<string, string>> = {
  '#zl': String.raw`${MONEY}(?: ?z[ltif1k]{1,2}\b)?`,
  '#n': COUNT,
  '#s': COUNT_OR_WORDS,
  '#rok': String.raw`(20\d\d)`,
  '#kod': String.raw`(\d{4,5})`,
  '#osob': PERSONS,
};
const PLACE = /(#zl|#n|#s|#rok|#kod|#osob|\[[^\]]*\]|\\.)/;

/**
 * A pattern over folded prose with places for numbers, each a group: `#zl` an amount, `#n` a count, `#s` a count in figures or
 * words, `#rok` a year, `#kod` a code of the budget classification; `#osob` (no group) is the word "osób" however damaged.
 * An "l" (and "ł") may have been read as l, t, i, f or 1, a "z" standing alone as 7.
 */
export function pattern(template: string): RegExp {
  const source = template
    .split(PLACE)
    .map((part) => PLACES[part] ?? (/^[[\\]/.test(part) ? part : part.replaceAll('l', '[ltif1]')))
    .join('');
  return new RegExp(source, 'dg');
}
