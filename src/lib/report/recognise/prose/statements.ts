import type { Kind, Level } from '../../../domain';

/** What a number of a sentence means; the groups of a pattern and these stand in the same order. */
export interface StatedValue {
  indicator: string;
  breakdown?: string;
  unit: string;
  level: Level;
  kind: Kind;
  /** A change: its sign is that of the last word of growth or fall before it. */
  signed?: true;
}

/** A standard sentence. Only the tokens of its numbers are kept, never the sentence. */
export interface Statement {
  /** Over folded text in which digits, commas, points, brackets and per cent signs survive; one group a value. */
  pattern: RegExp;
  values: readonly StatedValue[];
  /** The sentence is about the year before the report's. */
  before?: true;
}

const NUMBER = String.raw`(-?\d[\d .,]*\d|\d)`;
/** `#` is a number, `~` a word of growth or fall, `_` the rest of an inflected word; an "ł" may have been read as l, t or i. */
const of = (pattern: string): RegExp =>
  new RegExp(
    pattern
      .replaceAll('l', '[lti]')
      .replaceAll('#', NUMBER)
      .replaceAll('~', String.raw`(?:wzros|zma|zmn|zwi|spad|nizsz|wyzsz|mniej|wi[eę]cej)\w*`)
      .replaceAll('_', String.raw`\w*`),
    'g',
  );
const gmina = { level: 'gmina', kind: 'reported' } as const;
const value = (indicator: string, unit: string, breakdown = ''): StatedValue => ({
  indicator,
  unit,
  breakdown,
  ...gmina,
});
const osoby = (indicator: string, breakdown = '') => value(indicator, 'osoby', breakdown);
const rodziny = (indicator: string, breakdown = '') => value(indicator, 'rodziny', breakdown);
const zl = (indicator: string, breakdown = '') => value(indicator, 'zl', breakdown);
/** A share or a change that the text states: it is checked, and is no indicator of its own. */
const share = (of: string) => value('podany-udzial', '%', `czego=${of}`);
const change = (unit: 'osoby' | 'rodziny' | 'gospodarstwa' | 'zl', of: string): StatedValue => ({
  ...value(`podana-zmiana-${unit}`, unit, `czego=${of}`),
  signed: true,
});
const changePercent = (of: string): StatedValue => ({ ...value('podana-zmiana-procentowa', '%', `czego=${of}`), signed: true }); // prettier-ignore

/** Chapter 2: population and labour market. */
const POPULATION: readonly Statement[] = [
  {
    pattern: of('powiatowa stopa bezrobocia wynosila # ?%.{0,60}?wojewodztwa wynosila # ?%.{0,60}?kraju # ?%'),
    values: (['powiat', 'wojewodztwo', 'kraj'] as const).map((level) => ({
      indicator: 'stopa-bezrobocia', unit: '%', level, kind: 'area-published',
    })),
  },
  { pattern: of('liczba ludnosci gminy .{0,60}?wyniosla # osob'), values: [osoby('ludnosc')] },
  {
    pattern: of('liczba ludnosci gminy .{0,60}?wyniosla .{0,12} osob, z czego # ?% stanowily kobiety, a # ?% mezczyzni'),
    values: [value('udzial-w-ludnosci', '%', 'plec=kobieta'), value('udzial-w-ludnosci', '%', 'plec=mezczyzna')],
  },
  { pattern: of('liczba ludnosci gminy stanowi # ?% ludnosci powiatu'), values: [value('udzial-ludnosci-powiatu', '%')] },
  {
    pattern: of('osoby w wieku przedprodukcyjnym stanowily # ?%, osoby w wieku produkcyjnym # ?%, a w wieku poprodukcyjnym # ?%'),
    values: ['przedprodukcyjny', 'produkcyjny', 'poprodukcyjny'].map((age) => value('udzial-w-ludnosci', '%', `wiek=${age}`)),
  },
  {
    // The report says "in the gmina"; the number is the powiat's wherever it was checked, and is never filed under the gmina.
    pattern: of('liczba osob bezrobotnych zarejestrowanych w gminie .{0,50}?wynosila # osob'),
    values: [{ indicator: 'bezrobotni', unit: 'osoby', level: 'powiat', kind: 'area-published' }],
  },
  {
    pattern: of('udzial dlugotrwale bezrobotnych w stosunku do ogolnej liczby ludnosci wyniosl # ?%'),
    values: [share('dlugotrwale-bezrobotni')],
  },
]; // prettier-ignore

/** Reasons of help as sentences call them: `ubóstwo – 249 rodzin (50,40% …`. */
const REASONS: Readonly<Record<string, string>> = {
  ubostwo: 'ubostwo', 'dlugotrwala(?: lub ciezka)? choroba': 'dlugotrwala-choroba', niepelnosprawnosc: 'niepelnosprawnosc',
  bezrobocie: 'bezrobocie', 'bezradnosc w sprawach opiekunczo.{0,3}wychowawczych.{0,50}?': 'bezradnosc', 'przemoc w rodzinie': 'przemoc',
  alkoholizm: 'alkoholizm', 'potrzeba ochrony macierzynstwa': 'ochrona-macierzynstwa', bezdomnosc: 'bezdomnosc',
  'trudnosci w przystosowaniu do zycia.{0,40}?': 'zaklad-karny', narkomania: 'narkomania', 'zdarzenie losowe': 'zdarzenie-losowe',
  'sytuacja kryzysowa': 'sytuacja-kryzysowa',
}; // prettier-ignore

/** Chapters 3 and 3.1: who was helped. */
const HELPED: readonly Statement[] = [
  {
    pattern: of('roku uzyskalo # osob, co stanowilo # ?% wszystkich mieszkancow'),
    values: [osoby('osoby-objete-pomoca'), share('osoby-objete-pomoca')],
  },
  {
    pattern: of('laczna liczba osob korzystajacych z pomocy i wsparcia ~ sie o # os'),
    values: [change('osoby', 'osoby-objete-pomoca')],
  },
  {
    pattern: of('liczba rodzin, ktorym przyznano swiadczenie z pomocy spolecznej ~ sie w stosunku do roku poprzedniego o # rodzin'),
    values: [change('rodziny', 'rodziny-ze-swiadczeniem')],
  },
  {
    pattern: of('dlugotrwale korzystajacych z pomocy spolecznej ich liczba osiagnela poziom # osob, co oznaczalo ~ w stosunku do roku \\d+ o # os'),
    values: [osoby('osoby-ze-swiadczeniem', 'korzystanie=dlugotrwale'), change('osoby', 'osoby-dlugotrwale')],
  },
  ...Object.entries(REASONS).map(([words, key]): Statement => ({
    pattern: of(`(?:^|[^a-z])${words} ?- ?# rodzin_ \\(# ?%`),
    values: [rodziny('rodziny-wedlug-powodu', `powod=${key}`), share(`powod-${key}`)],
  })),
  { pattern: of('przeprowadzono # wywiadow srodowiskowych'), values: [value('wywiady-srodowiskowe', 'sztuki')] },
  { pattern: of('prace socjalna prowadzono z wszystkimi rodzinami .{0,70}?z #, o # ~'), values: [rodziny('rodziny-z-praca-socjalna'), change('rodziny', 'rodziny-z-praca-socjalna')] },
  { pattern: of('roku zawarto # kontraktow socjalnych'), values: [value('kontrakty-socjalne', 'sztuki')] },
  {
    pattern: of('realizowano # projekt_ socjaln_, w ramach ktorych wsparciem objeto # osob'),
    values: [value('projekty-socjalne', 'sztuki'), osoby('projekty-socjalne-osoby')],
  },
  {
    pattern: of('w postaci swiadczen pienieznych uzyska_ # os_, zas w postaci swiadczen niepienieznych # os'),
    values: [osoby('osoby-wedlug-formy-swiadczen', 'forma=pieniezne'), osoby('osoby-wedlug-formy-swiadczen', 'forma=niepieniezne')],
  },
  {
    pattern: of('zasilki stale otrzymaly # os_ samotn_ i # os_ pozostajac'),
    values: [osoby('zasilek-staly-osoby', 'dla=samotnie-gospodarujacy'), osoby('zasilek-staly-osoby', 'dla=osoba-w-rodzinie')],
  },
]; // prettier-ignore

/** Chapter 4: other benefits, with last year's figures to hold them against. */
const BENEFITS: readonly Statement[] = [
  {
    pattern: of('zasilek rodzinny wyniosla # rodzin. w stosunku do roku poprzedniego liczba ta ~ o # rodzin \\(co stanowi ~ o # ?%'),
    values: [rodziny('zasilki-rodzinne-rodziny'), change('rodziny', 'zasilki-rodzinne-rodziny'), changePercent('zasilki-rodzinne-rodziny')],
  },
  {
    pattern: of('w formie zasilku rodzinnego wyniosla # zl i .{0,40}?~ o # zl'),
    values: [zl('zasilki-rodzinne-kwota'), change('zl', 'zasilki-rodzinne-kwota')],
  },
  {
    pattern: of('w formie zasilku wychowawczego wyniosla # zl i .{0,40}?~ o # zl'),
    values: [zl('wydatki-rozdzial', 'rozdzial=85501'), change('zl', 'rozdzial-85501')],
  },
  {
    pattern: of('w ramach swiadczen opiekunczych udzielono ogolem # swiadczen i wydatkowano kwote # zl'),
    values: [value('swiadczenia-opiekuncze-liczba', 'swiadczenia'), zl('swiadczenia-opiekuncze-kwota')],
  },
  {
    pattern: of('w ramach swiadczen alimentacyjnych wsparciem .{0,14}? objeto # rodzin,? i wydatkowano kwote # zl'),
    values: [rodziny('fundusz-alimentacyjny-rodziny'), zl('fundusz-alimentacyjny-kwota')],
  },
  {
    pattern: of('# gospodarst_ domow_ objeto wsparciem w formie dodatkow mieszkaniowych na kwote # zl oraz dodatkowo # gospodarst_ domow_ w formie dodatku energetycznego na kwote # zl'),
    values: [
      value('dodatek-mieszkaniowy-gospodarstwa', 'gospodarstwa'), zl('dodatek-mieszkaniowy-kwota'),
      value('dodatek-energetyczny-gospodarstwa', 'gospodarstwa'), zl('dodatek-energetyczny-kwota'),
    ],
  },
  {
    pattern: of('liczba swiadczeniobiorcow w \\d+ r. byla ~ o # gospodarst.{0,70}?~ kwote w roku oceny, lacznie o # zl'),
    values: [change('gospodarstwa', 'dodatki-mieszkaniowe'), change('zl', 'dodatki-mieszkaniowe-i-energetyczne')],
  },
]; // prettier-ignore

/** Chapters 6 and 7: staff and spending, the only places where the form gives some of these figures. */
const STAFF_AND_SPENDING: readonly Statement[] = [
  { pattern: of('pracownicy socjalni ?-? ?# os'), values: [osoby('pracownicy-socjalni')] },
  {
    pattern: /specjalizacj[ae] i(?: i ii)? .{0,2}opnia w zawodzie pracownika socja.nego posiada (\w+) pracownik/g,
    values: [osoby('pracownicy-socjalni-ze-specjalizacja')],
  },
  { pattern: of('kadra osrodka pomocy spolecznej liczyla # os'), values: [osoby('zatrudnieni-ops')] },
  { pattern: of('na zadania z zakresu polityki spolecznej wyniosly w (?:20\\d\\d) roku # z'), values: [zl('wydatki-ogolem')] },
  { pattern: of('poziom wydatk_ w stosunku do roku poprzedniego \\(?# z'), values: [zl('wydatki-ogolem')], before: true },
  {
    pattern: of('poziom wydatk_ w stosunku do roku poprzedniego .{0,22}?~ o # z.{0,4}\\(co stanowi # ?%'),
    values: [change('zl', 'wydatki-ogolem'), changePercent('wydatki-ogolem')],
  },
  ...['851', '852', '853', '854', '855'].flatMap((dzial): Statement[] => [
    { pattern: of(`w dziale ${dzial} .{0,70}?wydatkowano # z`), values: [zl('wydatki-dzial', `dzial=${dzial}`)] },
    { pattern: of(`w dziale ${dzial} .{0,70}?wydatkowano [\\d., ]+ z.{0,3}? co stanowi # ?%`), values: [share(`dzial-${dzial}`)] },
  ]),
]; // prettier-ignore

export const STATEMENTS: readonly Statement[] = [
  ...POPULATION,
  ...HELPED,
  ...BENEFITS,
  ...STAFF_AND_SPENDING,
];
