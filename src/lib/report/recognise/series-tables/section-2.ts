import { KOBIETY, LEVELS, MEZCZYZNI, OGOLEM, type Heading, type SeriesTable } from './table';

const age = (label: string, wiek: string): Heading => ({ label, breakdown: `wiek=${wiek}` });
/** Men of 60–64 are of working age: only women have the row. */
const WOMEN_60_64: Heading = { ...age('60-64', '60-64'), only: [1] };
const SENIORS = [WOMEN_60_64, age('65-74', '65-74'), age('75-79', '75-79'), age('80+', '80+')];
const BY_AGE = 'liczba mieszkańców wg grup wiekowych i płci';
const SEXES = [
  { ...MEZCZYZNI, label: 'mężczyzna' },
  { ...KOBIETY, label: 'kobieta' },
];

const unemployed = (all: string, benefit: string, long: string): Heading[] => [
  { label: all },
  { label: benefit, breakdown: 'status=z-prawem-do-zasilku' },
  { label: long, breakdown: 'status=dlugotrwale' },
];
const UNEMPLOYED = { indicator: 'bezrobotni', unit: 'osoby', kind: 'area-published' } as const;

/** Section 2: population, labour market, crèches. */
export const SECTION_2: readonly SeriesTable[] = [
  {
    id: 'ludnosc-wedlug-wieku',
    section: '2',
    title: BY_AGE,
    meaning: { indicator: 'ludnosc-wedlug-wieku', unit: 'osoby' },
    rows: [
      age('0-3', '0-3'), age('4-6', '4-6'), age('7-18', '7-18'), age('19', '19'),
      age('wiek produkcyjny', 'produkcyjny'), ...SENIORS,
    ], // prettier-ignore
    columns: SEXES,
  },
  {
    // Called a forecast in print: today's residents ten years older, without births, deaths and migration.
    id: 'ludnosc-starsza-o-10-lat',
    section: '2',
    title: BY_AGE,
    meaning: { indicator: 'ludnosc-starsza-o-10-lat', unit: 'osoby' },
    rows: [age('10-19', '10-19'), age('wiek produkcyjny', 'produkcyjny'), ...SENIORS],
    columns: SEXES,
  },
  {
    id: 'bezrobotni-w-powiecie',
    section: '2',
    title: 'liczba osób bezrobotnych, liczba długotrwale bezrobotnych oraz liczba osób bezrobotnych z prawem do zasiłku',
    meaning: { ...UNEMPLOYED, level: 'powiat' },
    rows: unemployed('bezrobotni ogółem', 'bezrobotni z prawem do zasiłku', 'długotrwale bezrobotni'),
    columns: [OGOLEM, MEZCZYZNI, KOBIETY],
  },
  {
    id: 'bezrobotni-na-tle',
    section: '2',
    title: 'wykres prezentuje liczbę osób bezrobotnych, liczbę bezrobotnych długotrwale oraz liczbę osób bezrobotnych z prawem do zasiłku',
    meaning: UNEMPLOYED,
    rows: unemployed('osoby bezrobotne ogółem', 'osoby bezrobotne z prawem do zasiłku', 'osoby długotrwale bezrobotne'),
    columns: (['powiat', 'wojewodztwo', 'kraj'] as const).flatMap((level) => [
      { ...KOBIETY, level },
      { ...MEZCZYZNI, level },
    ]),
  },
  {
    id: 'bezrobocie-wsrod-beneficjentow',
    section: '2',
    title: 'wskaźnik bezrobocia wśród beneficjentów pomocy społecznej',
    meaning: { indicator: 'bezrobocie-wsrod-beneficjentow', unit: '%' },
    rows: 'years',
    columns: [{ label: 'wskaźnik' }],
  },
  {
    id: 'zlobki',
    section: '2',
    title: 'liczba placówek i miejsc dla dzieci',
    meaning: {},
    groups: LEVELS,
    rows: [
      { label: 'liczba dzieci w żłobkach', indicator: 'zlobki-dzieci', unit: 'osoby' },
      { label: 'liczba osób zatrudnionych na stanowisku opiekuna', indicator: 'zlobki-opiekunowie', unit: 'osoby' },
      { label: 'liczba żłobków', indicator: 'zlobki', unit: 'sztuki' },
    ],
    columns: [{ label: 'wartość liczbowa' }],
  },
  {
    id: 'zlobki-brakujace-miejsca',
    section: '2',
    title: 'liczba placówek i miejsc dla dzieci',
    meaning: {},
    groups: LEVELS,
    rows: [{ label: 'brakujące miejsca dla dzieci w żłobkach', indicator: 'zlobki-brakujace-miejsca', unit: 'miejsca' }],
    columns: [{ label: 'wartość liczbowa' }],
  },
]; // prettier-ignore
