import type { FormColumn } from '../../domain';
import { formatNumber } from '../../format';
import type { SeriesCell } from '../recognise/series';
import { formId } from './form-rules';
import type { Relation } from './relations';
import { seriesId } from './series-relations';

/** A figure of a table as prose speaks of it: a form row, or a series value, in the report's year or the year before. */
type Fact = { meaning: string } | { table: string; indicator: string; breakdown?: string; level?: 'powiat' };

const row = (meaning: string): Fact => ({ meaning });
const series = (table: string, indicator: string, breakdown = ''): Fact => ({ table, indicator, breakdown });

/** Shares that the text states: of what, in what. */
const SHARES: readonly { of: string; says: string; part: Fact; whole: Fact }[] = [
  { of: 'osoby-objete-pomoca', says: 'udział osób objętych pomocą w liczbie mieszkańców', part: row('osoby-objete-pomoca|'), whole: series('warunek-ustawowy', 'ludnosc') },
  {
    of: 'dlugotrwale-bezrobotni', says: 'udział długotrwale bezrobotnych w liczbie mieszkańców (bezrobotni są liczeni w powiecie)',
    part: { table: 'bezrobotni-w-powiecie', indicator: 'bezrobotni', breakdown: 'status=dlugotrwale', level: 'powiat' },
    whole: series('warunek-ustawowy', 'ludnosc'),
  },
  ...['ubostwo', 'dlugotrwala-choroba', 'niepelnosprawnosc', 'bezrobocie', 'bezradnosc', 'przemoc', 'alkoholizm', 'ochrona-macierzynstwa', 'bezdomnosc', 'zaklad-karny', 'narkomania', 'zdarzenie-losowe'].map((reason) => ({
    of: `powod-${reason}`, says: 'udział rodzin z danego powodu w liczbie rodzin objętych pomocą',
    part: series('powody-pomocy', 'rodziny-wedlug-powodu', `powod=${reason}`), whole: series('rodziny-i-osoby-w-rodzinach', 'rodziny-objete-pomoca'),
  })),
  ...['851', '852', '853', '854', '855'].map((dzial) => ({
    of: `dzial-${dzial}`, says: `udział działu ${dzial} w wydatkach ogółem`,
    part: series('proza', 'wydatki-dzial', `dzial=${dzial}`), whole: row('wydatki-ogolem|'),
  })),
]; // prettier-ignore

/** Changes against the year before that the text states. */
const CHANGES: readonly { unit: 'osoby' | 'rodziny' | 'gospodarstwa' | 'zl'; of: string; says: string; facts: readonly Fact[] }[] = [
  { unit: 'osoby', of: 'osoby-objete-pomoca', says: 'zmiana liczby osób objętych pomocą', facts: [row('osoby-objete-pomoca|')] },
  { unit: 'rodziny', of: 'rodziny-ze-swiadczeniem', says: 'zmiana liczby rodzin ze świadczeniem', facts: [row('rodziny-ze-swiadczeniem|')] },
  { unit: 'osoby', of: 'osoby-dlugotrwale', says: 'zmiana liczby osób korzystających długotrwale', facts: [row('osoby-ze-swiadczeniem|korzystanie=dlugotrwale')] },
  { unit: 'rodziny', of: 'rodziny-z-praca-socjalna', says: 'zmiana liczby rodzin objętych pracą socjalną', facts: [series('praca-socjalna', 'rodziny-z-praca-socjalna')] },
  { unit: 'rodziny', of: 'zasilki-rodzinne-rodziny', says: 'zmiana liczby rodzin z zasiłkiem rodzinnym', facts: [series('zasilki-rodzinne-rodziny', 'zasilki-rodzinne-rodziny')] },
  { unit: 'zl', of: 'zasilki-rodzinne-kwota', says: 'zmiana kwoty zasiłków rodzinnych', facts: [series('zasilki-rodzinne-kwota', 'zasilki-rodzinne-kwota')] },
  { unit: 'zl', of: 'rozdzial-85501', says: 'zmiana wydatków na świadczenie wychowawcze', facts: [row('wydatki-rozdzial|rozdzial=85501')] },
  { unit: 'gospodarstwa', of: 'dodatki-mieszkaniowe', says: 'zmiana liczby gospodarstw z dodatkiem mieszkaniowym', facts: [row('dodatek-mieszkaniowy-gospodarstwa|')] },
  { unit: 'zl', of: 'dodatki-mieszkaniowe-i-energetyczne', says: 'zmiana kwoty dodatków mieszkaniowych i energetycznych', facts: [row('dodatek-mieszkaniowy-kwota|'), row('dodatek-energetyczny-kwota|')] },
]; // prettier-ignore

/** Figures that stand both in a sentence and in a table. */
const TWICE: readonly { indicator: string; breakdown?: string; says: string; fact: Fact }[] = [
  { indicator: 'osoby-objete-pomoca', says: 'osoby objęte pomocą w tekście i w części 3', fact: row('osoby-objete-pomoca|') },
  { indicator: 'osoby-ze-swiadczeniem', breakdown: 'korzystanie=dlugotrwale', says: 'osoby korzystające długotrwale w tekście i w części 3', fact: row('osoby-ze-swiadczeniem|korzystanie=dlugotrwale') },
  { indicator: 'kontrakty-socjalne', says: 'kontrakty socjalne w tekście i w części 3', fact: row('kontrakty-socjalne|') },
  { indicator: 'projekty-socjalne', says: 'projekty socjalne w tekście i pod wykresem', fact: series('projekty-socjalne', 'projekty-socjalne') },
  { indicator: 'projekty-socjalne-osoby', says: 'osoby w projektach socjalnych w tekście i pod wykresem', fact: series('projekty-socjalne', 'projekty-socjalne-osoby') },
  ...['pieniezne', 'niepieniezne'].map((form) => ({
    indicator: 'osoby-wedlug-formy-swiadczen', breakdown: `forma=${form}`, says: 'osoby według formy świadczeń w tekście i pod wykresem',
    fact: series('osoby-wedlug-formy', 'osoby-wedlug-formy-swiadczen', `forma=${form}`),
  })),
  { indicator: 'zasilek-staly-osoby', breakdown: 'dla=samotnie-gospodarujacy', says: 'samotni z zasiłkiem stałym w tekście i w części 3.1', fact: row('zasilek-staly-osoby|dla=samotnie-gospodarujacy') },
  { indicator: 'zasilek-staly-osoby', breakdown: 'dla=osoba-w-rodzinie', says: 'osoby w rodzinie z zasiłkiem stałym w tekście i w części 3.1', fact: row('zasilek-staly-osoby|dla=osoba-w-rodzinie') },
  { indicator: 'zasilki-rodzinne-rodziny', says: 'rodziny z zasiłkiem rodzinnym w tekście i pod wykresem', fact: series('zasilki-rodzinne-rodziny', 'zasilki-rodzinne-rodziny') },
  { indicator: 'zasilki-rodzinne-kwota', says: 'kwota zasiłków rodzinnych w tekście i pod wykresem', fact: series('zasilki-rodzinne-kwota', 'zasilki-rodzinne-kwota') },
  { indicator: 'wydatki-rozdzial', breakdown: 'rozdzial=85501', says: 'świadczenie wychowawcze w tekście i w części 7', fact: row('wydatki-rozdzial|rozdzial=85501') },
  { indicator: 'swiadczenia-opiekuncze-liczba', says: 'świadczenia opiekuńcze w tekście i pod wykresem', fact: series('swiadczenia-opiekuncze-liczba', 'swiadczenia-opiekuncze-liczba') },
  { indicator: 'swiadczenia-opiekuncze-kwota', says: 'kwota świadczeń opiekuńczych w tekście i pod wykresem', fact: series('swiadczenia-opiekuncze-kwota', 'swiadczenia-opiekuncze-kwota') },
  { indicator: 'fundusz-alimentacyjny-rodziny', says: 'rodziny ze świadczeniem alimentacyjnym w tekście i pod wykresem', fact: series('alimenty-rodziny', 'fundusz-alimentacyjny-rodziny') },
  { indicator: 'fundusz-alimentacyjny-kwota', says: 'kwota świadczeń alimentacyjnych w tekście i pod wykresem', fact: series('alimenty-kwota', 'fundusz-alimentacyjny-kwota') },
  { indicator: 'dodatek-mieszkaniowy-gospodarstwa', says: 'gospodarstwa z dodatkiem mieszkaniowym w tekście i w części 4', fact: row('dodatek-mieszkaniowy-gospodarstwa|') },
  { indicator: 'dodatek-mieszkaniowy-kwota', says: 'kwota dodatków mieszkaniowych w tekście i w części 4', fact: row('dodatek-mieszkaniowy-kwota|') },
  { indicator: 'dodatek-energetyczny-gospodarstwa', says: 'gospodarstwa z dodatkiem energetycznym w tekście i w części 4', fact: row('dodatek-energetyczny-gospodarstwa|') },
  { indicator: 'dodatek-energetyczny-kwota', says: 'kwota dodatków energetycznych w tekście i w części 4', fact: row('dodatek-energetyczny-kwota|') },
]; // prettier-ignore

/** A stated share may be rounded to whole or half per cents: half a unit of its last printed decimal, and a hundredth. */
const slackOf = (printed: string): number => {
  const decimals = /[.,](\d+)/.exec(printed)?.[1]?.length ?? 0;
  return 0.5 / 10 ** decimals + 0.005;
};

const number = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 2);

/**
 * Sentences held against the tables: the same figure twice, shares and changes recomputed.
 * A sentence is the report's own words: where it disagrees it is the suspect, not the table.
 */
export function proseRelations(cells: readonly SeriesCell[], year: number): Relation[] {
  const stated = (indicator: string, breakdown = '') =>
    cells.find((cell) => cell.table === 'proza' && cell.year === year && cell.indicator === indicator && cell.breakdown === breakdown);
  const idOf = (fact: Fact, before = false): string => {
    if ('meaning' in fact) return formId(fact.meaning, (before ? 'prev' : 'assess') satisfies FormColumn);
    const { table, indicator, breakdown = '', level = 'gmina' } = fact;
    return seriesId({ table, indicator, breakdown, level, year: before ? year - 1 : year });
  };
  const relations: Relation[] = [];
  const tell = (rule: string, said: SeriesCell, others: readonly string[], holds: Relation['holds'], sentence: Relation['sentence'], severity: 'error' | 'warning' = 'error') =>
    relations.push({ rule, strength: 'inequality', severity, binding: true, figures: [seriesId(said), ...others], fault: [seriesId(said)], holds, sentence });

  for (const { indicator, breakdown, says, fact } of TWICE) {
    const said = stated(indicator, breakdown);
    // Sentences round to whole złoty.
    if (said)
      tell('tekst-i-tabela', said, [idOf(fact)], ([a = NaN, b = NaN]) => Math.abs(a - b) < 1, ([a = NaN, b = NaN]) => `${says}: ${number(a)} i ${number(b)}, różnica ${number(Math.abs(a - b))}`);
  }
  for (const { of, says, part, whole } of SHARES) {
    const said = stated('podany-udzial', `czego=${of}`);
    if (said)
      tell(
        'tekst-udzial', said, [idOf(part), idOf(whole)],
        ([share = NaN, a = NaN, b = NaN]) => Math.abs((100 * a) / b - share) <= slackOf(said.raw),
        ([share = NaN, a = NaN, b = NaN]) => `${says}: w tekście ${formatNumber(share, 2)}%, a ${number(a)} / ${number(b)} to ${formatNumber((100 * a) / b, 2)}%`,
        'warning',
      );
  }
  for (const { unit, of, says, facts } of CHANGES) {
    const said = stated(`podana-zmiana-${unit}`, `czego=${of}`);
    const now = facts.map((fact) => idOf(fact));
    const before = facts.map((fact) => idOf(fact, true));
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const difference = (values: readonly number[]) => sum(values.slice(1, 1 + now.length)) - sum(values.slice(1 + now.length));
    if (said)
      tell(
        'tekst-zmiana', said, [...now, ...before],
        (values) => Math.abs((values[0] ?? NaN) - difference(values)) < 1,
        (values) => `${says}: w tekście ${signed(values[0] ?? NaN)}, z tabeli wynika ${signed(difference(values))}`,
        'warning',
      );
  }
  return [...relations, ...spending(stated, idOf), ...labourMarket(cells, year)];
} // prettier-ignore

const signed = (value: number): string => `${value > 0 ? '+' : ''}${number(value)}`;

/** The change of all spending, its per cent, and last year's total, which stands only in the sentence where the form has an X. */
function spending(stated: (indicator: string, breakdown?: string) => SeriesCell | undefined, idOf: (fact: Fact, before?: boolean) => string): Relation[] {
  const by = stated('podana-zmiana-zl', 'czego=wydatki-ogolem');
  const percent = stated('podana-zmiana-procentowa', 'czego=wydatki-ogolem');
  const families = stated('podana-zmiana-procentowa', 'czego=zasilki-rodzinne-rodziny');
  const relations: Relation[] = [];
  const growth = (rule: string, said: SeriesCell, says: string, now: string, before: string): Relation => ({
    rule, strength: 'inequality', severity: 'warning', binding: true, figures: [seriesId(said), now, before], fault: [seriesId(said)],
    holds: ([share = NaN, a = NaN, b = NaN]) => Math.abs((100 * (a - b)) / b - share) <= slackOf(said.raw),
    sentence: ([share = NaN, a = NaN, b = NaN]) =>
      `${says}: w tekście ${formatNumber(share, 2)}%, a zmiana z ${number(b)} na ${number(a)} to ${formatNumber((100 * (a - b)) / b, 2)}%`,
  });
  const totals = [idOf(row('wydatki-ogolem|'), true), idOf(series('proza', 'wydatki-ogolem'), true)];
  for (const before of totals) {
    if (by)
      relations.push({
        rule: 'tekst-zmiana', strength: 'inequality', severity: 'warning', binding: true,
        figures: [seriesId(by), idOf(row('wydatki-ogolem|')), before], fault: [seriesId(by)],
        holds: ([change = NaN, a = NaN, b = NaN]) => Math.abs(a - b - change) < 1,
        sentence: ([change = NaN, a = NaN, b = NaN]) => `zmiana wydatków ogółem: w tekście ${signed(change)}, z liczb wynika ${signed(a - b)}`,
      });
    if (percent) relations.push(growth('tekst-zmiana-procentowa', percent, 'zmiana wydatków ogółem', idOf(row('wydatki-ogolem|')), before));
  }
  if (families) {
    const fact = series('zasilki-rodzinne-rodziny', 'zasilki-rodzinne-rodziny');
    relations.push(growth('tekst-zmiana-procentowa', families, 'zmiana liczby rodzin z zasiłkiem rodzinnym', idOf(fact), idOf(fact, true)));
  }
  return relations;
} // prettier-ignore

/** The number of unemployed is known by powiat only; a sentence that gives it as the gmina's is told. */
function labourMarket(cells: readonly SeriesCell[], year: number): Relation[] {
  const said = cells.find((cell) => cell.table === 'proza' && cell.indicator === 'bezrobotni' && cell.year === year);
  if (!said) return [];
  const powiat = seriesId({ table: 'bezrobotni-w-powiecie', indicator: 'bezrobotni', breakdown: '', level: 'powiat', year });
  return [
    {
      rule: 'bezrobotni-powiatu-jako-gminy', strength: 'inequality', severity: 'warning', binding: false,
      figures: [seriesId(said), powiat], fault: [seriesId(said)],
      holds: ([a = NaN, b = NaN]) => a !== b,
      sentence: ([a = NaN]) => `tekst podaje ${number(a)} bezrobotnych w gminie, a tyle jest ich w całym powiecie`,
    },
  ];
} // prettier-ignore
