import { hasValues, pointOf, pointsOf, seriesOf, type Point } from '$lib/charts';
import { agree, FORMS, formatYears, isKnown, said, saidNumber, saidOf } from '$lib/format';
import { isForecast } from '$lib/stats';
import { originsOf, type Context, type Theme, type ThemeFigure } from './context';
import { latestOf } from './wording';

const CHAPTER = 'wydatki-rozdzial';
/** Chapters of help where people live, and of care in an institution. */
const CARE = 'rozdzial=85228';
const SUPPORT = 'rozdzial=85203';
const ADVICE = 'rozdzial=85220';
const HOMES = 'rozdzial=85202';
/** Yearly cost of day homes: a fact of section 5, which does not say in which chapter it is booked. */
const DAY_HOMES = 'dzienne-domy-pomocy-koszt';
const NO_COST = 'Nie odczytano kosztu dziennych domów pomocy, więc suma może być za mała.';

/** Deinstitutionalisation: help where people live beside care in homes, for whoever monitors a local plan (LPDI). */
export function uslugi(context: Context): Theme | null {
  const figure = spendingFigure(context);
  if (!figure) return null;
  return {
    id: 'uslugi',
    title: 'Usługi w środowisku i w instytucjach',
    lead: 'Czy gmina wspiera ludzi tam, gdzie mieszkają, czy w domach pomocy społecznej. To podstawowe pytanie lokalnego planu deinstytucjonalizacji usług społecznych (LPDI).',
    figures: [figure],
    statements: personsSentence(context),
    absent: [],
  };
}

/** Values by year as the report prints them, repeated forecasts too: a sum needs every part of its year. */
function printed({ own }: Context, indicator: string, breakdown = ''): Map<number, Point> {
  const rows = own.filter(
    (row) => row.indicator === indicator && row.breakdown === breakdown && row.preferred,
  );
  const of = (forecast: boolean) => rows.filter(({ kind }) => (kind === 'forecast') === forecast);
  return new Map([...of(true), ...of(false)].map((row) => [row.year, pointOf(row)]));
}

/**
 * Money for help where people live: care services (specialist ones are in the same chapter), centres of support and the
 * chapter of advice, assisted flats and crisis intervention; with the cost of day homes where the chapter of centres of
 * support is smaller than it, for then it cannot hold it. A year without one of the chapters has no sum.
 */
function communityOf(context: Context): Point[] {
  const [care, support, advice, homes] = [
    printed(context, CHAPTER, CARE),
    printed(context, CHAPTER, SUPPORT),
    printed(context, CHAPTER, ADVICE),
    printed(context, DAY_HOMES),
  ];
  return sums([...care.keys()], (year) => {
    const [a, b, c] = [care.get(year), support.get(year), advice.get(year)];
    const home = homes.get(year);
    if (!isKnown(b)) return [a, b, c];
    if (isKnown(home)) return [a, home.value > b.value ? home : b, c];
    return [a, home === undefined ? b : { ...b, state: 'doubtful', doubt: NO_COST }, c];
  });
}

/** Sums by year; a forecast that repeats the year before it, or is the mean of two, says nothing and is left out. */
function sums(years: readonly number[], partsOf: (year: number) => (Point | undefined)[]): Point[] {
  const made = new Map<number, Point & { value: number }>();
  for (const year of years.toSorted((a, b) => a - b)) {
    const parts = partsOf(year);
    const known = parts.filter(isKnown);
    const [first] = known;
    if (!first || known.length < parts.length) continue;
    const forecast = known.some((part) => part.forecast);
    const doubt = known.find((part) => part.state === 'doubtful')?.doubt;
    made.set(year, {
      ...first,
      year,
      value: known.reduce((sum, part) => sum + part.value, 0),
      state: doubt ? 'doubtful' : forecast ? 'forecast' : 'ok',
      ...(forecast ? { forecast: true as const } : {}),
      ...(doubt ? { doubt } : {}),
      ...(known.length > 1 ? { formula: known.map((part) => saidNumber(part)).join(' + ') } : {}),
    });
  }
  const valueAt = (year: number) => made.get(year)?.value ?? null;
  return [...made.values()].filter(
    ({ year, value, forecast }) => !forecast || isForecast(valueAt(year - 2), valueAt(year - 1), value),
  );
}

function spendingFigure(context: Context): ThemeFigure | null {
  const community = seriesOf(communityOf(context), {
    key: 'srodowisko',
    name: 'Usługi w środowisku (rozdziały 85228, 85203, 85220 i dzienne domy pomocy)',
    label: 'w środowisku',
    role: 'gmina',
    kind: 'reported',
  });
  const homes = printed(context, CHAPTER, HOMES);
  const institution = seriesOf(
    sums([...homes.keys()], (year) => [homes.get(year)]),
    {
      key: 'dps',
      name: 'Domy pomocy społecznej (rozdział 85202)',
      label: 'domy pomocy społecznej',
      role: 'gmina',
      kind: 'reported',
    },
  );
  if (!hasValues(community) || !hasValues(institution)) return null;
  const [now, stay] = [latestOf(community.points), latestOf(institution.points)];
  const years = [...community.points, ...institution.points].map((point) => point.year);
  return {
    figure: {
      indicator: CHAPTER,
      unit: context.unit.teryt,
      title: `Wydatki na usługi w środowisku i na domy pomocy społecznej – ${context.unit.name}`,
      subtitle: `zł w cenach bieżących, ${formatYears(years)}`,
      spec: { type: 'columns', unit: 'zl', decimals: 0, main: community, beside: institution },
      reading:
        now && stay && now.year === stay.year
          ? `W ${now.year} r. na usługi w środowisku wydano ${said(now, 'zl')}, a na pobyt w domach pomocy społecznej ${said(stay, 'zl')}.`
          : `Wartości z lat ${formatYears(years)}.`,
      caveats: [
        'Usługi w środowisku to usługi opiekuńcze, także specjalistyczne (rozdział 85228), ośrodki wsparcia (85203) oraz poradnictwo, mieszkania chronione i interwencja kryzysowa (85220).',
        'Koszt dziennych domów pomocy (część 5 raportu) liczy się zamiast rozdziału 85203, gdy jest od niego większy: rozdział nie może go wtedy obejmować. W którym rozdziale jest zapisany, OZPS nie podaje.',
        'Kwoty obejmują zadania własne i zlecone; OZPS nie podaje źródeł.',
      ],
      origins: originsOf(context, [community, institution]),
    },
  };
}

/** Who was helped where they live, and who in a home, of one year. Services that nobody used are not named. */
function personsSentence(context: Context): string[] {
  const latest = (indicator: string) => latestOf(pointsOf(context.own, { indicator, kinds: ['reported'] }));
  const placed = latest('odplatnosc-za-dps-osoby');
  const care = latest('uslugi-opiekuncze-osoby');
  if (!care || placed?.year !== care.year) return [];
  const others = [
    { of: latest('uslugi-specjalistyczne-osoby'), from: 'ze specjalistycznych usług opiekuńczych' },
    { of: latest('dzienne-domy-pomocy-korzystajacy'), from: 'z dziennego domu pomocy' },
  ].flatMap(({ of, from }) =>
    of?.year === care.year && of.value !== 0 ? [`${from} ${saidOf(of, FORMS.osoba)}`] : [],
  );
  return [
    `W ${care.year} r. z usług opiekuńczych ${agree(care.value, ['korzystała', 'korzystały', 'korzystało'])} ${saidOf(care, FORMS.osoba)}${others.map((one) => `, ${one}`).join('')}, a za pobyt w domu pomocy społecznej gmina płaciła za ${saidOf(placed, FORMS.osobe)}.`,
  ];
}
