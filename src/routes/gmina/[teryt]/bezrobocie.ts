import {
  computed,
  formatYears,
  isKnown,
  locative,
  said,
  saidNumber,
  shortName,
  type UnitName,
} from '$lib/format';
import {
  barOf,
  hasValues,
  pointOf,
  pointsOf,
  seriesOf,
  type Bar,
  type FigureSpec,
  type Series,
} from '$lib/charts';
import type { ValueRow } from '$lib/extract';
import { amongFigure } from './bezrobocie-beneficjentow';
import { breaksOf, indicatorOf, originsOf, type Context, type Theme, type ThemeFigure } from './context';
import { againstYearBefore, latestOf, addressOf } from './wording';

const RATE = 'stopa-bezrobocia';
const UNEMPLOYED = 'bezrobotni';
const PUBLISHED = ['area-published', 'reported'] as const;
const LEVELS = ['powiat', 'wojewodztwo', 'kraj'] as const;

/** Theme 2: the powiat's unemployment under the powiat's name, and unemployment among the gmina's beneficiaries. */
export function bezrobocie(context: Context): Theme | null {
  const rate = rateFigure(context);
  const among = amongFigure(context);
  const figures = [rate?.figure, sharesFigure(context), among?.figure].filter(
    (figure) => figure !== undefined && figure !== null,
  );
  if (figures.length === 0) return null;
  const key = rate?.key ?? among?.key;
  return {
    id: 'bezrobocie',
    title: 'Bezrobocie',
    lead: `Stopy bezrobocia nie podaje się dla pojedynczych gmin: wartości ${locative(context.powiat)} dotyczą całego powiatu. Dla gminy raport podaje, jaką część osób w rodzinach objętych pomocą stanowią te, którym pomaga się z powodu bezrobocia.`,
    figures,
    statements: [],
    absent: rate ? [] : [`Stopy bezrobocia ${locative(context.powiat)} nie odczytano z raportu.`],
    ...(key ? { key } : {}),
  };
}

const areaOf = (context: Context, level: (typeof LEVELS)[number]) => context[level];

function rateFigure(context: Context): { figure: ThemeFigure; key?: NonNullable<Theme['key']> } | null {
  const indicator = context.catalogue.indicators.get(RATE);
  if (!indicator) return null;
  const series = LEVELS.map((level) =>
    seriesOf(pointsOf(context.rowsOf[level], { indicator: RATE, kinds: PUBLISHED }), {
      key: level,
      name: shortName(areaOf(context, level)),
      label: shortName(areaOf(context, level)),
      role: level,
      kind: 'area-published',
    }),
  ).filter(hasValues);
  const [main] = series;
  const now = main && latestOf(main.points);
  // The values of the województwo and the country say nothing here without the powiat's own.
  if (main?.role !== 'powiat' || !now) return null;
  const { unit, decimals } = indicator;
  const values = series.flatMap((one) => {
    const point = one.points.find((own) => own.year === now.year);
    return isKnown(point) ? [`${one.label}: ${said(point, unit, decimals)}`] : [];
  });
  const years = new Set(
    series.flatMap((one) => one.points.filter((point) => point.value !== null).map((point) => point.year)),
  );
  const where = locative(context.powiat);
  const before = againstYearBefore(main.points, now, indicator);
  const spec: FigureSpec =
    years.size > 1
      ? {
          type: 'trend',
          unit: indicator.unit,
          decimals: indicator.decimals,
          series,
          breaks: breaksOf(context, RATE),
          fromZero: true,
        }
      : singleYear(series, indicator.unit, indicator.decimals, now.year);
  return {
    figure: {
      figure: {
        indicator: RATE,
        unit: context.unit.teryt,
        title: `Stopa bezrobocia ${where}, w województwie i w kraju`,
        subtitle: `% osób aktywnych zawodowo, stan na 31 grudnia, ${formatYears(years)}`,
        spec,
        reading: `Stopa bezrobocia w ${now.year} r. – ${values.join('; ')}.`,
        caveats: [
          `Wartość dotyczy całego powiatu; dla gminy ${context.unit.name} stopa bezrobocia nie jest znana.`,
          ...(indicator.caveat ? [indicator.caveat] : []),
        ],
        origins: originsOf(context, series),
      },
    },
    ...(main.role === 'powiat'
      ? {
          key: {
            what: 'Stopa bezrobocia (powiat)',
            value: said(now, unit, decimals),
            words: `wynosiła stopa bezrobocia ${where} (${now.year})${before === '' ? '' : ` – ${before}`}${values
              .slice(1)
              .map((value) => `; ${value}`)
              .join('')}.`,
            ...addressOf(now),
          },
        }
      : {}),
  };
}

function singleYear(series: Series[], unit: UnitName, decimals: number, year: number): FigureSpec {
  const bars = series.flatMap((one): Bar[] => {
    const point = one.points.find((own) => own.year === year);
    return point ? [{ ...barOf(point), label: one.label, role: one.role, kind: one.kind }] : [];
  });
  return { type: 'bars', unit, decimals, year, bars, columns: { label: 'Obszar', value: `${year} r.` } };
}

const SHARES = [
  { words: 'Kobiety', breakdown: 'plec=kobieta', parts: null },
  {
    words: 'Bezrobotni długotrwale',
    breakdown: 'status=dlugotrwale',
    parts: ['plec=kobieta;status=dlugotrwale', 'plec=mezczyzna;status=dlugotrwale'],
  },
  {
    words: 'Z prawem do zasiłku',
    breakdown: 'status=z-prawem-do-zasilku',
    parts: ['plec=kobieta;status=z-prawem-do-zasilku', 'plec=mezczyzna;status=z-prawem-do-zasilku'],
  },
] as const;

/** Shares among the unemployed of each area in the latest year: counts of areas of different size do not compare. */
function sharesFigure(context: Context): ThemeFigure | null {
  if (!context.catalogue.indicators.has(UNEMPLOYED)) return null;
  const rows = (level: (typeof LEVELS)[number]): ValueRow[] =>
    context.rowsOf[level].filter(
      (row) =>
        row.indicator === UNEMPLOYED && row.preferred && (PUBLISHED as readonly string[]).includes(row.kind),
    );
  const year = Math.max(
    ...rows('powiat')
      .filter((row) => row.value !== null)
      .map((row) => row.year),
  );
  if (!Number.isFinite(year)) return null;
  const bars = SHARES.flatMap(({ words, breakdown, parts }) =>
    LEVELS.flatMap((level): Bar[] => {
      const of = (wanted: string) => rows(level).find((row) => row.year === year && row.breakdown === wanted);
      const all = countOf(of, '', ['plec=kobieta', 'plec=mezczyzna']);
      const part = countOf(of, breakdown, parts);
      if (!all || all.value === 0) return [];
      const label = `${words} – ${shortName(areaOf(context, level))}`;
      if (!part) {
        // A number that stands in the report and could not be read is told, not left out.
        const gap = [breakdown, ...(parts ?? [])].map(of).find((row) => row?.value === null);
        return gap?.missing
          ? [{ label, value: null, state: 'missing', missing: gap.missing, role: level }]
          : [];
      }
      return [
        {
          ...part.mark,
          label,
          ...computed((part.value / all.value) * 100, part.mark, all.mark),
          role: level,
          formula: `${saidNumber(part.mark)} z ${saidNumber(all.mark)} osób`,
        },
      ];
    }),
  );
  if (bars.length === 0) return null;
  const longTerm = bars.find(
    (bar) => bar.role === 'powiat' && bar.label.startsWith('Bezrobotni długotrwale'),
  );
  const women = bars.find((bar) => bar.role === 'powiat' && bar.label.startsWith('Kobiety'));
  const total = countOf(
    (wanted) => rows('powiat').find((row) => row.year === year && row.breakdown === wanted),
    '',
    ['plec=kobieta', 'plec=mezczyzna'],
  );
  const indicator = indicatorOf(context, UNEMPLOYED);
  const where = locative(context.powiat);
  return {
    figure: {
      indicator: UNEMPLOYED,
      unit: context.unit.teryt,
      title: `Bezrobotni ${where} (${year}): udział kobiet, długotrwale bezrobotnych i uprawnionych do zasiłku`,
      subtitle: `% bezrobotnych zarejestrowanych w danym obszarze, ${year}`,
      spec: {
        type: 'bars',
        unit: '%',
        decimals: 1,
        year,
        bars,
        columns: { label: 'Grupa i obszar', value: 'Udział wśród bezrobotnych' },
      },
      reading: [
        total
          ? `Na koniec ${year} r. ${where} zarejestrowanych było ${said(total.mark, 'osoby')} bez pracy`
          : `Bezrobotni ${where}`,
        isKnown(women) ? `kobiety stanowiły ${said(women, '%', 1)}` : '',
        isKnown(longTerm) ? `bezrobotni długotrwale ${said(longTerm, '%', 1)}` : '',
      ]
        .filter((part) => part !== '')
        .join('; ')
        .concat('.'),
      caveats: [
        'Wartości dla województwa i Polski to sumy, a nie średnie; porównuje się tylko udziały.',
        ...(indicator.caveat ? [indicator.caveat] : []),
      ],
      origins: originsOf(context, [
        {
          points: rows('powiat')
            .filter((row) => row.year === year)
            .map(pointOf),
        },
      ]),
    },
  };
}

interface Count {
  value: number;
  /** The count as a bar: with its state and its place. */
  mark: Omit<Bar, 'label'> & { value: number };
}

/** A count as printed, else the sum of its printed parts. */
function countOf(
  of: (breakdown: string) => ValueRow | undefined,
  breakdown: string,
  parts: readonly string[] | null,
): Count | null {
  const whole = of(breakdown);
  const rows = whole && whole.value !== null ? [whole] : (parts ?? []).map(of);
  const points = rows.map((row) => row && pointOf(row));
  let value = 0;
  for (const point of points) {
    if (!point || point.value === null) return null;
    value += point.value;
  }
  const [first] = points;
  if (!first) return null;
  const doubtful = points.find((point) => point?.state === 'doubtful');
  return { value, mark: { ...barOf(doubtful ?? first), value } };
}
