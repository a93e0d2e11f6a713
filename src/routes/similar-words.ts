import { formatNumber } from '$lib/format/number';
import { unitLabel, type UnitName } from '$lib/format/value';
import type { Described, Neighbours } from '$lib/stats/similar';
// The names alone: a page that shows a prerendered list needs no query.
import { EQUAL_WEIGHTS, SIMILAR_AMOUNTS, type SimilarKey, type SimilarWeights } from '$lib/query/similar';

const UNITS: readonly UnitName[] = ['osoby', 'os-na-km2', 'zl-na-mieszkanca', 'zl-na-mieszkanca'];

/** A row of the table of similar gminy: the inputs as published, and the distance. */
export interface SimilarRow {
  teryt: string;
  name: string;
  where: string;
  type: string;
  amounts: string[];
  distance: string;
}

/** Heads of the columns of amounts, with their years. */
export const amountHeads = (years: readonly (number | null)[]): string[] =>
  SIMILAR_AMOUNTS.map(
    ({ name }, index) =>
      `${name}, ${unitLabel(UNITS[index] ?? 'liczba')}${years[index] === null ? '' : ` (${years[index]})`}`,
  );

const amountText = (amount: number | null): string => (amount === null ? 'brak' : formatNumber(amount));

export interface NameOf {
  (teryt: string): { name: string; where: string; type: string };
}

/** The gmina itself first, then those similar to it. */
export function similarRows(
  own: Described | undefined,
  { nearest }: Neighbours<Described>,
  nameOf: NameOf,
): SimilarRow[] {
  const row = ({ teryt, amounts }: Described, distance: string): SimilarRow => ({
    teryt,
    ...nameOf(teryt),
    amounts: amounts.map(amountText),
    distance,
  });
  return [
    ...(own ? [row(own, '–')] : []),
    ...nearest.map(({ unit, value }) => row(unit, formatNumber(value, 2))),
  ];
}

/** What was left out and why, in words. */
export function similarNotes({ nearest, leftOut, unknown }: Neighbours<Described>): string[] {
  const names = unknown.map((index) => SIMILAR_AMOUNTS[index]?.name ?? '');
  return [
    ...(nearest.length === 0
      ? ['Nie wskazano podobnych gmin: za mało znanych danych albo wszystkie wagi są zerowe.']
      : []),
    ...(names.length > 0 ? [`Nie porównano, bo tej gminie brakuje danych: ${names.join(', ')}.`] : []),
    ...(leftOut > 0 ? [`Pominięto gminy, które nie mają tych danych (${leftOut}).`] : []),
  ];
}

/** How the distance is made; one paragraph for the page. */
export const SIMILAR_METHOD =
  'Gminy są podobne, gdy mają ten sam rodzaj i zbliżone: liczbę mieszkańców, gęstość zaludnienia, dochody własne i udział w PIT na mieszkańca (GUS; lata podano w nagłówkach tabeli, gęstość za 2020 rok liczono na podstawie spisu z 2011 roku, a liczbę mieszkańców za 2021 – z 2021). Liczby porównuje się po zlogarytmowaniu, w typowych odchyleniach: to rozstęp międzykwartylowy wszystkich gmin podzielony przez 1,349. Inny rodzaj gminy liczy się jak jedno odchylenie, a miasta na prawach powiatu są osobnym rodzajem. Odległość to pierwiastek ze średniej ważonej kwadratów tych różnic. Struktury wieku nie użyto, bo znana jest tylko dla nielicznych gmin. Wskaźniki pomocy społecznej nie wpływają na wybór.';

/** Weights of a view: those of the URL, one where it says nothing. */
export const weightsOf = (wagi: Readonly<Record<string, number>> | null): SimilarWeights => ({
  ...EQUAL_WEIGHTS,
  ...(wagi as Partial<Record<SimilarKey, number>> | null),
});
