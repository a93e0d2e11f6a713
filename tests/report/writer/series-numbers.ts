import { seriesId } from '../../../src/lib/report/checks/series-relations';
import type { SeriesKey } from '../../../src/lib/report/checks/series-identities';
import type { SeriesPlace } from './grid';
import { diceOf } from './random';

/** Values of the series by id; `null`: printed empty. */
export type SeriesNumbers = Map<string, number | null>;

/** Amounts are printed with groszy, means of few things with hundredths. */
const DECIMAL_TABLES = /^zlobki/;
const WHOLE_PERCENTS = /^(?:bezrobocie-wsrod-beneficjentow|pierwsze-dziecko)$/;
const BASES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  osoby: [20, 400], rodziny: [20, 300], swiadczenia: [200, 6000], sztuki: [0, 8], miejsca: [0, 60], zl: [40_000, 900_000],
}; // prettier-ignore

/**
 * A made-up number of a place, near those of the years around it: the same in every report of the gmina that prints it.
 * Not yet in agreement with the other numbers.
 */
export function seriesNumber(seed: number, place: SeriesPlace): number {
  const { table, unit, kind, level } = place;
  const row = diceOf(seed, seriesId({ ...place, year: 0 }));
  const own = diceOf(seed, seriesId(place));
  const wave = own.between(90, 110) / 100;
  if (unit === '%') return WHOLE_PERCENTS.test(table) ? own.between(40, 80) : own.between(500, 9999) / 100;
  if (unit === 'punkty') return own.between(1, 150) / 100;
  if (unit === 'zl-na-mieszkanca' || unit === 'm2') return own.between(60, 5000);
  const [least, most] = BASES[unit] ?? [0, 50];
  const scale = level === 'kraj' ? 40 : level === 'wojewodztwo' && kind === 'area-published' ? 12 : 1;
  const base = row.between(least, most) * scale;
  if (unit === 'zl') return Math.round(base * wave * 100 + own.upTo(99)) / 100;
  if (DECIMAL_TABLES.test(table) && level !== 'gmina') return own.between(0, 900) / 100;
  return Math.round(base * wave);
}

const CARE_PARTS = ['dziecko', 'znaczny', '75-lat', 'umiarkowany'].map(
  (part) => `rodzaj=zasilek-pielegnacyjny-${part}`,
);
const CARE_KINDS = ['swiadczenie-pielegnacyjne', 'specjalny-zasilek-opiekunczy'].map(
  (kind) => `rodzaj=${kind}`,
);

/** The care benefits of a year by breakdown: parts, their sum and the sum of all. */
export function careBenefits(seed: number, year: number, what: 'liczba' | 'kwota'): Map<string, number> {
  const table = `swiadczenia-opiekuncze-${what}`;
  const value = (breakdown: string) =>
    seriesNumber(seed, { ...own(table, year, breakdown), unit: what === 'kwota' ? 'zl' : 'swiadczenia' });
  const numbers = new Map([...CARE_PARTS, ...CARE_KINDS].map((part) => [part, value(part)]));
  const sum = (parts: readonly string[]) =>
    Math.round(parts.reduce((all, part) => all + (numbers.get(part) ?? 0), 0) * 100) / 100;
  numbers.set('rodzaj=zasilek-pielegnacyjny', sum(CARE_PARTS));
  return numbers.set('', sum(['rodzaj=zasilek-pielegnacyjny', ...CARE_KINDS]));
}

/** What chapters 85502 and 85501 pay at least: the series' amounts of the year. */
export function familyAmounts(seed: number, year: number): { family: number; child: number } {
  const amount = (table: string, indicator = table) =>
    seriesNumber(seed, { ...own(table, year), indicator, unit: 'zl' });
  return {
    family:
      amount('zasilki-rodzinne-kwota') +
      (careBenefits(seed, year, 'kwota').get('') ?? 0) +
      amount('alimenty-kwota', 'fundusz-alimentacyjny-kwota'),
    child: amount('swiadczenie-wychowawcze-kwota'),
  };
}

const own = (table: string, year: number, breakdown = ''): SeriesKey & Pick<SeriesPlace, 'kind'> => ({
  table, indicator: table, breakdown, level: 'gmina', kind: 'reported', year,
}); // prettier-ignore
