import { formatNumber, NBSP } from './number';

/** Forms for 1, 2–4, 5 and more, and for a fraction: `['osoba', 'osoby', 'osób', 'osoby']`. */
export type Forms = readonly [one: string, few: string, many: string, other: string];

/**
 * The form of a noun that goes with a number: 1 osoba, 2 osoby, 5 osób, 22 osoby, 2,5 osoby.
 * CLDR's rule for Polish, written out for the reason given at `formatNumber`.
 */
export function pluralForm(value: number, forms: Forms): string {
  const [one, few, many, other] = forms;
  const size = Math.abs(value);
  if (!Number.isInteger(size)) return other;
  if (size === 1) return one;
  const teen = size % 100 >= 12 && size % 100 <= 14;
  return size % 10 >= 2 && size % 10 <= 4 && !teen ? few : many;
}

/** Forms of a verb or an adjective that goes with a number, as in `Forms`; after a fraction as after five. */
export const agree = (
  value: number,
  [one, few, many]: readonly [one: string, few: string, many: string],
): string => pluralForm(value, [one, few, many, many]);

/** A whole number with its noun: `505 osób`. */
export function counted(value: number, forms: Forms): string {
  return `${formatNumber(value)}${NBSP}${pluralForm(value, forms)}`;
}

export const FORMS = {
  osoba: ['osoba', 'osoby', 'osób', 'osoby'],
  osobe: ['osobę', 'osoby', 'osób', 'osoby'],
  mieszkaniec: ['mieszkaniec', 'mieszkańców', 'mieszkańców', 'mieszkańca'],
  rodzina: ['rodzina', 'rodziny', 'rodzin', 'rodziny'],
  pracownik: ['pracownik socjalny', 'pracownicy socjalni', 'pracowników socjalnych', 'pracownika socjalnego'],
  gmina: ['gmina', 'gminy', 'gmin', 'gminy'],
  obszar: ['obszar', 'obszary', 'obszarów', 'obszaru'],
  sprzecznosc: ['sprzeczność', 'sprzeczności', 'sprzeczności', 'sprzeczności'],
  zmiana: ['zmiana', 'zmiany', 'zmian', 'zmiany'],
  source: ['źródło', 'źródła', 'źródeł', 'źródła'],
  powiat: ['powiat', 'powiaty', 'powiatów', 'powiatu'],
} as const satisfies Record<string, Forms>;
