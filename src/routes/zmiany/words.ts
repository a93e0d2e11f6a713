import { differenceOf, type VersionRecord } from '$lib/extract';
import { FORMS, counted, formatNumber } from '$lib/format';
import { catalogue } from '$lib/server';

const WIERSZ = ['wiersz', 'wiersze', 'wierszy', 'wiersza'] as const;
const ZRODLO = ['źródło', 'źródła', 'źródeł', 'źródła'] as const;
const WSKAZNIK = ['wskaźnik', 'wskaźniki', 'wskaźników', 'wskaźnika'] as const;
const UWAGA = ['uwaga', 'uwagi', 'uwag', 'uwagi'] as const;
/** More names than these are counted and not listed. */
const LISTED = 12;

const sum = (entries: Record<string, [number, string]>): number =>
  Object.values(entries).reduce((total, [rows]) => total + rows, 0);

const sourceName = (id: string): string => catalogue().sources.get(id)?.title ?? id;
const indicatorName = (id: string): string => catalogue().indicators.get(id)?.name ?? id;
const gminaName = (teryt: string): string => {
  const { units } = catalogue();
  return units.has(teryt) ? `${units.name(teryt)} (${units.fullName(teryt.slice(0, 4))})` : teryt;
};

function listed(keys: readonly string[], nameOf: (key: string) => string): string {
  const names = keys.slice(0, LISTED).map(nameOf).join(', ');
  return keys.length > LISTED ? `${names} i ${formatNumber(keys.length - LISTED)} dalszych` : names;
}

/** What the first record holds: there is nothing to tell it apart from. */
export const firstWords = (record: VersionRecord): string[] => [
  `Pierwsza opisana wersja: ${counted(Object.keys(record.sources).length, ZRODLO)}, ${counted(Object.keys(record.indicators).length, WSKAZNIK)}, ${counted(sum(record.indicators), WIERSZ)}.`,
  `Dotyczy: ${counted(Object.keys(record.gminy).length, FORMS.gmina)}. Uwagi do danych: ${formatNumber(record.findings)}.`,
];

/** What changed since the version before, and for whom, one sentence each. */
export function changeWords(before: VersionRecord, after: VersionRecord): string[] {
  const { sources, indicators, gminy, rows, findings } = differenceOf(before, after);
  const sentence = (keys: readonly string[], words: string, nameOf: (key: string) => string): string[] =>
    keys.length === 0 ? [] : [`${words}: ${listed(keys, nameOf)}.`];
  const told = [
    ...sentence(sources.added, 'Nowe źródła', sourceName),
    ...sentence(sources.gone, 'Usunięte źródła', sourceName),
    ...sentence(
      sources.changed.filter((id) => !rows.some(({ source }) => source === id)),
      'Poprawiono wartości lub ich opis, liczba wierszy się nie zmieniła',
      sourceName,
    ),
    ...rows.map(
      ({ source, before, after }) =>
        `${sourceName(source)}: ${counted(after, WIERSZ)}, wcześniej ${formatNumber(before)}.`,
    ),
    ...sentence(indicators.added, 'Nowe wskaźniki', indicatorName),
    ...sentence(indicators.gone, 'Usunięte wskaźniki', indicatorName),
    ...sentence(indicators.changed, 'Zmienione pliki wskaźników', indicatorName),
    ...sentence(gminy.added, 'Gminy, które mają dane po raz pierwszy', gminaName),
    ...sentence(gminy.gone, 'Gminy, które nie mają już danych', gminaName),
    ...(gminy.changed.length === 0
      ? []
      : [
          `Zmiany dotyczą: ${counted(gminy.changed.length, FORMS.gmina)} – ${listed(gminy.changed, gminaName)}.`,
        ]),
    ...(findings.before === findings.after
      ? []
      : [`Do danych: ${counted(findings.after, UWAGA)}, wcześniej ${formatNumber(findings.before)}.`]),
  ];
  return told.length > 0 ? told : ['Zmienił się tylko układ plików; wartości są te same.'];
}
