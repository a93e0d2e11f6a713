import { computed, formatYears, isKnown, said, saidChange, saidMillions, saidShare } from '$lib/format';
import {
  barOf,
  hasValues,
  pointOf,
  pointsOf,
  seriesOf,
  type Bar,
  type ColumnsSpec,
  type Point,
} from '$lib/charts';
import { breaksOf, indicatorOf, originsOf, type Context, type Theme, type ThemeFigure } from './context';
import { againstYearBefore, latestOf, addressOf } from './wording';

const TOTAL = 'wydatki-ogolem';
const COMPARABLE = 'wydatki-porownywalne';
const OPS = 'wydatki-ops-ogolem';
const KINDS = ['reported', 'forecast', 'area-computed'] as const;
const MOST = 10;
const WHOSE =
  'Kwoty obejmują zadania własne i zlecone, w dużej części finansowane z budżetu państwa; OZPS nie podaje źródeł.';
const WITHOUT =
  'Wydatki porównywalne nie obejmują świadczenia wychowawczego (85501) oraz rozdziałów 85395 i 85295, przez które w latach 2022–2024 przechodziły dodatki energetyczne (dla 85295: wywnioskowane). Obok stoi suma wydrukowana w raporcie.';

/** Theme 4: spending of działy 851–855, comparable over years, beside the total as printed. */
export function wydatki(context: Context): Theme | null {
  if (![TOTAL, COMPARABLE].every((id) => context.catalogue.indicators.has(id))) return null;
  const comparable = pointsOf(context.own, { indicator: COMPARABLE, kinds: KINDS });
  const total = pointsOf(context.own, { indicator: TOTAL, kinds: KINDS });
  const now = latestOf(comparable) ?? latestOf(total);
  if (!now) return null;
  const figures = [
    totalsFigure(context, comparable, total),
    dzialyFigure(context, now.year),
    chaptersFigure(context, now.year),
    perHeadFigure(context),
  ].filter((figure) => figure !== null);
  const ops = opsSentence(context, now.year);
  const headline = comparable.some((point) => point.year === now.year && point.value !== null);
  const before = againstYearBefore(headline ? comparable : total, now, { unit: 'zl', decimals: 0 });
  const printed = total.find((point) => point.year === now.year);
  return {
    id: 'wydatki',
    title: 'Wydatki',
    lead: 'Wydatki gminy w działach 851–855 klasyfikacji budżetowej, które raport zestawia jako politykę społeczną: ochrona zdrowia (część), pomoc społeczna, pozostałe zadania, edukacyjna opieka wychowawcza i rodzina.',
    figures,
    statements: [WHOSE, ...(headline ? [WITHOUT] : []), ...(ops === '' ? [] : [ops])],
    absent: [],
    key: {
      what: headline ? 'Wydatki porównywalne, działy 851–855' : 'Wydatki, działy 851–855',
      value: saidMillions(now),
      words: `${headline ? 'bez 500+ i dodatków energetycznych' : 'jak w raporcie'} (${now.year})${before === '' ? '' : ` – ${before}`}.${headline && isKnown(printed) ? ` Suma w raporcie: ${said(printed, 'zl')}.` : ''}`,
      ...addressOf(now),
    },
  };
}

function totalsFigure(context: Context, comparable: Point[], total: Point[]): ThemeFigure | null {
  const main = seriesOf(comparable, {
    key: COMPARABLE,
    name: 'Wydatki porównywalne (bez 85501, 85395 i 85295)',
    label: 'porównywalne (bez 85501, 85395 i 85295)',
    role: 'gmina',
    kind: 'reported',
  });
  const beside = seriesOf(total, {
    key: TOTAL,
    name: 'Suma w raporcie, działy 851–855',
    label: 'suma w raporcie, działy 851–855',
    role: 'gmina',
    kind: 'reported',
  });
  const drawn = hasValues(main) ? { main, ...(hasValues(beside) ? { beside } : {}) } : { main: beside };
  const breaks = [...breaksOf(context, COMPARABLE), ...breaksOf(context, TOTAL)];
  const years = [...comparable, ...total].filter((point) => point.value !== null).map((point) => point.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return {
    figure: {
      indicator: hasValues(main) ? COMPARABLE : TOTAL,
      unit: context.unit.teryt,
      title: `Wydatki w działach 851–855 – ${context.unit.name}`,
      subtitle: `zł w cenach bieżących, ${formatYears(years)}`,
      spec: { type: 'columns', unit: 'zl', decimals: 0, ...drawn },
      reading: [changeSentence('Wydatki porównywalne', comparable), changeSentence('suma w raporcie', total)]
        .filter((part) => part !== '')
        .join('; ')
        .concat('.'),
      caveats: [
        ...new Set(
          breaks
            .filter((mark) => mark.year >= first && mark.year <= last + 1)
            .map((mark) => `${mark.year} – ${mark.label}: ${mark.reason}`),
        ),
        'Prognozę pokazano tylko wtedy, gdy różni się od wartości roku oceny i od średniej dwóch ostatnich lat.',
      ],
      origins: originsOf(context, [main, beside]),
    },
  };
}

function changeSentence(name: string, points: readonly Point[]): string {
  const now = latestOf(points);
  const before = points.find((point) => point.year === (now?.year ?? 0) - 1);
  const change = now && isKnown(before) ? saidChange(before, now) : null;
  if (!now || !isKnown(before) || change === null) return '';
  return `${name}: ${said(before, 'zl')} w ${now.year - 1} r. i ${said(now, 'zl')} w ${now.year} r. (${change})`;
}

const DZIALY: Record<string, string> = {
  '851': 'Ochrona zdrowia',
  '852': 'Pomoc społeczna',
  '853': 'Pozostałe zadania w zakresie polityki społecznej',
  '854': 'Edukacyjna opieka wychowawcza',
  '855': 'Rodzina',
};

function breakdownBars(
  context: Context,
  indicator: string,
  key: string,
  year: number,
  nameOf: (code: string) => string,
): Bar[] {
  return context.own
    .filter(
      (row) =>
        row.indicator === indicator &&
        row.year === year &&
        row.preferred &&
        row.kind !== 'forecast' &&
        row.breakdown.startsWith(`${key}=`) &&
        !row.breakdown.includes(';'),
    )
    .map((row) => {
      return { ...barOf(pointOf(row)), label: nameOf(row.breakdown.slice(key.length + 1)) };
    })
    .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1));
}

function dzialyFigure(context: Context, year: number): ThemeFigure | null {
  if (!context.catalogue.indicators.has('wydatki-dzial')) return null;
  const bars = breakdownBars(context, 'wydatki-dzial', 'dzial', year, (code) =>
    `${code} ${DZIALY[code] ?? ''}`.trim(),
  );
  const known = bars.filter(isKnown);
  if (known.length === 0) return null;
  const sum = computed(
    known.reduce((all, bar) => all + bar.value, 0),
    ...known,
  );
  const [largest] = known;
  return {
    figure: {
      indicator: 'wydatki-dzial',
      unit: context.unit.teryt,
      title: `Wydatki według działów, ${year}`,
      subtitle: 'zł; pełne kwoty z raportu, ze świadczeniem wychowawczym',
      spec: {
        type: 'bars',
        unit: 'zl',
        decimals: 0,
        year,
        bars,
        columns: { label: 'Dział', value: `Wydatki, ${year} r.` },
      },
      reading: largest
        ? `Najwięcej wydano w dziale ${largest.label}: ${said(largest, 'zl')}, czyli ${saidShare(largest, sum)} wydatków w działach, które podano.`
        : '',
      caveats: [],
      origins: originsOf(context, [
        {
          points: context.own
            .filter((row) => row.indicator === 'wydatki-dzial' && row.year === year && row.preferred)
            .map(pointOf),
        },
      ]),
    },
  };
}

function chaptersFigure(context: Context, year: number): ThemeFigure | null {
  if (!context.catalogue.indicators.has('wydatki-rozdzial')) return null;
  const { chapters } = context.catalogue;
  const nameOf = (key: string) => {
    const chapter = chapters.get(key);
    const code = (year >= 2022 ? chapter?.code_2023 : chapter?.code_2019) ?? '';
    return `${code === '' ? key : code} ${chapter?.name ?? ''}`.trim();
  };
  const parts = new Map(
    breakdownBars(context, 'wydatki-ops-rozdzial', 'rozdzial', year, nameOf).map((bar) => [
      bar.label,
      bar.value,
    ]),
  );
  const bars = breakdownBars(context, 'wydatki-rozdzial', 'rozdzial', year, nameOf)
    .filter((bar) => bar.value !== 0)
    .map((bar) => ({ ...bar, ...(parts.has(bar.label) ? { part: parts.get(bar.label) ?? null } : {}) }));
  const [largest] = bars;
  if (!isKnown(largest)) return null;
  return {
    figure: {
      indicator: 'wydatki-rozdzial',
      unit: context.unit.teryt,
      title: `Wydatki według rozdziałów, ${year}`,
      subtitle: `zł, od największych; ciemna część słupka: w budżecie ośrodka pomocy społecznej`,
      spec: {
        type: 'bars',
        unit: 'zl',
        decimals: 0,
        year,
        bars,
        most: MOST,
        columns: { label: 'Rozdział', value: `Wydatki, ${year} r.`, part: 'W tym w budżecie OPS' },
      },
      reading: `Największa pozycja: ${largest.label} – ${said(largest, 'zl')}.`,
      caveats: ['Rozdziały z kwotą zero pominięto.'],
      origins: originsOf(context, [
        {
          points: context.own
            .filter(
              (row) =>
                row.indicator === 'wydatki-rozdzial' &&
                row.year === year &&
                row.preferred &&
                row.kind !== 'forecast',
            )
            .map(pointOf),
        },
      ]),
    },
  };
}

function perHeadFigure(context: Context): ThemeFigure | null {
  const ids = ['wydatki-porownywalne-na-mieszkanca', 'wydatki-na-mieszkanca'] as const;
  const [main, beside] = ids.map((id, index) =>
    seriesOf(
      context.catalogue.indicators.has(id)
        ? pointsOf(context.own, { indicator: id, kinds: ['reported', 'area-computed'] })
        : [],
      {
        key: id,
        name: index === 0 ? 'Wydatki porównywalne na mieszkańca' : 'Suma w raporcie na mieszkańca',
        label: index === 0 ? 'porównywalne' : 'suma w raporcie',
        role: 'gmina',
        kind: 'reported',
      },
    ),
  );
  if (!main || !hasValues(main)) return null;
  const now = latestOf(main.points);
  if (!now) return null;
  const spec: ColumnsSpec = {
    type: 'columns',
    unit: 'zl-na-mieszkanca',
    decimals: 0,
    main,
    ...(beside && hasValues(beside) ? { beside } : {}),
  };
  const before = againstYearBefore(main.points, now, { unit: 'zl-na-mieszkanca', decimals: 0 });
  return {
    figure: {
      indicator: ids[0],
      unit: context.unit.teryt,
      title: `Wydatki w działach 851–855 na mieszkańca – ${context.unit.name}`,
      subtitle: `zł na mieszkańca, ${formatYears(main.points.filter((point) => point.value !== null).map((point) => point.year))}`,
      spec,
      reading: `Wydatki porównywalne: ${said(now, 'zl-na-mieszkanca')} w ${now.year} r.${before === '' ? '' : ` – ${before}`}.`,
      caveats: [indicatorOf(context, ids[0]).caveat ?? ''].filter((text) => text !== ''),
      origins: originsOf(context, [main, ...(beside ? [beside] : [])]),
    },
  };
}

function opsSentence(context: Context, year: number): string {
  const of = (indicator: string) =>
    pointsOf(context.own, { indicator, kinds: ['reported'] }).find((point) => point.year === year);
  const [ops, total] = [of(OPS), of(TOTAL)];
  if (!isKnown(ops) || !isKnown(total) || total.value === 0) return '';
  return `W budżecie ośrodka pomocy społecznej znalazło się ${said(ops, 'zl')} (${saidShare(ops, total)} sumy z ${year} r.).`;
}
