import type { FormRow } from '../../domain';
import { formatNumber } from '../../format';
import type { SeriesCell } from '../recognise/series';
import { chaptersOf } from './chapters';
import { formId, meaningOf } from './form-rules';
import type { Relation } from './relations';
import {
  AREA_IDENTITIES,
  relationOf,
  SERIES_IDENTITIES,
  type Frame,
  type SeriesKey,
} from './series-identities';

/** Id of a series value among the figures of a report. */
export const seriesId = ({ table, indicator, breakdown, level, year, area = '' }: SeriesKey): string =>
  [table, indicator, breakdown, level, year, area].join(':');

const HALF = 1 + 1e-9;

/** A printed rate is the ratio of its printed inputs, rounded half up to the printed decimals. */
function rate(
  rule: string,
  says: string,
  figures: readonly [rate: string, numerator: string, denominator: string],
  decimals: number,
): Relation {
  return {
    rule, strength: 'equality', severity: 'error', binding: true, figures,
    holds: ([printed = NaN, numerator = NaN, denominator = NaN]) =>
      Math.abs((100 * numerator) / denominator - printed) <= (0.5 / 10 ** decimals) * HALF,
    sentence: ([printed = NaN, numerator = NaN, denominator = NaN]) =>
      `${says}: podano ${formatNumber(printed, decimals)}%, a ${formatNumber(numerator)} / ${formatNumber(denominator)} to ${formatNumber((100 * numerator) / denominator, decimals)}%`,
  }; // prettier-ignore
}

function same(rule: string, says: string, a: string, b: string, tolerance = 0): Relation {
  return {
    rule, strength: 'equality', severity: 'error', binding: true, figures: [a, b],
    holds: ([x = NaN, y = NaN]) => Math.abs(x - y) <= tolerance,
    sentence: ([x = NaN, y = NaN]) =>
      `${says}: ${formatNumber(x)} i ${formatNumber(y)}, różnica ${formatNumber(Math.abs(x - y))}`,
  }; // prettier-ignore
}

function bound(rule: string, says: string, part: string, whole: string): Relation {
  return {
    rule, strength: 'inequality', severity: 'error', binding: true, figures: [part, whole],
    holds: ([x = NaN, y = NaN]) => x <= y,
    sentence: ([x = NaN, y = NaN]) => `${says}: ${formatNumber(x)} przekracza ${formatNumber(y)}`,
  }; // prettier-ignore
}

function total(rule: string, says: string, whole: string, parts: readonly string[]): Relation {
  const split = (values: readonly number[]) =>
    [values[0] ?? NaN, values.slice(1).reduce((sum, value) => sum + value, 0)] as const;
  return {
    rule, strength: 'equality', severity: 'error', binding: true, figures: [whole, ...parts],
    holds: (values) => {
      const [a, b] = split(values);
      return a === b;
    },
    sentence: (values) => {
      const [a, b] = split(values);
      return `${says}: ${formatNumber(a)}, a suma części to ${formatNumber(b)}, różnica ${formatNumber(Math.abs(a - b))}`;
    },
  }; // prettier-ignore
}

/** The form row that states the same fact as a series, in the years of the form. */
const IN_FORM: readonly { table: string; indicator: string; meaning: string; says: string }[] = [
  { table: 'osoby-z-decyzja', indicator: 'osoby-ze-swiadczeniem', meaning: 'osoby-ze-swiadczeniem|', says: 'osoby ze świadczeniem pod wykresem i w części 3' },
  { table: 'praca-socjalna', indicator: 'rodziny-ze-swiadczeniem', meaning: 'rodziny-ze-swiadczeniem|', says: 'rodziny ze świadczeniem pod wykresem i w części 3' },
  { table: 'rodziny-i-osoby-w-rodzinach', indicator: 'osoby-w-rodzinach-objetych-pomoca', meaning: 'osoby-objete-pomoca|', says: 'osoby objęte pomocą pod wykresem i w części 3' },
  { table: 'asystenci-rodziny', indicator: 'asystenci-rodziny', meaning: 'asystenci-rodziny|', says: 'asystenci rodziny pod wykresem i w części 3.1' },
  { table: 'asystenci-rodziny', indicator: 'rodziny-z-asystentem', meaning: 'rodziny-z-asystentem|', says: 'rodziny z asystentem pod wykresem i w części 3.1' },
]; // prettier-ignore

/**
 * Relations between series, sentences and form cells.
 * @param cells all values read outside the form tables
 * @param year the report's year; its form has `prev` = year − 1 and `assess` = year
 * @param rows the form rows of the report's edition
 */
export function seriesRelations(
  cells: readonly SeriesCell[],
  year: number,
  rows: readonly FormRow[],
): Relation[] {
  const relations: Relation[] = [];
  const find = (table: string, indicator: string, at: number, breakdown = '', level = 'gmina') =>
    cells.find(
      (cell) =>
        cell.table === table &&
        cell.indicator === indicator &&
        cell.year === at &&
        cell.breakdown === breakdown &&
        cell.level === level,
    );
  const id = (...args: Parameters<typeof find>) => {
    const cell = find(...args);
    return cell ? seriesId(cell) : null;
  };
  const columns = [
    { column: 'prev', at: year - 1 },
    { column: 'assess', at: year },
  ] as const;
  for (const at of new Set(cells.map((cell) => cell.year))) {
    const population = id('warunek-ustawowy', 'ludnosc', at);
    const families = id('warunek-ustawowy', 'rodziny-z-praca-socjalna', at);
    const form = columns.find((candidate) => candidate.at === at)?.column;
    const persons =
      id('osoby-z-decyzja', 'osoby-ze-swiadczeniem', at) ??
      (form ? formId('osoby-ze-swiadczeniem|', form) : null);
    const deprivation = id('deprywacja-lokalna', 'deprywacja-lokalna', at);
    if (deprivation && persons && population)
      relations.push(
        rate('deprywacja-z-danych', `wskaźnik deprywacji ${at}`, [deprivation, persons, population], 2),
      );
    const socialWork = id('praca-socjalna', 'praca-socjalna', at);
    const granted =
      id('praca-socjalna', 'rodziny-ze-swiadczeniem', at) ??
      (form ? formId('rodziny-ze-swiadczeniem|', form) : null);
    const worked = id('praca-socjalna', 'rodziny-z-praca-socjalna', at) ?? families;
    if (socialWork && granted && worked)
      relations.push(
        rate('praca-socjalna-z-danych', `wskaźnik pracy socjalnej ${at}`, [socialWork, worked, granted], 2),
      );
    const specialised = id('proza', 'pracownicy-socjalni-ze-specjalizacja', at);
    const share = id('specjalizacja', 'specjalizacja-pracownikow-socjalnych', at);
    const workers = id('warunek-ustawowy', 'pracownicy-socjalni', at);
    // The number of workers stands in other tables too: the sentence and the share contradict each other.
    if (specialised && share && workers)
      relations.push({
        ...rate(
          'specjalizacja-z-danych',
          `udział pracowników socjalnych ze specjalizacją ${at}`,
          [share, specialised, workers],
          2,
        ),
        fault: [share, specialised],
      });
    const printedWorked = id('praca-socjalna', 'rodziny-z-praca-socjalna', at);
    if (printedWorked && families)
      relations.push(
        same(
          'rodziny-z-praca-socjalna',
          `rodziny z pracą socjalną ${at} w dwóch tabelach`,
          printedWorked,
          families,
        ),
      );
  }
  for (const { table, indicator, meaning, says } of IN_FORM)
    for (const { column, at } of columns) {
      const series = id(table, indicator, at);
      if (series)
        relations.push(same('wykres-i-formularz', `${says} (${at})`, series, formId(meaning, column)));
    }
  return [
    ...relations,
    ...identities(cells, year),
    ...institutions(cells, year, rows),
    ...unemployment(cells, id, year),
    ...sentences(cells, year, rows),
  ];
}

/** Kinds of institutions that the table of places and the form's section 5 both state. */
const INSTITUTIONS: Readonly<Record<string, string>> = {
  dps: 'domy-pomocy-spolecznej', 'mieszkania-chronione': 'mieszkania-chronione', 'mieszkania-treningowe': 'mieszkania-treningowe-i-wspomagane',
  oik: 'osrodki-interwencji-kryzysowej', 'osrodki-wsparcia': 'osrodki-wsparcia', noclegownie: 'noclegownie', ogrzewalnie: 'ogrzewalnie',
}; // prettier-ignore

function institutions(cells: readonly SeriesCell[], year: number, rows: readonly FormRow[]): Relation[] {
  const rowOf = new Map(rows.filter(({ breakdown }) => breakdown === '').map((row) => [row.indicator, row]));
  return cells.flatMap((cell) => {
    if (cell.table !== 'jednostki-miejsca' || cell.year !== year) return [];
    const kind = INSTITUTIONS[cell.breakdown.replace('rodzaj=', '')] ?? '';
    const row = rowOf.get(`${kind}${cell.indicator.replace('jednostki-pomocy', '')}`);
    return row
      ? [same('miejsca-w-formularzu', `jednostki pod wykresem i w formularzu (${row.label})`, seriesId(cell), formId(meaningOf(row), 'assess'))]
      : [];
  });
} // prettier-ignore

/** The identities of the series tables, in every year, level and area that the cells name. */
function identities(cells: readonly SeriesCell[], year: number): Relation[] {
  const frames = new Map<string, Frame>();
  for (const { year: at, level, area } of cells) {
    const column = at === year ? 'assess' : at === year - 1 ? 'prev' : null;
    frames.set([at, level, area].join(), {
      year: at,
      level,
      column,
      ...(area === undefined ? {} : { area }),
    });
  }
  const known = new Set(cells.map(seriesId));
  return [...frames.values()].flatMap((frame) =>
    (frame.area === undefined ? SERIES_IDENTITIES : AREA_IDENTITIES).flatMap(
      (identity) => relationOf(identity, frame, seriesId, known) ?? [],
    ),
  );
}

type Find = (
  table: string,
  indicator: string,
  at: number,
  breakdown?: string,
  level?: string,
) => string | null;

function unemployment(cells: readonly SeriesCell[], id: Find, year: number): Relation[] {
  const relations: Relation[] = [];
  const status = ['', 'status=z-prawem-do-zasilku', 'status=dlugotrwale'];
  const join = (...parts: string[]) =>
    parts
      .filter((part) => part !== '')
      .sort()
      .join(';');
  for (const part of status) {
    const own = (breakdown: string) => id('bezrobotni-w-powiecie', 'bezrobotni', year, breakdown, 'powiat');
    const [all, men, women] = [own(part), own(join('plec=mezczyzna', part)), own(join('plec=kobieta', part))];
    if (all && men && women)
      relations.push(total('bezrobotni-wedlug-plci', 'bezrobotni ogółem i według płci', all, [men, women]));
    for (const sex of ['plec=kobieta', 'plec=mezczyzna']) {
      const first = own(join(sex, part));
      const second = id('bezrobotni-na-tle', 'bezrobotni', year, join(sex, part), 'powiat');
      if (first && second)
        relations.push(
          same('bezrobotni-w-dwoch-tabelach', 'bezrobotni w powiecie w dwóch tabelach', first, second),
        );
    }
  }
  for (const cell of cells)
    if (cell.indicator === 'bezrobotni' && cell.breakdown.includes('status=')) {
      const whole = id(
        cell.table,
        'bezrobotni',
        year,
        cell.breakdown.replace(/;?status=[a-z-]+/, ''),
        cell.level,
      );
      if (whole)
        relations.push(
          bound('bezrobotni-czesc', 'część bezrobotnych nie większa niż wszyscy', seriesId(cell), whole),
        );
    }
  return relations;
}

/** Sums that stand in the prose of chapter 7 and figures that stand both in prose and in a table. */
function sentences(cells: readonly SeriesCell[], year: number, form: readonly FormRow[]): Relation[] {
  const chapters = (dzial: string) =>
    chaptersOf(form, [dzial]).map((row) => formId(meaningOf(row), 'assess'));
  const relations: Relation[] = [];
  const stated = cells.filter((cell) => cell.table === 'proza');
  const dzialy = new Map(
    stated
      .filter((cell) => cell.indicator === 'wydatki-dzial')
      .map((cell) => [cell.breakdown.replace('dzial=', ''), seriesId(cell)]),
  );
  for (const [dzial, figure] of dzialy)
    relations.push(
      total('wydatki-dzial', `wydatki działu ${dzial} w tekście i w tabeli`, figure, chapters(dzial)),
    );
  const all = stated.find((cell) => cell.indicator === 'wydatki-ogolem' && cell.year === year);
  if (all)
    relations.push(
      same(
        'wydatki-ogolem',
        'wydatki ogółem w tekście i w tabeli',
        seriesId(all),
        formId('wydatki-ogolem|', 'assess'),
      ),
    );
  // Działy the prose leaves out (853 as a rule) are taken from their chapters.
  const parts = DZIALY.flatMap((dzial) => dzialy.get(dzial) ?? chapters(dzial));
  if (dzialy.size > 0)
    relations.push(
      total('wydatki-dzialy', 'wydatki ogółem i suma działów', formId('wydatki-ogolem|', 'assess'), parts),
    );
  for (const { indicator, says } of TWICE) {
    const inText = stated.find((cell) => cell.indicator === indicator);
    const inTable = cells.find(
      (cell) => cell.indicator === indicator && cell.table !== 'proza' && cell.year === year,
    );
    if (inText && inTable) relations.push(same('tekst-i-tabela', says, seriesId(inText), seriesId(inTable)));
  }
  return relations;
}

const TWICE = [
  { indicator: 'ludnosc', says: 'liczba mieszkańców w tekście i w tabeli' },
  { indicator: 'pracownicy-socjalni', says: 'pracownicy socjalni w tekście i w tabeli' },
  { indicator: 'zatrudnieni-ops', says: 'zatrudnieni w OPS w tekście i w tabeli' },
] as const;

const DZIALY = ['851', '852', '853', '854', '855'];
