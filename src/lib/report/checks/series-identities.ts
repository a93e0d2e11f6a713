import type { Level, Severity } from '../../domain';
import { formatNumber } from '../../format';
import type { Relation } from './relations';
import { formId } from './form-rules';

/** A cell of a series, or the form cell of the same year that states the same fact. */
type Term = { table: string; indicator: string; breakdown?: string; level?: Level } | { meaning: string };

/** Sums (or a bound between sums) of series cells, valid in every year and at every level that prints them all. */
interface SeriesIdentity {
  rule: string;
  /** In words, without its numbers. */
  says: string;
  op: '=' | '<=';
  left: readonly Term[];
  right: readonly Term[];
  /** A row that only some editions print: where it stands, the identity is another one. */
  unless?: Term;
  /** Only the right side may be at fault: the left one is known from elsewhere in the report. */
  rightAtFault?: true;
  /** From the rounding of the printed figures. */
  tolerance?: number;
  severity?: Severity;
  /** A report may lawfully differ: told, but no reading is doubted for it. */
  binding?: boolean;
}

const join = (...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .sort()
    .join(';');
const row = (meaning: string): Term => ({ meaning });
const series = (table: string, indicator: string) => (breakdown = ''): Term => ({ table, indicator, breakdown }); // prettier-ignore

const population = series('ludnosc-wedlug-wieku', 'ludnosc-wedlug-wieku');
const older = series('ludnosc-starsza-o-10-lat', 'ludnosc-starsza-o-10-lat');
const users = series('korzystajacy-wedlug-wieku', 'korzystajacy-wedlug-wieku');
const women = series('kobiety-wedlug-wieku', 'korzystajacy-wedlug-wieku');
const men = series('mezczyzni-wedlug-wieku', 'korzystajacy-wedlug-wieku');
const AGES_NOW = ['0-3', '4-6', '7-18', '19', 'produkcyjny', '60-64', '65-74', '75-79', '80+'];
/** Reports of 2023 on print no row for the age of 19: it is part of the working age there. */
const AGES_NOW_2023 = AGES_NOW.filter((age) => age !== '19');
const AGES_THEN = ['10-19', 'produkcyjny', '60-64', '65-74', '75-79', '80+'];
const SEXES = ['plec=kobieta', 'plec=mezczyzna'] as const;
const ofAges = (of: (breakdown: string) => Term, sex: string, ages: readonly string[]): Term[] =>
  ages.filter((age) => age !== '60-64' || sex === 'plec=kobieta').map((age) => of(join(sex, `wiek=${age}`)));

const withoutNineteen = (ages: readonly string[]): { unless?: Term } =>
  ages === AGES_NOW_2023 ? { unless: population('plec=kobieta;wiek=19') } : {};

const POPULATION: readonly SeriesIdentity[] = [
  ...[AGES_NOW, AGES_NOW_2023].map((ages): SeriesIdentity => ({
    ...withoutNineteen(ages),
    rule: 'ludnosc-wedlug-wieku',
    rightAtFault: true,
    says: 'liczba mieszkańców to suma grup wieku i płci',
    op: '=',
    left: [series('warunek-ustawowy', 'ludnosc')()],
    right: SEXES.flatMap((sex) => ofAges(population, sex, ages)),
    severity: 'warning',
  })),
  ...SEXES.flatMap((sex): SeriesIdentity[] => [
    ...[AGES_NOW, AGES_NOW_2023].map((ages): SeriesIdentity => ({
      ...withoutNineteen(ages),
      rule: 'mieszkancy-za-10-lat',
      says: 'dzisiejszych mieszkańców jednej płci jest za 10 lat tyle samo (tabela nie liczy zgonów ani urodzeń)',
      op: '=',
      left: ofAges(population, sex, ages),
      right: ofAges(older, sex, AGES_THEN),
      severity: 'warning',
    })),
    {
      rule: 'seniorzy-za-10-lat',
      says: 'osób w wieku 65 lat i więcej dziś jest tyle co osób w wieku 75 lat i więcej za 10 lat',
      op: '=',
      left: ofAges(population, sex, ['65-74', '75-79', '80+']),
      right: ofAges(older, sex, ['75-79', '80+']),
      severity: 'warning',
    },
  ]),
];

const USERS: readonly SeriesIdentity[] = ['0-17', 'produkcyjny', 'poprodukcyjny'].flatMap(
  (age): SeriesIdentity[] => [
    {
      rule: 'korzystajacy-wedlug-plci',
      says: 'korzystający w grupie wieku to kobiety i mężczyźni',
      op: '=',
      left: [users(`wiek=${age}`)],
      right: SEXES.map((sex) => users(join(sex, `wiek=${age}`))),
    },
    ...([['plec=kobieta', women], ['plec=mezczyzna', men]] as const).map(([sex, table]): SeriesIdentity => ({
      rule: 'korzystajacy-w-dwoch-tabelach',
      says: 'korzystający według wieku i płci w dwóch tabelach',
      op: '=',
      left: [users(join(sex, `wiek=${age}`))],
      right: [table(join(sex, `wiek=${age}`))],
    })),
  ],
); // prettier-ignore

const FORMS = ['forma=pieniezne', 'forma=niepieniezne'];
const byForm = (of: (breakdown: string) => Term, part: string): SeriesIdentity => ({
  rule: 'swiadczenia-wedlug-formy',
  says: 'świadczenia ogółem to pieniężne i niepieniężne',
  op: '=',
  left: [of(part)],
  right: FORMS.map((form) => of(join(part, form))),
});
const REASONS = [
  'ubostwo', 'bezdomnosc', 'ochrona-macierzynstwa', 'wielodzietnosc', 'bezrobocie', 'niepelnosprawnosc', 'dlugotrwala-choroba',
  'bezradnosc', 'bezradnosc-rodziny-niepelne', 'bezradnosc-rodziny-wielodzietne', 'przemoc', 'alkoholizm', 'narkomania',
].map((reason) => `powod=${reason}`); // prettier-ignore
const reasons = series('powody-pomocy', 'rodziny-wedlug-powodu');
const bySize = series('rodziny-wedlug-powodu-i-wielkosci', 'rodziny-wedlug-powodu-i-wielkosci');
const byType = series('typy-rodzin', 'rodziny-wedlug-typu');

const BENEFITS: readonly SeriesIdentity[] = [
  ...['0', '1', '2', '3', '4+', 'inne'].map((n) =>
    byForm(series('swiadczenia-wedlug-dzieci', 'swiadczenia-wedlug-liczby-dzieci'), `dzieci=${n}`),
  ),
  ...REASONS.map((reason) => byForm(series('swiadczenia-wedlug-powodu', 'swiadczenia-wedlug-powodu'), reason)),
  ...['rodzina=jednoosobowa', 'rodzina=wieloosobowa'].flatMap((type): SeriesIdentity[] =>
    FORMS.map((form) => ({
      rule: 'typy-rodzin-czesc',
      says: 'rodzin z jedną formą świadczeń nie więcej niż wszystkich',
      op: '<=',
      left: [byType(join(type, form))],
      right: [byType(type)],
    })),
  ),
  ...REASONS.map((reason): SeriesIdentity => ({
    rule: 'rodziny-wedlug-wielkosci',
    says: 'rodziny z danego powodu to suma rodzin według wielkości',
    op: '=',
    left: [bySize(reason)],
    right: ['osob=1', 'osob=2', 'osob=3', 'osob=4+'].map((size) => bySize(join(size, reason))),
  })),
  ...([
    ['ochrona-macierzynstwa-wielodzietnosc', 'ochrona-macierzynstwa'],
    ['bezradnosc-rodziny-niepelne', 'bezradnosc'],
    ['bezradnosc-rodziny-wielodzietne', 'bezradnosc'],
  ] as const).map(([part, whole]): SeriesIdentity => ({
    rule: 'powod-czesc',
    says: 'część powodu nie większa niż cały powód',
    op: '<=',
    left: [reasons(`powod=${part}`)],
    right: [reasons(`powod=${whole}`)],
  })),
  ...([['kontrakty-socjalne', 'kontrakty socjalne'], ['osoby-z-kontraktem-socjalnym', 'osoby z kontraktem socjalnym']] as const).map(
    ([indicator, what]): SeriesIdentity => ({
      rule: 'kontrakty-w-formularzu',
      says: `${what}: części A i B pod wykresem oraz wiersz formularza`,
      op: '=',
      left: ['czesc=a', 'czesc=b'].map(series('kontrakt-socjalny', indicator)),
      right: [row(`${indicator}|`)],
    }),
  ),
]; // prettier-ignore

const CARE_PARTS = ['dziecko', 'znaczny', 'umiarkowany', '75-lat'].map(
  (kind) => `rodzaj=zasilek-pielegnacyjny-${kind}`,
);
const FAMILY: readonly SeriesIdentity[] = [
  ...(['liczba', 'kwota'] as const).flatMap((what): SeriesIdentity[] => {
    const of = series(`swiadczenia-opiekuncze-${what}`, `swiadczenia-opiekuncze-${what}`);
    return [
      {
        rule: 'zasilki-pielegnacyjne',
        says: `zasiłki pielęgnacyjne ogółem to suma czterech rodzajów (${what})`,
        op: '=',
        left: [of('rodzaj=zasilek-pielegnacyjny')],
        right: CARE_PARTS.map(of),
      },
      {
        rule: 'swiadczenia-opiekuncze',
        says: `świadczenia opiekuńcze ogółem to zasiłki pielęgnacyjne, świadczenia pielęgnacyjne i specjalne zasiłki opiekuńcze (${what})`,
        op: '=',
        left: [of()],
        right: ['zasilek-pielegnacyjny', 'swiadczenie-pielegnacyjne', 'specjalny-zasilek-opiekunczy'].map((kind) => of(`rodzaj=${kind}`)),
      },
    ];
  }),
  {
    rule: 'alimenty-rodziny-i-osoby',
    says: 'rodzin ze świadczeniem alimentacyjnym nie więcej niż osób',
    op: '<=',
    left: [series('alimenty-rodziny', 'fundusz-alimentacyjny-rodziny')()],
    right: [series('alimenty-osoby', 'fundusz-alimentacyjny-osoby')()],
  },
  {
    rule: 'swiadczenia-w-rozdziale-85502',
    says: 'zasiłki rodzinne, świadczenia opiekuńcze i alimentacyjne nie większe niż wydatki rozdziału 85502',
    op: '<=',
    left: [
      series('zasilki-rodzinne-kwota', 'zasilki-rodzinne-kwota')(),
      series('swiadczenia-opiekuncze-kwota', 'swiadczenia-opiekuncze-kwota')(),
      series('alimenty-kwota', 'fundusz-alimentacyjny-kwota')(),
    ],
    right: [row('wydatki-rozdzial|rozdzial=85502')],
    severity: 'warning',
  },
  {
    rule: 'swiadczenie-wychowawcze-w-rozdziale-85501',
    says: 'świadczenie wychowawcze nie większe niż wydatki rozdziału 85501',
    op: '<=',
    left: [series('swiadczenie-wychowawcze-kwota', 'swiadczenie-wychowawcze-kwota')()],
    right: [row('wydatki-rozdzial|rozdzial=85501')],
    severity: 'warning',
  },
]; // prettier-ignore

const KINDS_2019 = [
  'dps',
  'poradnictwo',
  'kis',
  'mieszkania-chronione',
  'oik',
  'osrodki-wsparcia',
  'rodzinne-domy-pomocy',
];
/** Areas stand in the ids of these: the identity is valid in each of them. */
export const AREA_IDENTITIES: readonly SeriesIdentity[] = ['lokalny', 'ponadgminny'].map((reach) => {
  const of = series('jednostki-w-powiatach', 'jednostki-w-powiecie');
  return {
    rule: 'jednostki-w-powiecie',
    says: 'jednostki w powiecie ogółem to suma rodzajów',
    op: '=',
    left: [of(`zasieg=${reach}`)],
    right: KINDS_2019.map((kind) => of(join(`rodzaj=${kind}`, `zasieg=${reach}`))),
  };
}); // prettier-ignore

const dimension = (id: string): Term => series('barometr-ubostwa', `barometr-${id}`)();
const BAROMETR: readonly SeriesIdentity[] = [
  ...['finansowy', 'warunki-zycia', 'rynek-pracy'].map((id): SeriesIdentity => ({
    rule: 'barometr-w-dwoch-tabelach',
    says: 'wymiar barometru ubóstwa w dwóch tabelach',
    op: '=',
    left: [series(`barometr-${id}`, `barometr-${id}`)()],
    right: [dimension(id)],
  })),
  {
    // Three dimensions and the barometer, each rounded to hundredths: 3 × 0.01 = sum of the three, ± 3 × 0.005 + 3 × 0.005.
    rule: 'barometr-srednia',
    says: 'barometr ubóstwa to średnia trzech wymiarów (porównanie sum)',
    op: '=',
    left: [dimension('ubostwa'), dimension('ubostwa'), dimension('ubostwa')],
    right: ['finansowy', 'warunki-zycia', 'rynek-pracy'].map(dimension),
    tolerance: 0.03,
  },
];

/** The identities of the series tables, valid at every level and in every year in which all their figures are printed. */
export const SERIES_IDENTITIES: readonly SeriesIdentity[] = [
  ...POPULATION,
  ...USERS,
  ...BENEFITS,
  ...FAMILY,
  ...BAROMETR,
];

/** Where an identity is applied: a year, a level, and the form column of that year. */
export interface Frame {
  year: number;
  level: Level;
  column: 'prev' | 'assess' | null;
  area?: string;
}

/** @returns the relation; `null` where a term is a form row and the form has no column of that year */
export function relationOf(
  identity: SeriesIdentity,
  frame: Frame,
  seriesIdOf: (cell: SeriesKey) => string,
  known: ReadonlySet<string>,
): Relation | null {
  const { rule, says, op, left, right, unless, rightAtFault, tolerance = 0, severity = 'error', binding = true } = identity;
  const idOf = (term: Term): string | null => {
    if ('meaning' in term)
      return frame.column === null || frame.level !== 'gmina' ? null : formId(term.meaning, frame.column);
    const { table, indicator, breakdown = '' } = term;
    const { level, year, area } = frame;
    return seriesIdOf({ table, indicator, breakdown, level, year, ...(area === undefined ? {} : { area }) });
  };
  if (unless && known.has(idOf(unless) ?? '')) return null;
  const figures = [...left, ...right].map(idOf);
  if (!figures.every((id) => id !== null)) return null;
  const sums = (values: readonly number[]) => {
    const add = (part: readonly number[]) => part.reduce((sum, value) => sum + value, 0);
    return [add(values.slice(0, left.length)), add(values.slice(left.length))] as const;
  };
  const slack = tolerance + 0.0051;
  return {
    rule, strength: op === '=' ? 'equality' : 'inequality', severity, binding, figures,
    ...(rightAtFault ? { fault: figures.slice(left.length) } : {}),
    holds: (values) => {
      const [a, b] = sums(values);
      return op === '=' ? Math.abs(a - b) <= slack : a <= b + slack;
    },
    sentence: (values) => {
      const [a, b] = sums(values);
      return `${says} (${frame.year}): ${number(a)} i ${number(b)}, różnica ${number(Math.abs(a - b))}`;
    },
  };
} // prettier-ignore

/** What tells one series value from another. */
export interface SeriesKey {
  table: string;
  indicator: string;
  breakdown: string;
  level: Level;
  year: number;
  area?: string;
}

const number = (value: number): string =>
  formatNumber(value, Number.isInteger(Math.round(value * 1e4) / 1e4) ? 0 : 2);
