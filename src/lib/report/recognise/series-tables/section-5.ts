import type { Heading, SeriesTable } from './table';

const kind = (label: string, rodzaj: string): Heading => ({ label, breakdown: `rodzaj=${rodzaj}` });
const run = (label: string, prowadzacy: string): Heading => ({
  label,
  breakdown: `prowadzacy=${prowadzacy}`,
});

/** Kinds of units as the tables of both editions call them. */
const KINDS: readonly Heading[] = [
  kind('centra usług społecznych', 'cus'),
  kind('domy pomocy społecznej', 'dps'),
  kind('jednostki specjalistycznego poradnictwa', 'poradnictwo'),
  kind('placówki specjalistycznego poradnictwa ogółem', 'poradnictwo'),
  kind('kluby integracji społecznej', 'kis'),
  kind('mieszkania chronione', 'mieszkania-chronione'),
  kind('mieszkania treningowe oraz wspomagane', 'mieszkania-treningowe'),
  kind('noclegownie', 'noclegownie'),
  kind('ogrzewalnie', 'ogrzewalnie'),
  kind('ośrodki interwencji kryzysowej', 'oik'),
  kind('ośrodki interwencji kryzysowej ogółem', 'oik'),
  kind('ośrodki pomocy społecznej', 'ops'),
  kind('ośrodki wsparcia', 'osrodki-wsparcia'),
  kind('ośrodki wsparcia ogółem', 'osrodki-wsparcia'),
  kind('powiatowe centra pomocy rodzinie', 'pcpr'),
  kind('rodzinne domy pomocy', 'rodzinne-domy-pomocy'),
];
const group = (label: string, grupa: string): Heading => ({ label, breakdown: `grupa=${grupa}` });

/** The headings of the table of powiaty are abbreviated; their order is the edition's. */
const IN_POWIATY_2019: readonly Heading[] = [
  { label: 'ogółem' },
  kind('domy pomocy społ.', 'dps'), kind('jedn. spec. porad.', 'poradnictwo'), kind('kluby integracji społecznej', 'kis'),
  kind('mieszkania chronione', 'mieszkania-chronione'), kind('ośrodki interwencji kryzysowej', 'oik'),
  kind('ośrodki wsparcia', 'osrodki-wsparcia'), kind('rodzinne domy pomocy', 'rodzinne-domy-pomocy'),
]; // prettier-ignore
/** The second table of the pair (units of more than one gmina) has no column of clubs in its numbers but prints it empty. */
const IN_POWIATY = {
  indicator: 'jednostki-w-powiecie',
  unit: 'sztuki',
  level: 'powiat',
  kind: 'area-published',
} as const;

/** Section 5: institutions. */
export const SECTION_5: readonly SeriesTable[] = [
  {
    id: 'jednostki-wedlug-prowadzacego',
    section: '5',
    title: 'liczba jednostek organizacyjnych pomocy i integracji społecznej o zasięgu lokalnym i o zasięgu ponadgminnym w podziale na instytucję prowadzącą',
    until: 2021,
    ranking: true,
    meaning: { indicator: 'jednostki-pomocy', unit: 'sztuki' },
    rows: KINDS,
    columns: [
      run('inny podmiot prowadzący - liczba jednostek', 'inny'),
      run('podmiot prowadzący - gmina - liczba jednostek', 'gmina'),
      run('podmiot prowadzący - powiat - liczba jednostek', 'powiat'),
    ],
  },
  {
    id: 'jednostki-wedlug-prowadzacego',
    section: '5',
    title: 'liczba jednostek organizacyjnych pomocy i integracji społecznej o zasięgu lokalnym i o zasięgu ponadgminnym w podziale na instytucje prowadzącą',
    since: 2022,
    ranking: true,
    meaning: { indicator: 'jednostki-pomocy', unit: 'sztuki' },
    rows: KINDS,
    columns: [
      run('inny podmiot prowadzący na zlecenie gminy - liczba jednostek', 'inny-na-zlecenie-gminy'),
      run('inny podmiot prowadzący na zlecenie powiatu - liczba jednostek', 'inny-na-zlecenie-powiatu'),
      run('podmiot prowadzący - gmina - liczba jednostek', 'gmina'),
      run('podmiot prowadzący - powiat - liczba jednostek', 'powiat'),
    ],
  },
  {
    id: 'jednostki-miejsca',
    section: '5',
    title: 'liczba miejsc w jednostkach organizacyjnych pomocy i integracji społecznej o zasięgu lokalnym i o zasięgu ponadgminnym',
    ranking: true,
    meaning: {},
    rows: KINDS,
    columns: [
      { label: 'liczba miejsc', indicator: 'jednostki-pomocy-miejsca', unit: 'miejsca' },
      { label: 'liczba osób korzystających', indicator: 'jednostki-pomocy-korzystajacy', unit: 'osoby' },
    ],
  },
  {
    id: 'nasycenie-dps',
    section: '5',
    title: 'wskaźnik obliczany jako stosunek liczby osób umieszczonych w DPS pomnożony przez 100 do sumy liczby osób umieszczonych w DPS i liczby oczekujących',
    meaning: { indicator: 'nasycenie-dps', unit: '%' },
    rows: [
      { label: 'ogółem' },
      group('osoby w podeszłym wieku', 'w-podeszlym-wieku'),
      group('osoby przewlekle somatycznie chore', 'przewlekle-somatycznie-chore'),
      group('osoby przewlekle psychicznie chore', 'przewlekle-psychicznie-chore'),
      group('osoby dorosłe niepełnosprawne intelektualnie', 'dorosle-niepelnosprawne-intelektualnie'),
      group('dzieci i młodzież niepełnosprawna intelektualnie', 'mlodziez-niepelnosprawna-intelektualnie'),
      group('osoby niepełnosprawne fizycznie', 'niepelnosprawne-fizycznie'),
      group('osoby uzależnione od alkoholu', 'uzaleznione-od-alkoholu'),
    ],
    columns: 'years',
  },
  {
    id: 'jednostki-w-powiatach',
    section: '5',
    title: 'rozmieszczenie jednostek organizacyjnych pomocy i integracji społecznej o zasięgu lokalnym i o zasięgu ponadgminnym',
    until: 2021,
    meaning: IN_POWIATY,
    groups: [
      { label: 'o zasięgu lokalnym', breakdown: 'zasieg=lokalny' },
      { label: 'o zasięgu ponadgminnym', breakdown: 'zasieg=ponadgminny' },
    ],
    rows: 'areas',
    columns: IN_POWIATY_2019,
  },
  {
    id: 'jednostki-w-powiatach',
    section: '5',
    title: 'rozmieszczenie jednostek organizacyjnych pomocy i integracji społecznej o zasięgu ponadgminnym',
    since: 2022,
    meaning: IN_POWIATY,
    groups: [
      { label: 'o zasięgu lokalnym', breakdown: 'zasieg=lokalny' },
      { label: 'o zasięgu ponadgminnym', breakdown: 'zasieg=ponadgminny' },
    ],
    rows: 'areas',
    columns: [
      { label: 'ogółem' }, kind('domy pomocy społ.', 'dps'), kind('mieszk. trenin. oraz wspom.', 'mieszkania-treningowe'),
      kind('noclegownie', 'noclegownie'), kind('ogrzewalnie', 'ogrzewalnie'), kind('ośr. interwencji kryzys. og.', 'oik'),
      kind('ośr. pomocy społ.', 'ops'), kind('ośrodki wsparcia ogółem', 'osrodki-wsparcia'),
      kind('plac. spec. porad.', 'poradnictwo'), kind('powiat. centra pom. rodz.', 'pcpr'), kind('rodz. domy pom.', 'rodzinne-domy-pomocy'),
    ], // prettier-ignore
  },
]; // prettier-ignore
