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
