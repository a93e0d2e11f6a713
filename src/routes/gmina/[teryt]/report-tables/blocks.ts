/** Which tables of a report stand folded under a theme of the page, in reading order. */
export interface Block {
  id: string;
  theme: 'deprywacja' | 'bezrobocie' | 'kadra' | 'wydatki' | 'uslugi' | 'sprawozdanie';
  title: string;
  /** What a reader must know before the numbers. */
  note?: string;
  /** Said instead of the tables where the report has none of them. */
  absent?: string;
  tables: readonly Selection[];
}

/** A block of tables as the gmina's page names it before they are fetched. */
export interface FoldedTitle {
  id: string;
  title: string;
  note: string;
  /** There are no tables: the note says why. */
  empty: boolean;
}

/** What stands in the columns of a table of one year: the values of a part of the breakdown, or the indicators. */
export type Across = 'plec' | 'forma' | 'osob' | 'prowadzacy' | 'rodzaj' | 'indicator';

/** A series table of the reports, or rows of a form table: by what they say, for their numbers differ between editions. */
export type Selection =
  | { table: string; title: string; across?: Across }
  | { section: string; title: string; of: (indicator: string) => boolean };

/** Ids of the themes that have folded tables. */
export const BLOCK_THEMES: ReadonlySet<string> = new Set([
  'deprywacja',
  'bezrobocie',
  'kadra',
  'wydatki',
  'uslugi',
  'sprawozdanie',
]);

const series = (table: string, title: string, across?: Across): Selection => ({
  table,
  title,
  ...(across ? { across } : {}),
});
const form = (
  section: string,
  title: string,
  of: (indicator: string) => boolean = () => true,
): Selection => ({
  section,
  title,
  of,
});
const isContract = (indicator: string): boolean =>
  /^(?:kontrakty-socjalne|osoby-z-kontraktem)/.test(indicator);
const isMoney = (indicator: string): boolean => /^zasilek-/.test(indicator);
const isFamily = (indicator: string): boolean =>
  /asysten|^rodziny-wspierajace|piecze-zastepcza/.test(indicator);

export const BLOCKS: readonly Block[] = [
  {
    id: 'ludnosc', theme: 'deprywacja', title: 'Ludność według wieku i płci',
    note: 'Tabela, którą raport nazywa prognozą, to dzisiejsi mieszkańcy starsi o 10 lat: bez urodzeń, zgonów i przeprowadzek.',
    tables: [series('ludnosc-wedlug-wieku', 'Mieszkańcy', 'plec'), series('ludnosc-starsza-o-10-lat', 'Ci sami mieszkańcy za 10 lat', 'plec')],
  },
  {
    id: 'zlobki', theme: 'deprywacja', title: 'Żłobki i brakujące miejsca',
    note: 'Powiat i województwo: średnia z gmin, każda liczy się tak samo.',
    tables: [series('zlobki', 'Żłobki'), series('zlobki-brakujace-miejsca', 'Brakujące miejsca')],
  },
  { id: 'infrastruktura', theme: 'deprywacja', title: 'Infrastruktura społeczna', tables: [form('2', 'Mieszkania, kluby, hospicja')] },
  {
    id: 'osoby-i-rodziny', theme: 'deprywacja', title: 'Osoby i rodziny, wywiady, korzystający długotrwale',
    tables: [
      form('3', 'Formularz, część 3', (indicator) => !isContract(indicator)),
      series('osoby-z-decyzja', 'Osoby ze świadczeniem na podstawie decyzji'),
      series('rodziny-i-osoby-w-rodzinach', 'Rodziny i osoby w rodzinach objętych pomocą'),
    ],
  },
  {
    id: 'plec-i-wiek', theme: 'deprywacja', title: 'Płeć i wiek korzystających',
    note: 'Liczone według wypłaconych świadczeń, dlatego inne niż liczby osób z decyzją. Powiat i województwo: średnia z gmin.',
    tables: [
      series('korzystajacy-wedlug-wieku', 'Korzystający', 'plec'), series('kobiety-wedlug-wieku', 'Kobiety'), series('mezczyzni-wedlug-wieku', 'Mężczyźni'),
    ],
  },
  {
    id: 'powody', theme: 'deprywacja', title: 'Powody udzielania pomocy',
    note: 'Rodzina może mieć kilka powodów, więc powody nie sumują się do liczby rodzin.',
    tables: [
      series('powody-pomocy', 'Rodziny według powodu'), series('swiadczenia-wedlug-powodu', 'Świadczenia według głównego powodu', 'forma'),
      series('rodziny-wedlug-powodu-i-wielkosci', 'Rodziny według powodu i wielkości', 'osob'),
    ],
  },
  {
    id: 'formy', theme: 'deprywacja', title: 'Świadczenia pieniężne i niepieniężne',
    tables: [
      series('kwota-swiadczen-pienieznych', 'Kwota świadczeń pieniężnych'),
      series('liczba-swiadczen', 'Liczba świadczeń'), series('osoby-wedlug-formy', 'Osoby'), series('rodziny-wedlug-formy', 'Rodziny'),
      series('typy-rodzin', 'Rodziny jedno- i wieloosobowe', 'forma'), series('swiadczenia-wedlug-dzieci', 'Świadczenia według liczby dzieci', 'forma'),
      series('zasilki-okresowe-i-stale', 'Zasiłki okresowe i stałe: liczba świadczeń'),
    ],
  },
  {
    id: 'praca-socjalna', theme: 'deprywacja', title: 'Praca socjalna, kontrakty i projekty',
    tables: [
      series('praca-socjalna', 'Praca socjalna'), form('3', 'Kontrakty socjalne w formularzu', isContract),
      series('kontrakt-socjalny', 'Kontrakty socjalne: części A i B'), series('projekty-socjalne', 'Projekty socjalne'),
    ],
  },
  {
    id: 'barometr', theme: 'deprywacja', title: 'Barometr ubóstwa',
    note: 'Województwo ma wartość zero, więcej znaczy lepiej. Sposób standaryzacji nie jest w raporcie podany: pokazujemy wartości wydrukowane.',
    absent: 'Barometr ubóstwa nie występuje w tej edycji raportu.',
    tables: [
      series('barometr-ubostwa', 'Barometr i jego wymiary'), series('barometr-finansowy', 'Wymiar finansowy'),
      series('barometr-warunki-zycia', 'Warunki życia'), series('barometr-rynek-pracy', 'Rynek pracy'), series('barometr-skladowe', 'Składowe'),
    ],
  },
  {
    id: 'bezrobotni', theme: 'bezrobocie', title: 'Bezrobotni w powiecie, województwie i kraju',
    note: 'Liczby dotyczą całego powiatu, województwa i kraju; dla gminy raport ich nie podaje.',
    tables: [series('bezrobotni-w-powiecie', 'Bezrobotni w powiecie', 'plec'), series('bezrobotni-na-tle', 'Powiat na tle województwa i kraju', 'plec')],
  },
  {
    id: 'zatrudnieni', theme: 'kadra', title: 'Zatrudnieni i specjalizacja',
    tables: [series('kadra', 'Zatrudnieni'), series('specjalizacja', 'Pracownicy socjalni ze specjalizacją'), series('warunek-ustawowy', 'Warunek ustawowy')],
  },
  { id: 'zasilki', theme: 'wydatki', title: 'Zasiłki i świadczenia gminy', tables: [form('3.1', 'Świadczenia pieniężne', isMoney), form('3.1', 'Świadczenia niepieniężne', (indicator) => !isMoney(indicator) && !isFamily(indicator))] },
  {
    id: 'piecza', theme: 'wydatki', title: 'Asystenci rodziny i piecza zastępcza',
    tables: [form('3.1', 'Formularz, część 3.1', isFamily), series('asystenci-rodziny', 'Asystenci i rodziny')],
  },
  {
    id: 'rodzina', theme: 'wydatki', title: 'Świadczenia wychowawcze, rodzinne, opiekuńcze i alimentacyjne',
    tables: [
      series('swiadczenie-wychowawcze-rodziny', 'Świadczenie wychowawcze: rodziny'), series('swiadczenie-wychowawcze-kwota', 'Świadczenie wychowawcze: kwota'),
      series('pierwsze-dziecko', 'Świadczenie na pierwsze dziecko'), series('zasilki-rodzinne-rodziny', 'Zasiłki rodzinne: rodziny'),
      series('zasilki-rodzinne-kwota', 'Zasiłki rodzinne: kwota'), series('swiadczenia-opiekuncze-liczba', 'Świadczenia opiekuńcze: liczba'),
      series('swiadczenia-opiekuncze-kwota', 'Świadczenia opiekuńcze: kwota'), series('alimenty-osoby', 'Fundusz alimentacyjny: osoby'),
      series('alimenty-rodziny', 'Fundusz alimentacyjny: rodziny'), series('alimenty-kwota', 'Fundusz alimentacyjny: kwota'),
    ],
  },
  { id: 'dodatki', theme: 'wydatki', title: 'Dodatki mieszkaniowe i energetyczne', tables: [form('4', 'Formularz, część 4')] },
  { id: 'rozdzialy', theme: 'wydatki', title: 'Wydatki według rozdziałów', tables: [form('7', 'Formularz, część 7')] },
  { id: 'projekty', theme: 'wydatki', title: 'Projekty, programy i zadania zlecone', tables: [series('programy', 'Części 8 i 9 raportu')] },
  {
    id: 'uslugi', theme: 'uslugi', title: 'Usługi opiekuńcze, poradnictwo, interwencja kryzysowa',
    tables: [
      series('uslugi-opiekuncze', 'Usługi opiekuńcze'), series('uslugi-specjalistyczne', 'Specjalistyczne usługi opiekuńcze'),
      series('uslugi-dla-osob-z-zaburzeniami', 'Usługi dla osób z zaburzeniami psychicznymi'),
      series('poradnictwo', 'Poradnictwo specjalistyczne'), series('interwencja-kryzysowa', 'Interwencja kryzysowa'),
    ],
  },
  {
    id: 'zasoby', theme: 'uslugi', title: 'Zasoby instytucjonalne',
    tables: [
      series('jednostki-wedlug-prowadzacego', 'Jednostki według prowadzącego', 'prowadzacy'), series('jednostki-miejsca', 'Miejsca i korzystający', 'indicator'),
      form('5', 'Formularz, część 5'), form('5cd', 'Formularz, część 5, ciąg dalszy'), form('5inne', 'Inne instytucje'),
    ],
  },
  { id: 'nasycenie', theme: 'uslugi', title: 'Nasycenie usługami domów pomocy społecznej', tables: [series('nasycenie-dps', 'Nasycenie')] },
  {
    id: 'w-powiatach', theme: 'uslugi', title: 'Jednostki w powiatach województwa',
    note: 'Zasięg odczytano z kolejności tabel: pierwsza obejmuje jednostki lokalne, druga ponadgminne.',
    tables: [series('jednostki-w-powiatach', 'Powiaty', 'rodzaj')],
  },
  { id: 'spr-kwoty', theme: 'sprawozdanie', title: 'Wydatki według rozdziałów i źródeł', tables: [series('podsumowanie', 'Podsumowanie'), series('rozdzialy', 'Rozdziały'), series('paragrafy', 'Paragrafy'), series('koszty', 'Koszty')] },
  { id: 'spr-swiadczenia', theme: 'sprawozdanie', title: 'Świadczenia: osoby i kwoty', tables: [series('swiadczenia', 'Świadczenia'), series('swiadczenia-2', 'Te same świadczenia w innym miejscu sprawozdania')] },
  { id: 'spr-powody', theme: 'sprawozdanie', title: 'Powody udzielania pomocy', tables: [series('powody', 'Powody')] },
  { id: 'spr-kadra', theme: 'sprawozdanie', title: 'Zatrudnienie', tables: [series('zatrudnienie', 'Zatrudnienie')] },
  { id: 'spr-proza', theme: 'sprawozdanie', title: 'Inne liczby sprawozdania', tables: [series('proza', 'Tekst'), series('proza-2', 'Te same liczby w innym miejscu')] },
  { id: 'lpdi-diagnoza', theme: 'sprawozdanie', title: 'Diagnoza lokalnego planu deinstytucjonalizacji', tables: [series('diagnoza', 'Diagnoza')] },
]; // prettier-ignore
