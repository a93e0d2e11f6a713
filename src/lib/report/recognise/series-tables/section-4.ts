import type { Heading, SeriesTable } from './table';

const osoby = (indicator: string) => ({ indicator, unit: 'osoby' });
const rodziny = (indicator: string) => ({ indicator, unit: 'rodziny' });
const zl = (indicator: string) => ({ indicator, unit: 'zl' });
const care = (label: string, rodzaj: string): Heading => ({ label, breakdown: `rodzaj=${rodzaj}` });

/** Care benefits; the nursing allowance (zasiłek pielęgnacyjny) is the sum of its four kinds. */
const CARE: readonly Heading[] = [
  care('zasiłek pielęgnacyjny - ogółem', 'zasilek-pielegnacyjny'),
  care('zasiłek pielęgnacyjny - dla niepełnosprawnego dziecka', 'zasilek-pielegnacyjny-dziecko'),
  care('zasiłek pielęgnacyjny - osobie niepełnosprawnej w wieku powyżej 16. roku życia o znacznym stopniu niepełnosprawności', 'zasilek-pielegnacyjny-znaczny'),
  care('zasiłek pielęgnacyjny - osobie, która ukończyła 75 lat', 'zasilek-pielegnacyjny-75-lat'),
  care('zasiłek pielęgnacyjny - osobie niepełnosprawnej w wieku powyżej 16. roku życia legitymującej się orzeczeniem o umiarkowanym stopniu niepełnosprawności, jeżeli niepełnosprawność powstała w wieku do ukończenia 21 roku życia', 'zasilek-pielegnacyjny-umiarkowany'),
  care('świadczenie pielęgnacyjne', 'swiadczenie-pielegnacyjne'),
  care('specjalny zasiłek opiekuńczy', 'specjalny-zasilek-opiekunczy'),
  { label: 'świadczenia opiekuńcze ogółem - zasiłek pielęgnacyjny, świadczenia pielęgnacyjne, specjalny zasiłek opiekuńczy' },
]; // prettier-ignore

/** Section 4: child benefit, family and care benefits, maintenance fund. */
export const SECTION_4: readonly SeriesTable[] = [
  {
    id: 'swiadczenie-wychowawcze-rodziny',
    section: '4',
    title: 'średnia liczba rodzin korzystających ze świadczenia wychowawczego',
    until: 2022,
    meaning: rodziny('swiadczenie-wychowawcze-rodziny'),
    rows: 'years',
    columns: [{ label: 'liczba rodzin' }],
  },
  {
    id: 'swiadczenie-wychowawcze-kwota',
    section: '4',
    title: 'świadczenie wychowawcze - kwota świadczeń',
    until: 2022,
    meaning: zl('swiadczenie-wychowawcze-kwota'),
    rows: 'years',
    columns: [{ label: 'wydatki' }],
  },
  {
    id: 'zasilki-rodzinne-rodziny',
    section: '4',
    title: 'średniomiesięczna liczba rodzin korzystających z zasiłków rodzinnych wraz z dodatkami oraz korzystających z jednorazowej zapomogi z tytułu urodzenia dziecka',
    meaning: rodziny('zasilki-rodzinne-rodziny'),
    rows: [{ label: 'liczba rodzin korzystających z zasiłków rodzinnych wraz z dodatkami' }],
    columns: 'years',
  },
  {
    id: 'zasilki-rodzinne-kwota',
    section: '4',
    title: 'kwota zasiłków rodzinnych wraz z dodatkami ogółem wypłaconych w ciągu roku',
    meaning: zl('zasilki-rodzinne-kwota'),
    rows: 'years',
    columns: [{ label: 'kwota' }],
  },
  {
    id: 'swiadczenia-opiekuncze-liczba',
    section: '4',
    title: 'liczba świadczeń: świadczenie pielęgnacyjne, zasiłek pielęgnacyjny, zasiłek pielęgnacyjny dla niepełnosprawnego dziecka',
    meaning: { indicator: 'swiadczenia-opiekuncze-liczba', unit: 'swiadczenia' },
    rows: CARE,
    columns: 'years',
  },
  {
    id: 'swiadczenia-opiekuncze-kwota',
    section: '4',
    title: 'kwota świadczeń: świadczenie pielęgnacyjne, zasiłek pielęgnacyjny, zasiłek pielęgnacyjny dla niepełnosprawnego dziecka',
    meaning: zl('swiadczenia-opiekuncze-kwota'),
    rows: CARE,
    columns: 'years',
  },
  {
    id: 'alimenty-osoby',
    section: '4',
    title: 'liczba osób korzystających ze świadczenia alimentacyjnego w poszczególnych latach',
    meaning: osoby('fundusz-alimentacyjny-osoby'),
    rows: [{ label: 'liczba osób korzystających ze świadczenia alimentacyjnego' }],
    columns: 'years',
  },
  {
    id: 'alimenty-rodziny',
    section: '4',
    title: 'liczba rodzin korzystających ze świadczenia alimentacyjnego w poszczególnych latach',
    meaning: rodziny('fundusz-alimentacyjny-rodziny'),
    rows: [{ label: 'liczba rodzin korzystających ze świadczenia alimentacyjnego' }],
    columns: 'years',
  },
  {
    id: 'alimenty-kwota',
    section: '4',
    title: 'kwota świadczeń z funduszu alimentacyjnego w poszczególnych latach',
    meaning: zl('fundusz-alimentacyjny-kwota'),
    rows: [{ label: 'ogólna kwota świadczeń z funduszu alimentacyjnego' }],
    columns: 'years',
  },
  {
    id: 'pierwsze-dziecko',
    section: '4',
    title: 'udział rodzin otrzymujących świadczenie na pierwsze dziecko w relacji do ogółu rodzin otrzymujących świadczenie',
    until: 2022,
    meaning: {},
    rows: [{ label: '' }],
    columns: [
      { label: 'liczba rodzin pobierające świadczenia na pierwsze dziecko', ...rodziny('swiadczenie-pierwsze-dziecko-rodziny') },
      { label: 'liczba pozostałych rodzin', ...rodziny('swiadczenie-pozostale-rodziny') },
      { label: 'wskaźnik', indicator: 'swiadczenie-pierwsze-dziecko', unit: '%' },
    ],
  },
]; // prettier-ignore
