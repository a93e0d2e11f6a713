import { formatYears, computed, isKnown, locative, said, saidNumber, shortName } from '$lib/format';
import { hasValues, pointsOf, seriesOf, type Point, type Series, type TrendSpec } from '$lib/charts';
import { commonYear, indexed, rateFromMean } from '$lib/stats';
import { breaksOf, indicatorOf, originsOf, type Context, type Theme, type ThemeFigure } from './context';
import { againstYearBefore, courseOf, latestOf, addressOf, sentence } from './wording';

const RATE = 'deprywacja-lokalna';
const PERSONS = 'osoby-ze-swiadczeniem';
const SAYS =
  'Wskaźnik mierzy, ilu mieszkańcom przyznano świadczenie, a nie ilu żyje w ubóstwie; spadek może wynikać z niezmienionego kryterium dochodowego.';

/** Theme 1 of a gmina with an OZPS report. `null` where the report gives neither the rate nor the persons. */
export function deprywacja(context: Context): Theme | null {
  const rate = rateFigure(context);
  const index = indexFigure(context);
  const figures = [rate?.figure, index].filter((figure) => figure !== undefined && figure !== null);
  if (figures.length === 0) return null;
  return {
    id: 'deprywacja',
    title: 'Deprywacja',
    lead: 'Wskaźnik deprywacji lokalnej to udział osób, którym przyznano decyzją świadczenie z pomocy społecznej, w liczbie mieszkańców. Radzie pokazuje, jak szeroko sięga pomoc i jak zmienia się to w czasie.',
    figures,
    statements: [SAYS],
    absent: rate?.absent ?? [],
    ...(rate?.key ? { key: rate.key } : {}),
  };
}

function rateFigure(
  context: Context,
): { figure: ThemeFigure; key: NonNullable<Theme['key']>; absent: string[] } | null {
  const indicator = context.catalogue.indicators.get(RATE);
  const points = pointsOf(context.own, { indicator: RATE, kinds: ['reported', 'forecast'] });
  const now = latestOf(points);
  if (!indicator || !now) return null;
  const own = seriesOf(points, {
    key: 'gmina',
    name: context.unit.name,
    label: context.unit.name,
    role: 'gmina',
    kind: 'reported',
  });
  const powiat = powiatRate(context);
  const series = [own, ...(hasValues(powiat) ? [powiat] : [])];
  const breaks = breaksOf(context, RATE);
  const broken = breaks.filter((mark) => mark.effect === 'break').map((mark) => mark.year);
  const spec: TrendSpec = {
    type: 'trend',
    unit: indicator.unit,
    decimals: indicator.decimals,
    series,
    breaks,
    fromZero: true,
  };
  const course = courseOf(points, broken, indicator);
  const before = againstYearBefore(points, now, indicator);
  const value = said(now, indicator.unit, indicator.decimals);
  const persons = pointsOf(context.own, { indicator: PERSONS, kinds: ['reported'] }).find(
    (point) => point.year === now.year,
  );
  const count = isKnown(persons) ? `, czyli ${said(persons, 'osoby')}` : '';
  const years = points.filter((point) => point.value !== null).map((point) => point.year);
  const words = `mieszkańców miało przyznane decyzją świadczenie z pomocy społecznej (${now.year})${count}${before === '' ? '' : ` – ${before}`}.`;
  return {
    figure: {
      figure: {
        indicator: RATE,
        unit: context.unit.teryt,
        title: `${indicator.name} – ${context.unit.name}${course === '' ? '' : `: ${course}`}`,
        subtitle: `% mieszkańców, którym przyznano decyzją świadczenie z pomocy społecznej, ${formatYears(years)}`,
        spec,
        reading: `${sentence(context.unit.name)}: ${value} ${words}`,
        caveats: [
          ...(indicator.caveat ? [indicator.caveat] : []),
          ...(hasValues(powiat)
            ? [
                'Wskaźnik powiatu obliczono tutaj: średnia z gmin podana w raporcie razy liczba gmin, podzielone przez liczbę mieszkańców powiatu. Pionowy odcinek pokazuje przedział wynikający z zaokrąglenia średniej.',
              ]
            : []),
        ],
        origins: originsOf(context, series),
      },
      compare: { indicator: RATE },
    },
    key: { what: indicator.name, value, words, ...addressOf(now) },
    absent: hasValues(powiat)
      ? []
      : [
          `Wskaźnika dla powiatu nie policzono: raport podaje średnią liczbę osób z gmin powiatu, ale brak liczby mieszkańców powiatu na tej samej podstawie.`,
        ],
  };
}

/** Rate of the powiat: published as computed, else worked out from the printed mean and the powiat's population. */
function powiatRate(context: Context): Series {
  const rows = context.rowsOf.powiat;
  const published = pointsOf(rows, { indicator: RATE, kinds: ['area-computed'] });
  return seriesOf(published.length > 0 ? withInterval(context, published) : fromMeans(context), {
    key: 'powiat',
    name: `${shortName(context.powiat)} – obliczone ze średniej z gmin`,
    label: `${shortName(context.powiat)} (obliczony)`,
    role: 'powiat',
    kind: 'area-computed',
  });
}

function fromMeans(context: Context): Point[] {
  const rows = context.rowsOf.powiat;
  const population = new Map(
    pointsOf(rows, { indicator: 'ludnosc', kinds: ['reported', 'area-published', 'area-computed'] }).map(
      (point) => [point.year, point],
    ),
  );
  return pointsOf(rows, { indicator: PERSONS, kinds: ['plain-mean'] }).flatMap((mean): Point[] => {
    const inhabitants = population.get(mean.year);
    if (!isKnown(mean) || !isKnown(inhabitants)) return [];
    const rate = rateFromMean(mean.value, context.gminyInPowiat, inhabitants.value);
    return [
      {
        ...mean,
        ...computed(mean.value, mean, inhabitants),
        ...rate,
        formula: `${saidNumber(mean, 2)} × ${context.gminyInPowiat} gmin / ${said(inhabitants, 'osoby')}`,
      },
    ];
  });
}

/** Ends of the interval from the printed mean, where it is known: ± half a person for each gmina. */
function withInterval(context: Context, rates: Point[]): Point[] {
  const means = new Map(
    pointsOf(context.rowsOf.powiat, { indicator: PERSONS, kinds: ['plain-mean'] }).map((point) => [
      point.year,
      point.value,
    ]),
  );
  return rates.map((rate) => {
    const mean = means.get(rate.year);
    if (rate.value === null || typeof mean !== 'number' || mean === 0) return rate;
    const half = (rate.value * 0.5) / mean;
    return { ...rate, low: rate.value - half, high: rate.value + half };
  });
}

/** Raw counts of a gmina and a mean do not compare: their course from a common first year does. */
function indexFigure(context: Context): ThemeFigure | null {
  if (!context.catalogue.indicators.has(PERSONS)) return null;
  const indicator = indicatorOf(context, PERSONS);
  const counts = [
    {
      points: pointsOf(context.own, { indicator: PERSONS, kinds: ['reported'] }),
      role: 'gmina',
      kind: 'reported',
      name: context.unit.name,
      label: context.unit.name,
    },
    {
      points: pointsOf(context.rowsOf.powiat, { indicator: PERSONS, kinds: ['plain-mean'] }),
      role: 'powiat',
      kind: 'plain-mean',
      name: `${shortName(context.powiat)} – średnia z gmin, z raportu`,
      label: `${shortName(context.powiat)} (średnia z gmin)`,
    },
    {
      points: pointsOf(context.rowsOf.wojewodztwo, { indicator: PERSONS, kinds: ['plain-mean'] }),
      role: 'wojewodztwo',
      kind: 'plain-mean',
      name: `${shortName(context.wojewodztwo)} – średnia z gmin, z raportu`,
      label: `${shortName(context.wojewodztwo)} (średnia z gmin)`,
    },
  ] as const;
  const lastOwn = Math.max(
    ...counts[0].points.filter((point) => point.value !== null).map((point) => point.year),
  );
  const known = counts
    .map((one) => ({ ...one, points: one.points.filter((point) => point.year <= lastOwn) }))
    .filter(hasValues);
  const base = commonYear(known.map((one) => one.points));
  if (!known.some((one) => one.role === 'gmina') || known.length < 2 || base === undefined) return null;
  const series = known.map((one) =>
    seriesOf(
      indexed(
        one.points.filter((point) => point.year >= base),
        base,
      ).map((point, index) => {
        const count = one.points.filter((own) => own.year >= base)[index];
        return { ...point, ...(isKnown(count) ? { formula: said(count, 'osoby', 2) } : {}) };
      }),
      { key: one.role, name: one.name, label: one.label, role: one.role, kind: one.kind },
    ),
  );
  const [own] = series;
  const now = own && latestOf(own.points);
  if (!own || !now || now.year === base) return null;
  const others = series.slice(1).flatMap((one) => {
    const point = one.points.find((own) => own.year === now.year);
    return isKnown(point) ? [`${one.label}: ${said(point, 'liczba')}`] : [];
  });
  return {
    figure: {
      indicator: PERSONS,
      unit: context.unit.teryt,
      title: `${indicator.name}: przebieg od ${base} r. – gmina i średnie z gmin`,
      subtitle: `Wskaźnik, ${base} = 100; liczby osób w tabeli`,
      spec: {
        type: 'trend',
        unit: 'liczba',
        decimals: 0,
        series,
        breaks: breaksOf(context, PERSONS),
        fromZero: false,
      },
      reading: `Jeżeli ${base} rok przyjąć za 100, w ${now.year} r. ${context.unit.name}: ${said(now, 'liczba')}${others.length > 0 ? `; ${others.join('; ')}` : ''}.`,
      caveats: [
        'Liczby osób w gminie i średniej z gmin nie zestawia się wprost, dlatego wykres pokazuje przebieg względem pierwszego wspólnego roku.',
        `Średnia z gmin: każda gmina liczy się tak samo, także ta; wartości pochodzą z raportu. Dotyczy gmin ${locative(context.powiat)} i ${locative(context.wojewodztwo)}.`,
      ],
      origins: originsOf(context, series),
    },
  };
}
