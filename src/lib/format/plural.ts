import { formatNumber, NBSP } from './number';

/** Forms for 1, 2–4, 5 and more, and for a fraction: `['osoba', 'osoby', 'osób', 'osoby']`. */
export type Forms = readonly [one: string, few: string, many: string, other: string];

const rules = new Intl.PluralRules('pl-PL');

/** The form of a noun that goes with a number: 1 osoba, 2 osoby, 5 osób, 22 osoby, 2,5 osoby. */
export function pluralForm(value: number, forms: Forms): string {
  switch (rules.select(Math.abs(value))) {
    case 'one':
      return forms[0];
    case 'few':
      return forms[1];
    case 'many':
      return forms[2];
    default:
      return forms[3];
  }
}

/** A whole number with its noun: `505 osób`. */
export function counted(value: number, forms: Forms): string {
  return `${formatNumber(value)}${NBSP}${pluralForm(value, forms)}`;
}

export const FORMS = {
  osoba: ['osoba', 'osoby', 'osób', 'osoby'],
  rodzina: ['rodzina', 'rodziny', 'rodzin', 'rodziny'],
  mieszkaniec: ['mieszkaniec', 'mieszkańcy', 'mieszkańców', 'mieszkańca'],
  pracownik: ['pracownik socjalny', 'pracownicy socjalni', 'pracowników socjalnych', 'pracownika socjalnego'],
  gmina: ['gmina', 'gminy', 'gmin', 'gminy'],
  powiat: ['powiat', 'powiaty', 'powiatów', 'powiatu'],
  rok: ['rok', 'lata', 'lat', 'roku'],
  wartosc: ['wartość', 'wartości', 'wartości', 'wartości'],
  ustalenie: ['uwaga', 'uwagi', 'uwag', 'uwagi'],
  rozdzial: ['rozdział', 'rozdziały', 'rozdziałów', 'rozdziału'],
} as const satisfies Record<string, Forms>;
