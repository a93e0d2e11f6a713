import {
  agree,
  FORMS,
  formatNumber,
  formatPercent,
  formatYears,
  isKnown,
  markOf,
  pluralForm,
  said,
  saidNumber,
  saidOf,
  type Forms,
} from '$lib/format';
import {
  hasValues,
  pointOf,
  pointsOf,
  seriesOf,
  type ChartSpec,
  type PanelSpec,
  type Point,
} from '$lib/charts';
import { STATUTORY, statutoryCondition } from '$lib/stats';
import {
  breaksOf,
  indicatorOf,
  originsOf,
  type Context,
  type Theme,
  type ThemeFigure,
  type Verdict,
} from './context';
import { againstYearBefore, latestOf, addressOf } from './wording';

const INHABITANTS = 'mieszkancy-na-pracownika-socjalnego';
const FAMILIES = 'rodziny-na-pracownika-socjalnego';
const WORKERS = 'pracownicy-socjalni';
/** `przy 11 pracownikach` */
const AT_WORKERS = ['pracowniku', 'pracownikach', 'pracownikach', 'pracownika'] as const;
const CAPTION =
  'Wystarczy spełnić jeden z dwóch progów: 2 000 mieszkańców albo 50 rodzin na pracownika, przy co najmniej 3 pracownikach';

/** Theme 3: both limits in one figure, for either is enough; without families no limit and no verdict. */
export function kadra(context: Context): Theme | null {
  if (!context.catalogue.indicators.has(INHABITANTS)) return null;
  const inhabitants = pointsOf(context.own, { indicator: INHABITANTS, kinds: ['reported', 'area-computed'] });
  const families = pointsOf(context.own, { indicator: FAMILIES, kinds: ['reported', 'area-computed'] });
  const workers = pointsOf(context.own, { indicator: WORKERS, kinds: ['reported'] });
  const now = latestOf(inhabitants);
  if (!now) return null;
  const known = hasValues({ points: families });
  const verdicts = known ? verdictsOf(context, { inhabitants, families, workers }) : [];
  const count = workers.find((point) => point.year === now.year);
  const before = againstYearBefore(inhabitants, now, { unit: 'liczba', decimals: 1 });
  const last = verdicts.find((verdict) => verdict.year === now.year);
  return {
    id: 'kadra',
    title: 'Pracownicy socjalni',
    lead: 'Ilu mieszkańców i ile rodzin objętych pracą socjalną przypada na jednego pracownika socjalnego. Ustawa o pomocy społecznej (art. 110 ust. 11 i 12) wyznacza dwa progi i wystarczy spełnić jeden z nich.',
    figures: [
      known
        ? bothPanels(context, inhabitants, families, workers, verdicts)
        : onePanel(context, inhabitants, workers),
    ],
    statements: known
      ? [
          'Ustawa liczy pełne etaty, a raport podaje liczbę osób, dlatego obliczony wynik może różnić się od oceny według etatów.',
          ...(isKnown(count) && count.value <= 5
            ? [
                `Liczby są małe: przy obecnej liczbie (${saidOf(count, FORMS.pracownik)}) zatrudnienie jednej osoby więcej zmniejsza wskaźnik o ${formatPercent(100 / (count.value + 1), 0)}${markOf(count)}.`,
              ]
            : []),
        ]
      : [
          'Nie wiadomo, ile rodzin objęto pracą socjalną, dlatego nie podano progu ani wyniku: ustawa dopuszcza dwa progi.',
        ],
    verdicts,
    absent: [],
    key: {
      what: 'Mieszkańcy na pracownika socjalnego',
      value: saidNumber(last?.disagrees ? { ...now, state: 'doubtful' } : now, 1),
      words: [
        `${pluralForm(now.value, FORMS.mieszkaniec)} ${agree(now.value, ['przypadał', 'przypadało', 'przypadało'])} na jednego pracownika socjalnego (${now.year})`,
        isKnown(count) ? `, przy ${saidOf(count, AT_WORKERS)}` : '',
        before === '' ? '' : ` – ${before}`,
        '.',
      ].join(''),
      ...addressOf(now),
      ...(last?.disagrees ? { mark: last.text } : {}),
    },
  };
}

function panel(
  context: Context,
  id: string,
  points: Point[],
  title: string,
  limit: number | null,
): PanelSpec {
  const indicator = indicatorOf(context, id);
  return {
    type: 'trend',
    title,
    unit: indicator.unit,
    decimals: indicator.decimals,
    fromZero: true,
    breaks: breaksOf(context, id),
    series: [
      seriesOf(points, {
        key: id,
        name: indicator.name,
        label: context.unit.name,
        role: 'gmina',
        kind: 'reported',
      }),
    ],
    ...(limit === null ? {} : { threshold: { value: limit, label: `próg ${formatNumber(limit)}` } }),
  };
}

function workerNotes(workers: readonly Point[]): { year: number; text: string }[] {
  return workers.flatMap(({ year, value, state }) =>
    value === null ? [] : [{ year, text: `${formatNumber(value)} prac.${state === 'doubtful' ? '?' : ''}` }],
  );
}

function workersColumn(workers: readonly Point[]) {
  return {
    head: 'Pracownicy socjalni (osoby)',
    cells: workers.map((point) => ({
      year: point.year,
      text: isKnown(point) ? saidNumber(point) : 'brak',
      ...(point.doubt ? { note: point.doubt } : {}),
      ...(point.source ? { source: point.source, anchor: point.anchor ?? '' } : {}),
    })),
  };
}

function bothPanels(
  context: Context,
  inhabitants: Point[],
  families: Point[],
  workers: Point[],
  verdicts: readonly Verdict[],
): ThemeFigure {
  const panels: [PanelSpec, PanelSpec] = [
    {
      ...panel(context, INHABITANTS, inhabitants, 'Mieszkańcy na pracownika', STATUTORY.inhabitants),
      pointNotes: workerNotes(workers),
    },
    panel(context, FAMILIES, families, 'Rodziny objęte pracą socjalną na pracownika', STATUTORY.families),
  ];
  const spec: ChartSpec = {
    type: 'pair',
    panels,
    columns: [
      workersColumn(workers),
      {
        head: 'Warunek ustawowy (obliczony)',
        cells: verdicts.map(({ year, short, disagrees }) => ({
          year,
          text: disagrees ? `${short} – raport podaje inaczej` : short,
        })),
      },
    ],
  };
  const last = verdicts.at(-1);
  const years = inhabitants.filter((point) => point.value !== null).map((point) => point.year);
  return {
    figure: {
      indicator: INHABITANTS,
      unit: context.unit.teryt,
      title: `Mieszkańcy i rodziny na pracownika socjalnego – ${context.unit.name}`,
      subtitle: `${CAPTION}. Liczba pracowników przy punktach; ${formatYears(years)}`,
      spec,
      reading: last ? `${last.year}: ${last.text}` : `Wartości z lat ${formatYears(years)}.`,
      caveats: [...new Set([INHABITANTS, FAMILIES].flatMap((id) => indicatorOf(context, id).caveat ?? []))],
      origins: originsOf(context, [{ points: inhabitants }, { points: families }, { points: workers }]),
    },
  };
}

function onePanel(context: Context, inhabitants: Point[], workers: Point[]): ThemeFigure {
  const { title, ...spec } = panel(
    context,
    INHABITANTS,
    inhabitants,
    'Mieszkańcy na pracownika socjalnego',
    null,
  );
  const now = latestOf(inhabitants);
  return {
    figure: {
      indicator: INHABITANTS,
      unit: context.unit.teryt,
      title: `${title} – ${context.unit.name}`,
      subtitle: 'Liczba mieszkańców na jednego pracownika; liczba pracowników przy punktach',
      spec: { ...spec, pointNotes: workerNotes(workers) },
      reading: now
        ? `${context.unit.name}: ${saidOf(now, FORMS.mieszkaniec, 1)} na pracownika w ${now.year} r.`
        : '',
      caveats: [indicatorOf(context, INHABITANTS).caveat ?? ''].filter((text) => text !== ''),
      origins: originsOf(context, [{ points: inhabitants }, { points: workers }]),
    },
  };
}

interface Rates {
  inhabitants: readonly Point[];
  families: readonly Point[];
  workers: readonly Point[];
}

/** The verdict worked out from the printed numbers beside the one printed, year by year. */
function verdictsOf(context: Context, { inhabitants, families, workers }: Rates): Verdict[] {
  const printedRows = context.own.filter(
    (row) => row.indicator === 'warunek-ustawowy' && row.preferred && row.kind === 'reported',
  );
  const years = [
    ...new Set([...workers.map((point) => point.year), ...printedRows.map((row) => row.year)]),
  ].sort((a, b) => a - b);
  return years.flatMap((year): Verdict[] => {
    const at = (points: readonly Point[]) => points.find((point) => point.year === year);
    const [people, homes, count] = [at(inhabitants), at(families), at(workers)];
    const own = statutoryCondition({
      inhabitantsPerWorker: people?.value ?? null,
      familiesPerWorker: homes?.value ?? null,
      workers: count?.value ?? null,
    });
    const row = printedRows.find((one) => one.year === year);
    const printed = row ? pointOf(row) : undefined;
    const says = printed && isKnown(printed) ? `Raport podaje: ${said(printed, 'tak-nie')}.` : '';
    if (own === null)
      return says === ''
        ? []
        : [
            {
              year,
              short: 'nie da się obliczyć',
              text: `Wyniku nie da się obliczyć, bo nie odczytano wszystkich liczb. ${says}`,
              disagrees: false,
            },
          ];
    const disagrees = typeof printed?.value === 'number' && (printed.value === 1) !== own;
    const parts = [
      rateWords(people, FORMS.mieszkaniec),
      rateWords(homes, FORMS.rodzina),
      isKnown(count) ? saidOf(count, FORMS.pracownik) : '',
    ].filter((part) => part !== '');
    return [
      {
        year,
        short: own ? 'spełniony' : 'niespełniony',
        text: [
          `Według obliczenia warunek ${own ? 'jest spełniony' : 'nie jest spełniony'}: ${parts.join(', ')}.`,
          says,
          disagrees ? 'Obliczenie i raport się różnią.' : '',
          [people, homes, count].some((point) => point?.state === 'doubtful')
            ? 'Jedna z liczb jest niepewna.'
            : '',
        ]
          .filter((part) => part !== '')
          .join(' '),
        disagrees,
      },
    ];
  });
}

/** `1 999,5 mieszkańca na pracownika (21 995 / 11)` */
function rateWords(point: Point | undefined, forms: Forms): string {
  if (!isKnown(point)) return '';
  return `${saidOf(point, forms, 1)} na pracownika${point.formula ? ` (${point.formula})` : ''}`;
}
