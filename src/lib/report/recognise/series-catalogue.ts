import type { Kind, Level } from '../../domain';

/** What a value of a series describes, apart from area and year. */
export interface SeriesMeaning {
  indicator: string;
  breakdown?: string;
  unit: string;
}

/** Kind of a value by the level of its area. Printed `(średnia)` are plain means over gminy. */
export const AVERAGES: Readonly<Record<Level, Kind>> = {
  gmina: 'reported',
  powiat: 'plain-mean',
  wojewodztwo: 'plain-mean',
  kraj: 'plain-mean',
};

interface Common {
  /** Name of the table in addresses. */
  id: string;
  /** Printed title, also as a part of a longer one. */
  title: string;
}

/**
 * The series tables of the form, printed under its charts.
 * - `year-values`: a line a year, columns are meanings;
 * - `rows-years`: a line a meaning, columns are years;
 * - `levels-years`: a line a level (gmina, powiat (średnia), …), columns are years;
 * - `rows-columns`: a line a meaning, columns are areas and breakdowns of the report's year.
 */
export type SeriesTable =
  | (Common & { layout: 'year-values'; columns: SeriesMeaning[] })
  | (Common & { layout: 'rows-years'; rows: (SeriesMeaning & { label: string })[] })
  | (Common & { layout: 'levels-years'; meaning: SeriesMeaning })
  | (Common & {
      layout: 'rows-columns';
      kind: Kind;
      rows: (SeriesMeaning & { label: string })[];
      columns: { level: Level; breakdown?: string }[];
    });

const osoby = (indicator: string, breakdown = ''): SeriesMeaning => ({ indicator, breakdown, unit: 'osoby' });
const rodziny = (indicator: string): SeriesMeaning => ({ indicator, unit: 'rodziny' });
const percent = (indicator: string): SeriesMeaning => ({ indicator, unit: '%' });
const zl = (indicator: string): SeriesMeaning => ({ indicator, unit: 'zl' });

const unemployed = (all: string, benefit: string, long: string) => [
  { ...osoby('bezrobotni'), label: all },
  { ...osoby('bezrobotni', 'status=z-prawem-do-zasilku'), label: benefit },
  { ...osoby('bezrobotni', 'status=dlugotrwale'), label: long },
];

/** What a table is called in a sentence about it; tables without a printed title by what they are. */
export function tableName(id: string): string {
  return (
    { proza: 'tekst raportu', 'warunek-ustawowy': 'tabela warunku ustawowego' }[id] ??
    SERIES.find((table) => table.id === id)?.title ??
    id
  );
}

export const SERIES: readonly SeriesTable[] = [
  {
    id: 'bezrobotni-w-powiecie',
    title:
      'liczba osób bezrobotnych, liczba długotrwale bezrobotnych oraz liczba osób bezrobotnych z prawem do zasiłku',
    layout: 'rows-columns',
    kind: 'area-published',
    rows: unemployed('bezrobotni ogółem', 'bezrobotni z prawem do zasiłku', 'długotrwale bezrobotni'),
    columns: [
      { level: 'powiat' },
      { level: 'powiat', breakdown: 'plec=mezczyzna' },
      { level: 'powiat', breakdown: 'plec=kobieta' },
    ],
  },
  {
    id: 'bezrobotni-na-tle',
    title:
      'wykres prezentuje liczbę osób bezrobotnych, liczbę bezrobotnych długotrwale oraz liczbę osób bezrobotnych z prawem do zasiłku',
    layout: 'rows-columns',
    kind: 'area-published',
    rows: unemployed(
      'osoby bezrobotne ogółem',
      'osoby bezrobotne z prawem do zasiłku',
      'osoby długotrwale bezrobotne',
    ),
    columns: (['powiat', 'wojewodztwo', 'kraj'] as const).flatMap((level) => [
      { level, breakdown: 'plec=kobieta' },
      { level, breakdown: 'plec=mezczyzna' },
    ]),
  },
  {
    id: 'bezrobocie-wsrod-beneficjentow',
    title: 'wskaźnik bezrobocia wśród beneficjentów pomocy społecznej',
    layout: 'year-values',
    columns: [percent('bezrobocie-wsrod-beneficjentow')],
  },
  {
    id: 'osoby-z-decyzja',
    title: 'liczba osób korzystających ze świadczeń na podstawie wydanych decyzji',
    layout: 'levels-years',
    meaning: osoby('osoby-ze-swiadczeniem'),
  },
  {
    id: 'deprywacja-lokalna',
    title: 'wskaźnik deprywacji lokalnej',
    layout: 'year-values',
    columns: [percent('deprywacja-lokalna')],
  },
  {
    id: 'rodziny-i-osoby-w-rodzinach',
    title: 'liczba rodzin i liczba osób w rodzinach korzystających z pomocy społecznej',
    layout: 'year-values',
    columns: [rodziny('rodziny-objete-pomoca'), osoby('osoby-w-rodzinach-objetych-pomoca')],
  },
  {
    id: 'praca-socjalna',
    title:
      'wskaźnik pracy socjalnej - wskaźnik obliczany jako stosunek liczby rodzin objętych pracą socjalną',
    layout: 'rows-years',
    rows: [
      { ...percent('praca-socjalna'), label: 'wskaźnik pracy socjalnej' },
      { ...rodziny('rodziny-ze-swiadczeniem'), label: 'liczba rodzin, którym przyznano świadczenia' },
      { ...rodziny('rodziny-z-praca-socjalna'), label: 'praca socjalna ogółem' },
    ],
  },
  {
    id: 'kwota-swiadczen-pienieznych',
    title: 'świadczenia pieniężne z pomocy społecznej',
    layout: 'year-values',
    columns: [zl('swiadczenia-pieniezne-kwota')],
  },
  {
    id: 'asystenci-rodziny',
    title: 'liczba asystentów rodziny oraz liczba rodzin objętych pracą asystenta rodziny',
    layout: 'rows-years',
    rows: [
      { ...osoby('asystenci-rodziny'), label: 'liczba asystentów rodziny w gminie' },
      {
        ...rodziny('rodziny-z-asystentem'),
        label: 'liczba rodzin, które korzystały z usług asystentów rodziny',
      },
    ],
  },
  {
    id: 'kadra',
    title: 'kadra jednostek organizacyjnych pomocy społecznej - osoby zatrudnione',
    layout: 'rows-years',
    rows: [
      { ...osoby('zatrudnieni-ops'), label: 'ogółem we wszystkich rodzajach placówek' },
      { ...osoby('kadra-kierownicza'), label: 'kierownicy, dyrektorzy, zastępcy' },
    ],
  },
  {
    id: 'specjalizacja',
    title:
      'wskaźnik obliczany jako stosunek liczby pracowników socjalnych posiadających specjalizację I lub II stopnia',
    layout: 'year-values',
    columns: [percent('specjalizacja-pracownikow-socjalnych')],
  },
];
