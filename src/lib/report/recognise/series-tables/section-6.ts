import { LEVELS, type Heading, type SeriesTable } from './table';

const osoby = (indicator: string) => ({ indicator, unit: 'osoby' });

/** Section 6: staff. The table of the statutory condition has a reader of its own (`statutory.ts`). */
export const SECTION_6: readonly SeriesTable[] = [
  {
    id: 'kadra',
    section: '6',
    title: 'kadra jednostek organizacyjnych pomocy społecznej - osoby zatrudnione',
    meaning: {},
    rows: [
      { label: 'ogółem we wszystkich rodzajach placówek', ...osoby('zatrudnieni-ops') },
      { label: 'kierownicy, dyrektorzy, zastępcy', ...osoby('kadra-kierownicza') },
    ],
    columns: 'years',
  },
  {
    id: 'specjalizacja',
    section: '6',
    title: 'wskaźnik obliczany jako stosunek liczby pracowników socjalnych posiadających specjalizację I lub II stopnia',
    meaning: { indicator: 'specjalizacja-pracownikow-socjalnych', unit: '%' },
    rows: 'years',
    columns: [{ label: 'wskaźnik' }],
  },
]; // prettier-ignore

const dimension = (id: string, title: string, column: string): SeriesTable => ({
  id,
  section: 'barometr',
  title,
  meaning: { indicator: id, unit: 'punkty' },
  rows: LEVELS,
  columns: [{ label: column }],
});
const input = (label: string, indicator: string, unit: string): Heading => ({ label, indicator, unit });

/** Barometr ubóstwa (since 2019): województwo = 0, higher is better; its standardisation is not printed. */
export const BAROMETR: readonly SeriesTable[] = [
  {
    id: 'barometr-skladowe',
    section: 'barometr',
    title: '3. wymiar sytuacji na rynku pracy',
    meaning: {},
    rows: [
      input('wymiar finansowy wskaźnik nr 1 - dochody gminy/powiatu na 1 mieszkańca', 'barometr-dochod-na-mieszkanca', 'zl-na-mieszkanca'),
      input('wymiar finansowy wskaźnik nr 2 - % osób korzyst. z pomoc społ. - liczba mieszkańców', 'barometr-korzystajacy', '%'),
      input('wymiar finansowy wskaźnik nr 3 - % długotrwale korzyst. z pomocy społ.', 'barometr-dlugotrwale', '%'),
      input('warunki życia wskaźnik nr 1 - odsetek mieszkań wyposażonych w instalacje w %', 'barometr-instalacje', '%'),
      input('warunki życia wskaźnik nr 2 - przeciętna powierzchnia użytkowa mieszkania na osobę', 'barometr-powierzchnia-mieszkania', 'm2'),
      input('warunki życia wskaźnik nr 3 - % mieszkań z zaległościami w opłatach', 'barometr-zaleglosci', '%'),
      input('sytuacja na rynku pracy wskaźnik nr 1 - wskaźnik bezrobocia (% udział bezr. w ludn. og.)', 'barometr-bezrobocie', '%'),
    ],
    columns: [{ label: 'wartość wskaźnika' }],
  },
  dimension('barometr-finansowy', 'wartość wskaźnika ubóstwa w wymiarze finansowym', 'wskaźnik finansowy'),
  dimension('barometr-warunki-zycia', 'wartość wskaźnika ubóstwa w wymiarze warunków życia', 'wskaźnik warunków życia'),
  dimension('barometr-rynek-pracy', 'wartość wskaźnika ubóstwa w wymiarze rynku pracy', 'wskaźnik rynku pracy'),
  {
    id: 'barometr-ubostwa',
    section: 'barometr',
    title: 'wartość wskaźnika ubóstwa została wyznaczona na podstawie wskaźników zagregowanych z całego województwa',
    meaning: { unit: 'punkty' },
    rows: [
      { label: 'wskaźnik finansowy', indicator: 'barometr-finansowy' },
      { label: 'wskaźnik warunków życia', indicator: 'barometr-warunki-zycia' },
      { label: 'wymiar sytuacji na rynku pracy', indicator: 'barometr-rynek-pracy' },
      { label: 'barometr ubóstwa', indicator: 'barometr-ubostwa' },
    ],
    columns: [{ label: 'wartość wskaźnika' }],
  },
]; // prettier-ignore
