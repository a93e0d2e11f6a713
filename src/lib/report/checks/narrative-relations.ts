import { formatNumber } from '../../format';
import type { NarrativeCell } from '../recognise/narrative';
import { nearestWhole, partKey, SUMS, withoutDimension } from './narrative-sums';
import type { Relation } from './relations';
import { seriesId } from './series-relations';

/** Amounts are told to the grosz. */
const EXACT = 0.005;
/** A value as a sentence prints it: money to the grosz. */
const say = (value: number, unit: string): string => formatNumber(value, unit === 'zl' ? 2 : 0);
const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Breakdowns whose parts make up the whole, with how a sentence calls the sum. */
const DIMENSIONS: readonly { key: string; says: string; table?: string }[] = [
  { key: 'zrodlo', says: 'suma według źródeł' },
  { key: 'zadania', says: 'suma według zadań' },
  { key: 'cel', says: 'suma według celów' },
  // Sentences name some posts, the table all of them.
  { key: 'stanowisko', says: 'suma stanowisk', table: 'zatrudnienie' },
  { key: 'forma', says: 'suma form' },
  { key: 'pobyt', says: 'suma osób w gminie i poza nią' },
  { key: 'plec', says: 'suma kobiet i mężczyzn' },
];

/**
 * What the figures of a narrative report have to do with one another: the same fact told twice, a whole and its parts,
 * execution and plan, the total and its chapters.
 * @param nameOf how a breakdown is called in Polish
 */
export function narrativeRelations(cells: readonly NarrativeCell[], nameOf: (breakdown: string) => string): Relation[] {
  const named = (cell: NarrativeCell) => `${INDICATORS[cell.indicator] ?? cell.indicator}${cell.breakdown === '' ? '' : ` (${nameOf(cell.breakdown)})`}`;
  return [
    ...toldTwice(cells, named),
    ...DIMENSIONS.flatMap((dimension) => wholes(cells, dimension, named)),
    ...shares(cells, named),
    ...plans(cells, named),
    ...chapters(cells),
    ...paragraphs(cells),
    ...namedSums(cells, named),
    ...benefitsOfChapters(cells),
    ...demography(cells),
  ];
} // prettier-ignore

/** How a sentence calls what an indicator counts. */
const INDICATORS: Readonly<Record<string, string>> = {
  'spr-wydatki-ogolem': 'wydatki ogółem', 'spr-plan-rozdzial': 'plan rozdziału', 'spr-wydatki-rozdzial': 'wydatki rozdziału',
  'spr-dotacja-rozdzial': 'dotacja rozdziału', 'spr-wydatki-paragraf': 'wydatki paragrafu', 'spr-swiadczenie-osoby': 'liczba osób',
  'spr-swiadczenie-rodziny': 'liczba rodzin', 'spr-swiadczenie-dzieci': 'liczba dzieci', 'spr-swiadczenie-liczba': 'liczba świadczeń',
  'spr-swiadczenie-kwota': 'kwota', 'spr-zatrudnieni': 'zatrudnieni', 'spr-koszt': 'koszt', 'lpdi-ludnosc': 'liczba mieszkańców',
}; // prettier-ignore

type Named = (cell: NarrativeCell) => string;

function equality(rule: string, whole: NarrativeCell, parts: readonly NarrativeCell[], sentence: Relation['sentence']): Relation {
  return {
    rule, strength: 'equality', severity: 'error', binding: true, figures: [whole, ...parts].map(seriesId),
    holds: ([a = NaN, ...rest]) => Math.abs(a - add(rest)) < EXACT, sentence,
  };
} // prettier-ignore

const summed =
  (says: string, of: string, unit = 'zl'): Relation['sentence'] =>
  ([a = NaN, ...rest]) =>
    `${of}: podano ${say(a, unit)}, a ${says} to ${say(add(rest), unit)}, różnica ${say(Math.abs(a - add(rest)), unit)}`;

function toldTwice(cells: readonly NarrativeCell[], named: Named): Relation[] {
  return cells.flatMap((cell, n) => {
    const first = cells.findIndex((other) => other.indicator === cell.indicator && other.breakdown === cell.breakdown && other.year === cell.year);
    const other = cells[first];
    if (!other || first === n || cell.level !== other.level) return [];
    return [equality('dwie-wartosci', other, [cell], ([a = NaN, b = NaN]) =>
      `${named(cell)}: w dwóch miejscach podano ${say(a, cell.unit)} i ${say(b, cell.unit)}, różnica ${say(Math.abs(a - b), cell.unit)}`)];
  });
} // prettier-ignore

/** A whole and its parts along one dimension; a part belongs to the whole that is told nearest to it. */
function wholes(
  cells: readonly NarrativeCell[],
  { key, says, table }: (typeof DIMENSIONS)[number],
  named: Named,
): Relation[] {
  const parts = new Map<NarrativeCell, NarrativeCell[]>();
  for (const cell of cells) {
    if (table !== undefined && cell.table !== table) continue;
    const rest = withoutDimension(cell.breakdown, key);
    const whole = rest === null || rest.includes('wtym=') ? null : nearestWhole(cells, cell, rest);
    if (whole) parts.set(whole, [...(parts.get(whole) ?? []), cell]);
  }
  return [...parts].flatMap(([whole, own]) => {
    const [only] = own;
    if (own.length === 1 && only) {
      // One source told in passing is a part; one that pays the whole is the same number read once.
      if (only.line === whole.line && only.raw === whole.raw) return [];
      return [bound('czesc-i-calosc', only, whole, `${named(only)} i całość`, 'error')];
    }
    return [equality(`suma-${key}`, whole, own, summed(says, named(whole), whole.unit))];
  });
}

function bound(rule: string, part: NarrativeCell, whole: NarrativeCell, says: string, severity: Relation['severity']): Relation {
  return {
    rule, strength: 'inequality', severity, binding: true, figures: [seriesId(part), seriesId(whole)],
    holds: ([a = NaN, b = NaN]) => a <= b + EXACT,
    sentence: ([a = NaN, b = NaN]) => `${says}: ${say(a, whole.unit)} przekracza ${say(b, whole.unit)}`,
  };
} // prettier-ignore

/** What is told as "w tym" is not more than the whole. */
function shares(cells: readonly NarrativeCell[], named: Named): Relation[] {
  return cells.flatMap((cell) => {
    for (const key of ['wtym', 'miejsce']) {
      const rest = withoutDimension(cell.breakdown, key);
      // Money given back is no part of the money spent.
      if (rest === null || cell.breakdown.includes('wtym=zwrot')) continue;
      const whole = nearestWhole(cells, cell, rest);
      if (whole) return [bound('czesc-i-calosc', cell, whole, named(cell), 'error')];
    }
    return [];
  });
}

function plans(cells: readonly NarrativeCell[], named: Named): Relation[] {
  return cells
    .filter(
      ({ indicator, breakdown }) => indicator === 'spr-wydatki-rozdzial' && !breakdown.includes('zrodlo='),
    )
    .flatMap((spent) =>
      (['spr-plan-rozdzial', 'spr-dotacja-rozdzial'] as const).flatMap((indicator) => {
        const limit = nearestWhole(cells, { ...spent, indicator }, spent.breakdown);
        if (!limit) return [];
        const says = `${named(spent)} a ${indicator === 'spr-plan-rozdzial' ? 'plan' : 'otrzymana dotacja'}`;
        return [bound('wykonanie-i-plan', spent, limit, says, 'warning')];
      }),
    );
}

/** A report that goes through all its chapters: their sum is the total, as a whole and by who pays. */
function chapters(cells: readonly NarrativeCell[]): Relation[] {
  const own = cells.filter(({ indicator, table }) => indicator === 'spr-wydatki-rozdzial' && table === 'rozdzialy');
  const codes = new Set(own.map(({ section }) => section));
  if (codes.size < 5) return [];
  return ['', 'zrodlo=gmina', 'zrodlo=wojewodztwo'].flatMap((source) => {
    const total = cells.find(({ indicator, breakdown }) => indicator === 'spr-wydatki-ogolem' && breakdown === source);
    const parts = own.filter(({ breakdown }) => (partKey(breakdown, 'zrodlo') ?? '') === source && !breakdown.includes('wtym='));
    if (!total || parts.length === 0) return [];
    return [equality('rozdzialy-suma', total, parts, summed('suma rozdziałów', `wydatki ogółem${source === '' ? '' : ` (${source === 'zrodlo=gmina' ? 'środki gminy' : 'dotacja'})`}`))];
  });
} // prettier-ignore

/** Paragraphs add to the execution of their chapter; by who pays they are at least not more than it. */
function paragraphs(cells: readonly NarrativeCell[]): Relation[] {
  const own = cells.filter(({ indicator, breakdown }) => indicator === 'spr-wydatki-paragraf' && !breakdown.includes('wtym='));
  const groups = new Map<string, NarrativeCell[]>();
  for (const cell of own) {
    const key = withoutDimension(cell.breakdown, 'paragraf') ?? '';
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups].flatMap(([breakdown, parts]) => {
    const [any] = parts;
    const whole = any && nearestWhole(cells, { ...any, indicator: 'spr-wydatki-rozdzial' }, breakdown);
    if (!whole) return [];
    const of = `wydatki rozdziału ${whole.section}`;
    if (!breakdown.includes('zrodlo=')) return [equality('paragrafy-suma', whole, parts, summed('suma paragrafów', of))];
    return [{
      ...equality('paragrafy-zrodlo', whole, parts, summed('suma paragrafów', `${of}, ${breakdown.includes('zrodlo=gmina') ? 'środki gminy' : 'dotacja'}`)),
      strength: 'inequality' as const,
      holds: ([a = NaN, ...rest]: readonly number[]) => add(rest) <= a + EXACT,
    }];
  });
} // prettier-ignore

function namedSums(cells: readonly NarrativeCell[], named: Named): Relation[] {
  const find = (indicator: string, breakdown: string) =>
    cells.find((cell) => cell.indicator === indicator && cell.breakdown === breakdown);
  return SUMS.flatMap(({ rule, whole, indicator, parts }) => {
    const total = find(whole.indicator, whole.breakdown);
    const found = parts.flatMap((breakdown) => find(indicator, breakdown) ?? []);
    if (!total || found.length < parts.length) return [];
    return [equality(rule, total, found, summed('suma wymienionych części', named(total), total.unit))];
  });
}

/**
 * The amounts of the benefits told under a chapter may be all it paid for: where they add to its execution to the grosz,
 * that is no chance and confirms them; where they do not, not everything was listed and nothing is said.
 */
function benefitsOfChapters(cells: readonly NarrativeCell[]): Relation[] {
  return cells
    .filter(({ indicator, breakdown, table }) => indicator === 'spr-wydatki-rozdzial' && table === 'rozdzialy' && !breakdown.includes('zrodlo='))
    .flatMap((spent) => {
      const task = partKey(spent.breakdown, 'zadanie')?.replace('zadanie=', '');
      const parts = cells.filter(({ indicator, section, table, breakdown }) => {
        if (indicator !== 'spr-swiadczenie-kwota' || section !== spent.section || table !== 'swiadczenia' || breakdown.includes('wtym=')) return false;
        const benefit = partKey(breakdown, 'swiadczenie')?.replace('swiadczenie=', '');
        return task === undefined || benefit === task || benefit === `koszty-obslugi-${task}`;
      });
      const sum = equality('swiadczenia-rozdzialu', spent, parts, summed('suma świadczeń', `wydatki rozdziału ${spent.section}`));
      const values = [spent, ...parts].map(({ reading }) => reading.value ?? NaN);
      return parts.length > 0 && sum.holds(values) ? [sum] : [];
    });
} // prettier-ignore

/** Shares of a population: of the sexes they add to 100 %, of an age they follow from the counts. */
function demography(cells: readonly NarrativeCell[]): Relation[] {
  const find = (indicator: string, breakdown: string) =>
    cells.find((cell) => cell.indicator === indicator && cell.breakdown === breakdown);
  const [women, men] = ['plec=kobieta', 'plec=mezczyzna'].map((sex) => find('lpdi-udzial-ludnosci', sex));
  const [share, elderly, all] = [find('lpdi-udzial-ludnosci', 'wiek=60+'), find('lpdi-ludnosc', 'wiek=60+'), find('lpdi-ludnosc', '')];
  return [
    ...(women && men
      ? [{
          rule: 'udzialy-plci', strength: 'equality' as const, severity: 'error' as const, binding: true, figures: [seriesId(women), seriesId(men)],
          holds: (values: readonly number[]) => Math.abs(add(values) - 100) < 0.02,
          sentence: (values: readonly number[]) => `udziały kobiet i mężczyzn sumują się do ${formatNumber(add(values))}%`,
        }]
      : []),
    ...(share && elderly && all
      ? [{
          rule: 'udzial-wieku', strength: 'equality' as const, severity: 'error' as const, binding: true, figures: [share, elderly, all].map(seriesId),
          holds: ([a = NaN, b = NaN, c = NaN]: readonly number[]) => Math.abs((100 * b) / c - a) <= 0.0051,
          sentence: ([a = NaN, b = NaN, c = NaN]: readonly number[]) =>
            `udział osób powyżej 60 lat: podano ${formatNumber(a)}%, a ${formatNumber(b)} / ${formatNumber(c)} to ${formatNumber((100 * b) / c, 2)}%`,
        }]
      : []),
  ];
} // prettier-ignore
