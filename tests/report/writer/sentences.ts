import type { Level } from '../../../src/lib/domain';
import { seriesId } from '../../../src/lib/report/checks/series-relations';
import type { SeriesNumbers } from './series-numbers';
import { rate } from './agreement-with-form';

/** What a number in a sentence says, for the comparison with what is read. */
export interface Stated {
  id: string;
  value: number;
}

/** Facts that sentences speak of. */
export interface SentenceFacts {
  year: number;
  /** In the genitive: `Kurów` as the report calls itself. */
  gmina: string;
  series: SeriesNumbers;
  /** A number of the form: this year's, or last year's. */
  form: (place: string, before?: boolean) => number;
}

export const grouped = (value: number, decimals = 0): string => {
  const [whole = '', part = ''] = Math.abs(value).toFixed(decimals).split('.');
  return `${value < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ' ')}${part === '' ? '' : `,${part}`}`;
};

/** Rows of section 7 by dział; 33 is a part of 31. */
const DZIALY: Readonly<Record<string, readonly [first: number, last: number]>> = {
  851: [3, 5], 852: [7, 39], 853: [41, 47], 854: [49, 51], 855: [53, 73],
}; // prettier-ignore
const WORDS = [
  '',
  'jeden',
  'dwóch',
  'trzech',
  'czterech',
  'pięciu',
  'sześciu',
  'siedmiu',
  'ośmiu',
  'dziewięciu',
];
const REASONS: Readonly<Record<string, string>> = {
  ubostwo: 'ubóstwo', 'dlugotrwala-choroba': 'długotrwała choroba', niepelnosprawnosc: 'niepełnosprawność', bezrobocie: 'bezrobocie',
  przemoc: 'przemoc w rodzinie', alkoholizm: 'alkoholizm', 'ochrona-macierzynstwa': 'potrzeba ochrony macierzyństwa', bezdomnosc: 'bezdomność',
}; // prettier-ignore

interface Manner {
  decimals?: number;
  level?: Level;
  /** Of the year before. */
  before?: boolean;
}

/** Collects what the sentences of one report state. */
export class Sentences {
  readonly stated: Stated[] = [];
  constructor(readonly facts: SentenceFacts) {}

  /** A number as printed, noted under its meaning. */
  say(value: number, indicator: string, breakdown = '', { decimals = 0, level = 'gmina', before = false }: Manner = {}): string {
    const year = this.facts.year - (before ? 1 : 0);
    this.stated.push({ id: seriesId({ table: 'proza', indicator, breakdown, level, year }), value });
    return grouped(Math.abs(value), decimals);
  } // prettier-ignore
  share(part: number, whole: number, of: string): string {
    return `${this.say(rate(part, whole), 'podany-udzial', `czego=${of}`, { decimals: 2 })}%`;
  }
  change(value: number, unit: string, of: string): string {
    return this.say(value, `podana-zmiana-${unit}`, `czego=${of}`);
  }
  series(table: string, indicator: string, breakdown = '', before = false, level: Level = 'gmina'): number {
    const year = this.facts.year - (before ? 1 : 0);
    return this.facts.series.get(seriesId({ table, indicator, breakdown, level, year })) ?? 0;
  }
  difference(of: (before: boolean) => number): number {
    return of(false) - of(true);
  }
}

const verb = (change: number, up: string, down: string): string => (change < 0 ? down : up);

/** Chapter 2. */
export function populationSentences(s: Sentences): string[] {
  const { year, gmina } = s.facts;
  const people = s.series('warunek-ustawowy', 'ludnosc');
  const long = s.series('bezrobotni-w-powiecie', 'bezrobotni', 'status=dlugotrwale', false, 'powiat');
  const rates = (['powiat', 'wojewodztwo', 'kraj'] as const).map((level, at) =>
    s.say(10.3 - 2.6 * at, 'stopa-bezrobocia', '', { decimals: 1, level }),
  );
  return [
    `Na koniec ${year} roku liczba ludności gminy ${gmina} wyniosła ${s.say(people, 'ludnosc')} osób, z czego ${s.say(51.25, 'udzial-w-ludnosci', 'plec=kobieta', { decimals: 2 })}% stanowiły kobiety, a ${s.say(48.75, 'udzial-w-ludnosci', 'plec=mezczyzna', { decimals: 2 })}% mężczyźni.`,
    `Liczba ludności gminy stanowi ${s.say(7.5, 'udzial-ludnosci-powiatu', '', { decimals: 2 })}% ludności powiatu.`,
    `Powiatowa stopa bezrobocia wynosiła ${rates[0]}%, dla województwa wynosiła ${rates[1]}%, dla kraju ${rates[2]}%.`,
    `Udział długotrwale bezrobotnych w stosunku do ogólnej liczby ludności wyniósł ${s.share(long, people, 'dlugotrwale-bezrobotni')}.`,
  ];
}

/** Chapters 3 and 3.1. */
export function helpSentences(s: Sentences): string[] {
  const { year, form } = s.facts;
  const helped = s.difference((before) => form('3/1', before));
  const families = s.difference((before) => form('3/7', before));
  const long = s.difference((before) => form('3/3', before));
  const whole = s.series('rodziny-i-osoby-w-rodzinach', 'rodziny-objete-pomoca');
  const reasons = Object.entries(REASONS).flatMap(([key, word]) => {
    const count = s.series('powody-pomocy', 'rodziny-wedlug-powodu', `powod=${key}`);
    if (count === 0) return [];
    return [`${word} – ${s.say(count, 'rodziny-wedlug-powodu', `powod=${key}`)} rodzin (${s.share(count, whole, `powod-${key}`)})`];
  });
  const persons = (label: string, breakdown: string, value: number, indicator = 'osoby-wedlug-formy-swiadczen') =>
    `${label} ${s.say(value, indicator, breakdown)}`;
  const byForm = (kind: string) => s.series('osoby-wedlug-formy', 'osoby-wedlug-formy-swiadczen', `forma=${kind}`);
  return [
    `Pomoc w ${year} roku uzyskało ${s.say(form('3/1'), 'osoby-objete-pomoca')} osób, co stanowiło ${s.share(form('3/1'), s.series('warunek-ustawowy', 'ludnosc'), 'osoby-objete-pomoca')} wszystkich mieszkańców gminy.`,
    `Łączna liczba osób korzystających z pomocy i wsparcia ${verb(helped, 'zwiększyła', 'zmniejszyła')} się o ${s.change(helped, 'osoby', 'osoby-objete-pomoca')} osób.`,
    `Liczba rodzin, którym przyznano świadczenie z pomocy społecznej ${verb(families, 'zwiększyła', 'zmniejszyła')} się w stosunku do roku poprzedniego o ${s.change(families, 'rodziny', 'rodziny-ze-swiadczeniem')} rodzin.`,
    `W przypadku długotrwale korzystających z pomocy społecznej ich liczba osiągnęła poziom ${s.say(form('3/3'), 'osoby-ze-swiadczeniem', 'korzystanie=dlugotrwale')} osób, co oznaczało ${verb(long, 'wzrost', 'spadek')} w stosunku do roku ${year - 1} o ${s.change(long, 'osoby', 'osoby-dlugotrwale')} osób.`,
    ...(reasons.length > 0 ? [`Powody pomocy: ${reasons.join('; ')}.`] : []),
    `W ciągu roku zawarto ${s.say(form('3/17'), 'kontrakty-socjalne')} kontraktów socjalnych.`,
    `Pomoc ${persons('w postaci świadczeń pieniężnych uzyskało', 'forma=pieniezne', byForm('pieniezne'))} osób, ${persons('zaś w postaci świadczeń niepieniężnych', 'forma=niepieniezne', byForm('niepieniezne'))} osób.`,
    `W tym samym roku ${persons('zasiłki stałe otrzymały', 'dla=samotnie-gospodarujacy', form('3.1/3'), 'zasilek-staly-osoby')} osoby samotne i ${s.say(form('3.1/5'), 'zasilek-staly-osoby', 'dla=osoba-w-rodzinie')} osób pozostających w rodzinie.`,
  ];
} // prettier-ignore

/** Chapter 4. */
export function benefitSentences(s: Sentences): string[] {
  const { form } = s.facts;
  const families = (before = false) => s.series('zasilki-rodzinne-rodziny', 'zasilki-rodzinne-rodziny', '', before);
  const change = families() - families(true);
  const child = s.difference((before) => form('7/53', before));
  const homes = s.difference((before) => form('4/1', before));
  const money = s.difference((before) => form('4/2', before) + form('4/4', before));
  const percent = rate(change, families(true));
  return [
    `Liczba pobierających zasiłek rodzinny wyniosła ${s.say(families(), 'zasilki-rodzinne-rodziny')} rodzin. W stosunku do roku poprzedniego liczba ta ${verb(change, 'wzrosła', 'zmalała')} o ${s.change(change, 'rodziny', 'zasilki-rodzinne-rodziny')} rodzin (co stanowi ${verb(change, 'wzrost', 'spadek')} o ${s.say(percent, 'podana-zmiana-procentowa', 'czego=zasilki-rodzinne-rodziny', { decimals: 2 })}%).`,
    `Kwota świadczeń w formie zasiłku wychowawczego wyniosła ${s.say(form('7/53'), 'wydatki-rozdzial', 'rozdzial=85501')} zł i ${verb(child, 'wzrosła', 'zmalała')} o ${s.change(child, 'zl', 'rozdzial-85501')} zł.`,
    `W ramach świadczeń opiekuńczych udzielono ogółem ${s.say(s.series('swiadczenia-opiekuncze-liczba', 'swiadczenia-opiekuncze-liczba'), 'swiadczenia-opiekuncze-liczba')} świadczeń i wydatkowano kwotę ${s.say(s.series('swiadczenia-opiekuncze-kwota', 'swiadczenia-opiekuncze-kwota'), 'swiadczenia-opiekuncze-kwota', '', { decimals: 2 })} zł.`,
    `W ramach świadczeń alimentacyjnych wsparciem w roku objęto ${s.say(s.series('alimenty-rodziny', 'fundusz-alimentacyjny-rodziny'), 'fundusz-alimentacyjny-rodziny')} rodzin i wydatkowano kwotę ${s.say(s.series('alimenty-kwota', 'fundusz-alimentacyjny-kwota'), 'fundusz-alimentacyjny-kwota', '', { decimals: 2 })} zł.`,
    `Pomocą ${s.say(form('4/1'), 'dodatek-mieszkaniowy-gospodarstwa')} gospodarstw domowych objęto wsparciem w formie dodatków mieszkaniowych na kwotę ${s.say(form('4/2'), 'dodatek-mieszkaniowy-kwota')} zł oraz dodatkowo ${s.say(form('4/3'), 'dodatek-energetyczny-gospodarstwa')} gospodarstw domowych w formie dodatku energetycznego na kwotę ${s.say(form('4/4'), 'dodatek-energetyczny-kwota')} zł.`,
    `Liczba świadczeniobiorców w ${s.facts.year} r. była ${verb(homes, 'wyższa', 'niższa')} o ${s.change(homes, 'gospodarstwa', 'dodatki-mieszkaniowe')} gospodarstw i wydatkowano ${verb(money, 'wyższą', 'niższą')} kwotę w roku oceny, łącznie o ${s.change(money, 'zl', 'dodatki-mieszkaniowe-i-energetyczne')} zł.`,
  ];
} // prettier-ignore

/** Chapters 6 and 7. */
export function staffAndSpendingSentences(s: Sentences): { staff: string[]; spending: string[] } {
  const { year, form } = s.facts;
  const workers = s.series('warunek-ustawowy', 'pracownicy-socjalni');
  const specialised = s.series('proza', 'pracownicy-socjalni-ze-specjalizacja');
  const total = form('7/1');
  const change = s.difference((before) => form('7/1', before));
  const dzial = (code: string) => {
    const [first, last] = DZIALY[code] ?? [0, -1];
    let sum = 0;
    for (let row = first; row <= last; row += 2) if (row !== 33) sum += form(`7/${row}`);
    return `W dziale ${code} wydatkowano ${s.say(sum, 'wydatki-dzial', `dzial=${code}`)} zł, co stanowi ${s.share(sum, total, `dzial-${code}`)} wydatków.`;
  };
  const before = s.say(form('7/1', true), 'wydatki-ogolem', '', { before: true });
  return {
    staff: [
      `Kadra ośrodka pomocy społecznej liczyła ${s.say(s.series('kadra', 'zatrudnieni-ops'), 'zatrudnieni-ops')} osób, w tym pracownicy socjalni - ${s.say(workers, 'pracownicy-socjalni')} osób.`,
      `Specjalizację I i II stopnia w zawodzie pracownika socjalnego posiada ${WORDS[specialised] ?? ''} pracowników.`,
    ],
    spending: [
      `Wydatki na zadania z zakresu polityki społecznej wyniosły w ${year} roku ${s.say(total, 'wydatki-ogolem')} zł.`,
      `Poziom wydatków w stosunku do roku poprzedniego (${before} zł) ${verb(change, 'wzrósł', 'zmalał')} o ${s.change(change, 'zl', 'wydatki-ogolem')} zł (co stanowi ${s.say(rate(change, form('7/1', true)), 'podana-zmiana-procentowa', 'czego=wydatki-ogolem', { decimals: 2 })}%).`,
      ...Object.keys(DZIALY).map(dzial),
    ],
  };
} // prettier-ignore
