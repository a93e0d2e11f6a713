import type { Agreement, SeriesFrame } from './agreement';
import { statutoryYears } from './grid';

/** Kinds of institutions that stand both in the table of places and in section 5 of the form. */
const IN_FORM: Readonly<Record<string, string>> = {
  dps: 'domy-pomocy-spolecznej', 'mieszkania-chronione': 'mieszkania-chronione', 'mieszkania-treningowe': 'mieszkania-treningowe-i-wspomagane',
  oik: 'osrodki-interwencji-kryzysowej', 'osrodki-wsparcia': 'osrodki-wsparcia', noclegownie: 'noclegownie', ogrzewalnie: 'ogrzewalnie',
}; // prettier-ignore

/** Series and form rows that state the same fact. */
const TWICE: readonly [table: string, indicator: string, place: string][] = [
  ['osoby-z-decyzja', 'osoby-ze-swiadczeniem', '3/2'],
  ['praca-socjalna', 'rodziny-ze-swiadczeniem', '3/7'],
  ['rodziny-i-osoby-w-rodzinach', 'osoby-w-rodzinach-objetych-pomoca', '3/1'],
  ['asystenci-rodziny', 'asystenci-rodziny', '3.1/43'],
  ['asystenci-rodziny', 'rodziny-z-asystentem', '3.1/41'],
];

/** A rate in per cent with its printed hundredths. */
export const rate = (part: number, whole: number): number => Math.round((10_000 * part) / whole) / 100;

/** Brings the series into agreement with the form columns of their years, and the rates with their inputs. */
export function agreeByForm(numbers: Agreement, { year, rows, formOf }: SeriesFrame): void {
  const form = (at: number, place: string) => {
    const value = formOf(at).get(place);
    return typeof value === 'number' ? value : 0;
  };
  for (const [table, indicator, place] of TWICE)
    for (const { year: at } of numbers.of(table))
      numbers.set(form(at, place), table, indicator, at);
  for (const { year: at } of numbers.of('kontrakt-socjalny'))
    for (const [indicator, place] of [['kontrakty-socjalne', '3/17'], ['osoby-z-kontraktem-socjalnym', '3/18']] as const) {
      const all = form(at, place);
      const part = numbers.dice('kontrakt', at, indicator).upTo(all);
      numbers.set(part, 'kontrakt-socjalny', indicator, at, 'czesc=a');
      numbers.set(all - part, 'kontrakt-socjalny', indicator, at, 'czesc=b');
    }
  for (const { indicator, breakdown } of numbers.of('jednostki-miejsca')) {
    const wanted = `${IN_FORM[breakdown.replace('rodzaj=', '')] ?? ''}${indicator.replace('jednostki-pomocy', '')}`;
    const row = rows.find((candidate) => candidate.indicator === wanted && candidate.breakdown === '');
    if (row) numbers.set(form(year, `${row.section}/${row.row}`), 'jednostki-miejsca', indicator, year, breakdown);
  }
  for (const at of statutoryYears(year)) {
    const persons = numbers.get('osoby-z-decyzja', 'osoby-ze-swiadczeniem', at);
    const population = numbers.get('warunek-ustawowy', 'ludnosc', at);
    numbers.set(rate(persons, population), 'deprywacja-lokalna', 'deprywacja-lokalna', at);
  }
  for (const { year: at } of numbers.of('praca-socjalna')) {
    numbers.set(numbers.familiesInSocialWork(at), 'praca-socjalna', 'rodziny-z-praca-socjalna', at);
    numbers.set(
      rate(
        numbers.get('praca-socjalna', 'rodziny-z-praca-socjalna', at),
        numbers.get('praca-socjalna', 'rodziny-ze-swiadczeniem', at),
      ),
      'praca-socjalna', 'praca-socjalna', at,
    );
  }
  const workers = numbers.get('warunek-ustawowy', 'pracownicy-socjalni', year);
  const specialised = (at: number) => numbers.dice('specjalizacja', at).between(1, workers);
  numbers.values.set(numbers.id('proza', 'pracownicy-socjalni-ze-specjalizacja', year), specialised(year));
  for (const { year: at } of numbers.of('specjalizacja'))
    numbers.set(rate(specialised(at), workers), 'specjalizacja', 'specjalizacja-pracownikow-socjalnych', at);
  for (const at of statutoryYears(year)) {
    const at3 = numbers.get('warunek-ustawowy', 'pracownicy-socjalni', at);
    const perWorker = (indicator: string) => numbers.get('warunek-ustawowy', indicator, at) / at3;
    const met = at3 >= 3 && (perWorker('ludnosc') <= 2000 || perWorker('rodziny-z-praca-socjalna') <= 50);
    numbers.values.set(numbers.id('warunek-ustawowy', 'warunek-ustawowy', at), met ? 1 : 0);
  }
} // prettier-ignore
