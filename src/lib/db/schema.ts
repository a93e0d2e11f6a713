import { VALUE_COLUMNS, type ColumnType } from '../extract/columns';

/** A column a reader may ask about. */
export interface ColumnSpec {
  name: string;
  type: ColumnType;
  /** What it says, in Polish, with its unit. */
  about: string;
}
export interface TableSpec {
  name: string;
  about: string;
  columns: readonly ColumnSpec[];
}

const VALUE_WORDS: Record<string, string> = {
  teryt: 'kod obszaru: gmina 6 cyfr, powiat 4, województwo 2, Polska 00',
  level: 'poziom: gmina, powiat, wojewodztwo, kraj',
  indicator: 'identyfikator wskaźnika',
  year: 'rok, którego dotyczy wartość',
  breakdown: 'część całości, np. rozdzial=85202; pusty tekst – całość',
  value: 'wartość w jednostce z kolumny unit; NULL – brak, nigdy zero',
  missing: 'powód braku: not-reported, not-applicable, no-information, unreadable, not-published',
  unit: 'jednostka miary',
  kind: 'rodzaj: reported (własna wartość), forecast (prognoza), plain-mean (średnia z gmin), area-published, area-computed; rodzajów nie należy mieszać',
  confidence: 'pewność odczytu od 0 do 1; poniżej 0,9 wartość jest niepewna',
  doubt: 'dlaczego wartość jest niepewna; NULL – nic przeciw niej nie przemawia',
  source: 'identyfikator źródła',
  preferred: 'true – ta wartość jest do zestawień, gdy kilka miejsc podaje ten sam fakt',
  anchor: 'miejsce na stronie źródła: /zrodlo/<source>/#<anchor>',
  formula: 'działanie, jeśli wartość obliczono tutaj',
};

export const VALUES_VIEW = 'wartosci';

/** What there is to ask about; `wartosci` is a view over the indicators that a question names or a reader has ticked. */
export const SCHEMA = [
  {
    name: VALUES_VIEW,
    about: 'wartości wskaźników zaznaczonych niżej lub wymienionych w zapytaniu',
    columns: VALUE_COLUMNS.map(({ name, type }) => ({ name, type, about: VALUE_WORDS[name] ?? '' })),
  },
  {
    name: 'jednostki',
    about: 'gminy, powiaty, województwa i Polska',
    columns: [
      { name: 'teryt', type: 'string', about: 'kod obszaru, jak w wartosci' },
      { name: 'level', type: 'string', about: 'poziom: gmina, powiat, wojewodztwo, kraj' },
      { name: 'name', type: 'string', about: 'nazwa' },
      { name: 'type', type: 'int', about: 'rodzaj gminy: 1 miejska, 2 wiejska, 3 miejsko-wiejska' },
      { name: 'powiat', type: 'string', about: 'nazwa powiatu gminy' },
      { name: 'wojewodztwo', type: 'string', about: 'nazwa województwa' },
    ],
  },
  {
    name: 'wskazniki',
    about: 'katalog wskaźników: co znaczą i w czym są liczone',
    columns: [
      { name: 'indicator', type: 'string', about: 'identyfikator' },
      { name: 'name', type: 'string', about: 'nazwa' },
      { name: 'unit', type: 'string', about: 'jednostka miary' },
      { name: 'definition', type: 'string', about: 'definicja' },
      { name: 'caveat', type: 'string', about: 'o czym trzeba pamiętać; NULL – nic' },
      { name: 'theme', type: 'string', about: 'temat: deprywacja, bezrobocie, kadra, wydatki, inne' },
      {
        name: 'origin',
        type: 'string',
        about:
          'kto definiuje: ozps, obserwatorium, gus, sprawozdanie, lpdi; wskaźników różnych źródeł nie należy łączyć',
      },
      { name: 'level', type: 'string', about: 'najniższy poziom, na którym istnieje' },
      { name: 'headline', type: 'boolean', about: 'true – ma własną stronę z zestawieniami' },
    ],
  },
  {
    name: 'zrodla',
    about: 'raporty i publikacje, z których pochodzą wartości',
    columns: [
      { name: 'source', type: 'string', about: 'identyfikator' },
      { name: 'type', type: 'string', about: 'rodzaj: ozps, sprawozdanie, lpdi, obserwatorium, gus' },
      { name: 'title', type: 'string', about: 'tytuł' },
      { name: 'publisher', type: 'string', about: 'wydawca' },
      { name: 'teryt', type: 'string', about: 'gmina, której dotyczy; pusty tekst – wielu' },
      { name: 'year', type: 'int', about: 'rok' },
      { name: 'url', type: 'string', about: 'adres dokumentu' },
    ],
  },
] as const satisfies readonly TableSpec[];

/** Names of types as the engine writes them. */
export const TYPE_NAMES: Record<ColumnType, string> = {
  string: 'VARCHAR',
  int: 'INTEGER',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
};

/** Indicators that a question names in quotes, in the order of their first mention. */
export function namedIndicators(sql: string, known: ReadonlySet<string>): string[] {
  const words = [...sql.matchAll(/'([a-z0-9-]+)'|"([a-z0-9-]+)"/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  return [...new Set(words)].filter((word) => known.has(word));
}
