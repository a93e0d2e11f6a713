import type { PointRow } from './point-rows';

/** A column of the exported points, as every file describes it. */
export interface PointColumn {
  name: keyof PointRow;
  type: 'string' | 'integer' | 'number';
  title: string;
  description: string;
}

const column = (
  name: keyof PointRow,
  type: PointColumn['type'],
  title: string,
  description: string,
): PointColumn => ({ name, type, title, description });

/** Columns of the exported points, in their order. */
export const POINT_COLUMNS: readonly PointColumn[] = [
  column('seria', 'string', 'Seria', 'Czego i kogo dotyczy wartość.'),
  column(
    'rodzaj',
    'string',
    'Rodzaj wartości',
    'Czy wartość podano, czy jest prognozą, średnią z gmin, wartością obszaru albo wynikiem obliczenia. Wartości różnych rodzajów nie porównuje się wprost.',
  ),
  column('rok', 'integer', 'Rok', 'Rok, którego dotyczy wartość; puste, gdy podaje go tytuł wykresu.'),
  column('wartosc', 'number', 'Wartość', 'Liczba bez zaokrąglenia; puste oznacza brak, nigdy zero.'),
  column('jednostka', 'string', 'Jednostka', 'Jednostka miary.'),
  column('brak', 'string', 'Powód braku', 'Dlaczego nie ma wartości.'),
  column(
    'watpliwosc',
    'string',
    'Wątpliwość',
    'Dlaczego wartość jest niepewna; puste, gdy nic jej nie podważa.',
  ),
  column('od', 'number', 'Od', 'Dolny koniec przedziału wartości.'),
  column('do', 'number', 'Do', 'Górny koniec przedziału wartości.'),
  column('obliczenie', 'string', 'Obliczenie', 'Działanie, z którego wynika wartość.'),
  column('uwaga', 'string', 'Uwaga', 'Co jeszcze podano przy wartości.'),
  column('zrodlo', 'string', 'Źródło', 'Identyfikator źródła.'),
  column('miejsce', 'string', 'Miejsce w źródle', 'Część, wiersz i kolumna albo tabela źródła.'),
  column('adres', 'string', 'Adres', 'Odnośnik do miejsca w źródle.'),
];

const AREA_ONLY: readonly PointColumn[] = [
  column('teryt', 'string', 'TERYT', 'Kod gminy (sześć cyfr) albo powiatu (cztery).'),
  column('gmina', 'string', 'Gmina', 'Nazwa gminy albo innego obszaru, którego dotyczy wartość.'),
  column(
    'rodzaj_gminy',
    'string',
    'Rodzaj gminy',
    'Miejska, wiejska, miejsko-wiejska albo miasto na prawach powiatu.',
  ),
  column('powiat', 'string', 'Powiat', 'Powiat, w którym leży gmina.'),
  column('wojewodztwo', 'string', 'Województwo', 'Województwo, w którym leży gmina.'),
  column('wskaznik', 'string', 'Wskaźnik', 'Nazwa wskaźnika.'),
];
const PLACE = column(
  'kolejnosc',
  'integer',
  'Miejsce',
  'Miejsce według wartości, od najwyższej; puste poza kolejnością. Kolejność nie jest oceną.',
);
const named = (...names: (keyof PointRow)[]): PointColumn[] =>
  names.flatMap((name) => POINT_COLUMNS.find((own) => own.name === name) ?? []);

/** Columns of a table of many areas: each part of a name in a column of its own. */
export const AREA_COLUMNS: readonly PointColumn[] = [
  ...AREA_ONLY,
  ...named('rok', 'wartosc', 'jednostka', 'rodzaj'),
  PLACE,
  ...named('brak', 'watpliwosc', 'od', 'do', 'obliczenie', 'uwaga', 'zrodlo', 'miejsce', 'adres'),
];

/** The columns that rows have: those of areas where they are of areas. */
export const columnsOf = (rows: readonly PointRow[]): readonly PointColumn[] =>
  rows.some(({ teryt }) => teryt !== '') ? AREA_COLUMNS : POINT_COLUMNS;
