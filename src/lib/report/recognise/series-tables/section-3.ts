import {
  KOBIETY, KRAJ, LEVELS, MEZCZYZNI, NIEPIENIEZNE, OGOLEM, PIENIEZNE, type Heading, type SeriesTable,
} from './table'; // prettier-ignore

const AGES: readonly Heading[] = [
  { label: '0-17', breakdown: 'wiek=0-17' },
  { label: 'produkcyjny', breakdown: 'wiek=produkcyjny' },
  { label: 'poprodukcyjny', breakdown: 'wiek=poprodukcyjny' },
];
const FORMS = [NIEPIENIEZNE, PIENIEZNE];
const BY_FORM = [OGOLEM, PIENIEZNE, NIEPIENIEZNE];
const osoby = (indicator: string) => ({ indicator, unit: 'osoby' });
const rodziny = (indicator: string) => ({ indicator, unit: 'rodziny' });
const children = (label: string, dzieci: string): Heading => ({ label, breakdown: `dzieci=${dzieci}` });
const reason = (label: string, powod: string): Heading => ({ label, breakdown: `powod=${powod}` });
const CONTRACT_PARTS: readonly Heading[] = [
  { label: 'kontrakt socjalny część A', breakdown: 'czesc=a' },
  { label: 'kontrakt socjalny część B', breakdown: 'czesc=b' },
];
const CONTRACTS: readonly Heading[] = [
  { label: 'liczba kontraktów socjalnych', indicator: 'kontrakty-socjalne', unit: 'sztuki' },
  { label: 'liczba osób objęta kontraktami socjalnymi', ...osoby('osoby-z-kontraktem-socjalnym') },
];
const persons = [{ label: 'liczba osób' }];

/** Reasons of art. 7 of the social assistance act, as the rankings of all editions call them. */
const REASONS: readonly Heading[] = [
  reason('ubóstwo', 'ubostwo'),
  reason('sieroctwo', 'sieroctwo'),
  reason('bezdomność', 'bezdomnosc'),
  reason('potrzeba ochrony macierzyństwa', 'ochrona-macierzynstwa'),
  reason('potrzeba ochrony macierzyństwa - w tym: wielodzietność', 'ochrona-macierzynstwa-wielodzietnosc'),
  reason('potrzeba ochrony macierzyństwa - w tym: potrzeba ochrony wielodzietności', 'ochrona-macierzynstwa-wielodzietnosc'),
  reason('wielodzietność', 'wielodzietnosc'),
  reason('bezrobocie', 'bezrobocie'),
  reason('niepełnosprawność', 'niepelnosprawnosc'),
  reason('długotrwała lub ciężka choroba', 'dlugotrwala-choroba'),
  reason('bezradność w sprawach opiek.-wychowawczych i prowadzenia gospodarstwa domowego - ogółem', 'bezradnosc'),
  reason('bezradność w sprawach opiek.-wychowawczych i prowadzenia gospodarstwa domowego - ogółem - w tym: rodziny niepełne', 'bezradnosc-rodziny-niepelne'),
  reason('bezradność w sprawach opiek.-wychowawczych i prowadzenia gospodarstwa domowego - ogółem - w tym: rodziny wielodzietne', 'bezradnosc-rodziny-wielodzietne'),
  reason('przemoc w rodzinie', 'przemoc'),
  reason('przemoc domowa', 'przemoc'),
  reason('potrzeba ochrony ofiar handlu ludźmi', 'handel-ludzmi'),
  reason('alkoholizm', 'alkoholizm'),
  reason('narkomania', 'narkomania'),
  reason('trudności w przystosowaniu do życia po zwolnieniu z zakładu karnego', 'zaklad-karny'),
  reason('trudności w integracji cudzoziemców', 'cudzoziemcy'),
  reason('zdarzenie losowe', 'zdarzenie-losowe'),
  reason('sytuacja kryzysowa', 'sytuacja-kryzysowa'),
  reason('klęska żywiołowa lub ekologiczna', 'kleska-zywiolowa'),
]; // prettier-ignore
/** The tables of main reasons name a part of helplessness without its whole. */
const MAIN_REASONS: readonly Heading[] = [
  ...REASONS.filter(({ label }) => !label.startsWith('bezradność') && !label.includes('w tym')),
  reason('bezradność w sprawach opiekuńczo-wychowawczych i prowadzenia gospodarstwa domowego', 'bezradnosc'),
  reason('bezradność w sprawach opiekuńczo-wychowawczych - rodzina niepełna', 'bezradnosc-rodziny-niepelne'),
  reason('bezradność w sprawach opiekuńczo-wychowawczych - rodzina wielodzietna', 'bezradnosc-rodziny-wielodzietne'),
]; // prettier-ignore

/** Section 3 and 3.1: who is helped, why and how. */
export const SECTION_3: readonly SeriesTable[] = [
  {
    id: 'osoby-z-decyzja',
    section: '3',
    title: 'liczba osób korzystających ze świadczeń na podstawie wydanych decyzji',
    meaning: osoby('osoby-ze-swiadczeniem'),
    rows: [...LEVELS, KRAJ],
    columns: 'years',
  },
  {
    id: 'korzystajacy-wedlug-wieku',
    section: '3',
    title: 'liczba osób korzystających z pomocy społecznej w podziale na wiek i płeć wg liczby wypłaconych świadczeń',
    meaning: osoby('korzystajacy-wedlug-wieku'),
    rows: AGES,
    columns: [OGOLEM, KOBIETY, MEZCZYZNI],
  },
  {
    id: 'deprywacja-lokalna',
    section: '3',
    title: 'wskaźnik deprywacji lokalnej',
    meaning: { indicator: 'deprywacja-lokalna', unit: '%' },
    rows: 'years',
    columns: [{ label: 'wskaźnik deprywacji lokalnej' }],
  },
  {
    id: 'rodziny-i-osoby-w-rodzinach',
    section: '3',
    title: 'liczba rodzin i liczba osób w rodzinach korzystających z pomocy społecznej',
    meaning: {},
    rows: 'years',
    columns: [
      { label: 'liczba rodzin', ...rodziny('rodziny-objete-pomoca') },
      { label: 'liczba osób w rodzinach', ...osoby('osoby-w-rodzinach-objetych-pomoca') },
    ],
  },
  {
    id: 'kobiety-wedlug-wieku',
    section: '3',
    title: 'liczba kobiet korzystających z pomocy społecznej',
    meaning: { ...osoby('korzystajacy-wedlug-wieku'), breakdown: 'plec=kobieta' },
    groups: LEVELS,
    rows: AGES,
    columns: 'years',
  },
  {
    id: 'mezczyzni-wedlug-wieku',
    section: '3',
    title: 'liczba mężczyzn korzystających z pomocy społecznej',
    meaning: { ...osoby('korzystajacy-wedlug-wieku'), breakdown: 'plec=mezczyzna' },
    groups: LEVELS,
    rows: AGES,
    columns: 'years',
  },
  {
    id: 'liczba-swiadczen',
    section: '3',
    title: 'liczba świadczeń pieniężnych i niepieniężnych z pomocy społecznej',
    meaning: { indicator: 'swiadczenia-liczba', unit: 'swiadczenia' },
    rows: FORMS,
    columns: [{ label: 'liczba świadczeń' }],
  },
  {
    id: 'osoby-wedlug-formy',
    section: '3',
    title: 'liczba osób korzystających ze świadczeń pieniężnych i niepieniężnych',
    meaning: osoby('osoby-wedlug-formy-swiadczen'),
    rows: FORMS,
    columns: 'years',
  },
  {
    id: 'rodziny-wedlug-formy',
    section: '3',
    title: 'liczba rodzin korzystających ze świadczeń pieniężnych i niepieniężnych',
    meaning: rodziny('rodziny-wedlug-formy-swiadczen'),
    rows: FORMS,
    columns: 'years',
  },
  {
    id: 'typy-rodzin',
    section: '3',
    title: 'rodzaje świadczeń, z których korzystają poszczególne typy rodzin',
    meaning: rodziny('rodziny-wedlug-typu'),
    rows: [
      { label: 'jednoosobowe', breakdown: 'rodzina=jednoosobowa' },
      { label: 'wieloosobowe', breakdown: 'rodzina=wieloosobowa' },
    ],
    columns: BY_FORM,
  },
  {
    id: 'swiadczenia-wedlug-dzieci',
    section: '3',
    title: 'rodzaje świadczeń, z których korzystają poszczególne typy rodzin ze względu na liczbę dzieci',
    meaning: { indicator: 'swiadczenia-wedlug-liczby-dzieci', unit: 'swiadczenia' },
    rows: [
      children('bez dzieci', '0'), children('jedno dziecko', '1'), children('dwoje dzieci', '2'),
      children('troje dzieci', '3'), children('czworo i więcej dzieci', '4+'), children('inne', 'inne'),
    ], // prettier-ignore
    columns: BY_FORM,
  },
  {
    id: 'powody-pomocy',
    section: '3',
    title: 'powody udzielania pomocy rodzinom',
    ranking: true,
    meaning: rodziny('rodziny-wedlug-powodu'),
    rows: REASONS,
    columns: [{ label: 'liczba rodzin - ogółem' }],
  },
  {
    id: 'swiadczenia-wedlug-powodu',
    section: '3',
    title: 'główne powody przyznania świadczeń w roku',
    ranking: true,
    meaning: { indicator: 'swiadczenia-wedlug-powodu', unit: 'swiadczenia' },
    rows: MAIN_REASONS,
    columns: [OGOLEM, NIEPIENIEZNE, PIENIEZNE],
  },
  {
    id: 'rodziny-wedlug-powodu-i-wielkosci',
    section: '3',
    title: 'główne powody przyznawania pomocy dla rodzin jednoosobowych i wieloosobowych',
    ranking: true,
    meaning: rodziny('rodziny-wedlug-powodu-i-wielkosci'),
    rows: MAIN_REASONS,
    columns: [
      OGOLEM,
      { label: '1-osobowa', breakdown: 'osob=1' },
      { label: '2-osobowa', breakdown: 'osob=2' },
      { label: '3-osobowa', breakdown: 'osob=3' },
      { label: '4 i więcej osób', breakdown: 'osob=4+' },
    ],
  },
  {
    id: 'uslugi-opiekuncze',
    section: '3',
    title: 'liczba osób korzystających ze usług opiekuńczych',
    meaning: osoby('uslugi-opiekuncze-osoby'),
    rows: 'years',
    columns: persons,
  },
  {
    id: 'uslugi-specjalistyczne',
    section: '3',
    title: 'liczba osób korzystających ze specjalistycznych usług opiekuńczych',
    meaning: osoby('uslugi-specjalistyczne-osoby'),
    rows: 'years',
    columns: persons,
  },
  {
    id: 'uslugi-dla-osob-z-zaburzeniami',
    section: '3',
    title: 'liczba osób korzystających z usług specjalistycznych opiekuńczych dla osób z zaburzeniami psychicznymi',
    meaning: osoby('uslugi-dla-osob-z-zaburzeniami-osoby'),
    rows: 'years',
    columns: persons,
  },
  {
    id: 'poradnictwo',
    section: '3',
    title: 'liczba rodzin korzystających z poradnictwa specjalistycznego',
    meaning: rodziny('poradnictwo-rodziny'),
    rows: [{ label: 'poradnictwo specjalistyczne' }],
    columns: 'years',
  },
  {
    id: 'praca-socjalna',
    section: '3',
    title: 'wskaźnik pracy socjalnej - wskaźnik obliczany jako stosunek liczby rodzin objętych pracą socjalną',
    meaning: {},
    rows: [
      { label: 'wskaźnik pracy socjalnej', indicator: 'praca-socjalna', unit: '%' },
      { label: 'liczba rodzin, którym przyznano świadczenia', ...rodziny('rodziny-ze-swiadczeniem') },
      { label: 'praca socjalna ogółem', ...rodziny('rodziny-z-praca-socjalna') },
    ],
    columns: 'years',
  },
  {
    id: 'interwencja-kryzysowa',
    section: '3',
    title: 'liczba rodzin korzystających z interwencji kryzysowej',
    meaning: rodziny('interwencja-kryzysowa-rodziny'),
    rows: [{ label: 'interwencja kryzysowa' }],
    columns: 'years',
  },
  {
    id: 'kontrakt-socjalny',
    section: '3',
    title: 'wskaźnik obliczany jako udział osób objętych kontraktem socjalnym typu A i typu B w ogólnej liczbie osób nim objętych',
    until: 2019,
    meaning: {},
    rows: CONTRACT_PARTS,
    columns: 'years',
    within: CONTRACTS,
  },
  {
    id: 'kontrakt-socjalny',
    section: '3',
    title: 'wskaźnik obliczany jako udział osób objętych kontraktem socjalnym typu A i typu B w ogólnej liczbie osób nim objętych',
    since: 2020,
    meaning: {},
    groups: 'years',
    rows: CONTRACT_PARTS,
    columns: CONTRACTS,
  },
  {
    id: 'projekty-socjalne',
    section: '3',
    title: 'liczba projektów socjalnych w odniesieniu do liczby osób nimi objętych',
    meaning: {},
    rows: [
      { label: 'liczba osób objęta projektami socjalnymi', ...osoby('projekty-socjalne-osoby') },
      { label: 'liczba osób objęta kontraktami/projektami socjalnymi', ...osoby('projekty-socjalne-osoby') },
      { label: 'liczba projektów socjalnych', indicator: 'projekty-socjalne', unit: 'sztuki' },
      { label: 'liczba kontraktów/projektów socjalnych', indicator: 'projekty-socjalne', unit: 'sztuki' },
    ],
    columns: 'years',
  },
  {
    id: 'kwota-swiadczen-pienieznych',
    section: '3',
    title: 'świadczenia pieniężne z pomocy społecznej',
    meaning: { indicator: 'swiadczenia-pieniezne-kwota', unit: 'zl' },
    rows: 'years',
    columns: [{ label: 'kwota świadczeń pieniężnych' }],
  },
  {
    id: 'zasilki-okresowe-i-stale',
    section: '3',
    title: 'podstawowe statystyki dla świadczeń pieniężnych',
    meaning: { unit: 'swiadczenia' },
    groups: [...LEVELS, KRAJ],
    rows: [
      { label: 'razem - zasiłki okresowe - ogółem', indicator: 'zasilek-okresowy-swiadczenia' },
      { label: 'razem - zasiłki stałe - ogółem', indicator: 'zasilek-staly-swiadczenia' },
    ],
    columns: [{ label: 'liczba świadczeń' }],
  },
  {
    id: 'asystenci-rodziny',
    section: '3.1',
    title: 'liczba asystentów rodziny oraz liczba rodzin objętych pracą asystenta rodziny',
    meaning: {},
    rows: [
      { label: 'liczba asystentów rodziny w gminie', ...osoby('asystenci-rodziny') },
      { label: 'liczba rodzin, które korzystały z usług asystentów rodziny', ...rodziny('rodziny-z-asystentem') },
    ],
    columns: 'years',
  },
]; // prettier-ignore
