import { group } from 'd3';
import { isCityWithPowiatRights, type Indicator } from '$lib/domain';
import type { ValueRow } from '$lib/extract';
import {
  formatNumber,
  formatPlace,
  formatYears,
  genitive,
  locative,
  said,
  shortName,
  unitLabel,
} from '$lib/format';
import { hasValues, pointOf, pointsOf, seriesOf, type Band, type Series, type TrendSpec } from '$lib/charts';
import { differenceOf, parentValues, weighingOf } from '$lib/query';
import { placeOf, quartiles } from '$lib/stats';
import { asMarked, coverageText, differenceWords, PARENT_NAMES } from '../../parent-words';
import { breaksOf, indicatorOf, originsOf, type Context, type Theme } from './context';
import { againstYearBefore, compact, courseOf, latestOf, addressOf } from './wording';

/** Values of every unit of the województwo in one indicator: what a band and a place are computed from. */
export type Distribution = (indicator: string) => readonly ValueRow[];

/** Themes of the observatory: neutral names, its own indicators, never those of the OZPS. */
const THEMES = [
  {
    id: 'korzystajacy',
    title: 'Korzystający z pomocy społecznej',
    lead: 'Ile osób żyje w rodzinach, które otrzymały jakiekolwiek świadczenie pomocy społecznej. Pokazuje zasięg pomocy, a nie skalę ubóstwa: o przyznaniu decyduje między innymi kryterium dochodowe, które zmienia się co kilka lat.',
    indicators: ['obs-korzystajacy'],
    words: 'mieszkańców żyło w rodzinach, które otrzymały świadczenie pomocy społecznej',
  },
  {
    id: 'bezrobocie',
    title: 'Bezrobocie',
    lead: 'Stopa bezrobocia jest znana tylko dla powiatu. Dla gminy źródło podaje, jaką część osób objętych pomocą społeczną stanowią te, którym pomaga się z powodu bezrobocia.',
    indicators: ['obs-stopa-bezrobocia', 'obs-powod-bezrobocie'],
    words: 'osób objętych pomocą to osoby, którym pomaga się z powodu bezrobocia',
  },
  {
    id: 'kadra',
    title: 'Kadra',
    lead: 'Ilu mieszkańców przypada na jednego pracownika socjalnego zatrudnionego w ośrodku pomocy społecznej.',
    indicators: ['obs-mieszkancy-na-pracownika'],
    words: 'mieszkańców przypadało na jednego pracownika socjalnego ośrodka',
  },
  {
    id: 'wydatki',
    title: 'Wydatki',
    lead: 'Wydatki budżetu gminy w działach 852 (pomoc społeczna) i 853 (pozostałe zadania w zakresie polityki społecznej), w przeliczeniu na mieszkańca. Nie obejmują działu 855 (rodzina).',
    indicators: ['obs-wydatki-852-853-na-mieszkanca'],
    words: 'na mieszkańca wydano w działach 852 i 853',
  },
] as const;

/** The four neutral themes of a gmina whose series the observatory publishes; those without a value are left out. */
export function observatoryThemes(context: Context, distribution: Distribution): Theme[] {
  return THEMES.map(({ id, title, lead, indicators, words }): Theme => {
    const parts = indicators
      .filter((indicator) => context.catalogue.indicators.has(indicator))
      .map((indicator) => figureOf(context, indicatorOf(context, indicator), distribution, words))
      .filter((part) => part !== null);
    const key = parts.at(-1)?.key; // the gmina's own indicator stands last
    return {
      id,
      title,
      lead,
      figures: parts.map((part) => part.figure),
      statements: [],
      absent: [],
      ...(key ? { key } : {}),
    };
  }).filter((theme) => theme.figures.length > 0);
}

interface Part {
  figure: Theme['figures'][number];
  key: NonNullable<Theme['key']>;
}

function figureOf(
  context: Context,
  indicator: Indicator,
  distribution: Distribution,
  phrase: string,
): Part | null {
  const own =
    indicator.level === 'powiat' ? powiatSeries(context, indicator) : gminaSeries(context, indicator);
  const [main] = own;
  const now = main && latestOf(main.points);
  if (!main || !now) return null;
  const { unit, decimals, id } = indicator;
  const breaks = breaksOf(context, id);
  const units = peersOf(distribution, indicator, context);
  const band = bandOf(units, indicator, context);
  const spec: TrendSpec = {
    type: 'trend',
    unit,
    decimals,
    series: own,
    breaks,
    fromZero: true,
    ...(band ? { band } : {}),
  };
  const years = main.points.filter((point) => point.value !== null).map((point) => point.year);
  const area = indicator.level === 'powiat' ? `${locative(context.powiat)}` : context.unit.name;
  const course = courseOf(
    main.points,
    // A title claims no course across a change of source either, although the line goes on.
    breaks.map((mark) => mark.year),
    indicator,
  );
  const place = placeIn(units, indicator, context, now);
  const before = againstYearBefore(main.points, now, indicator);
  const median = band?.points.find((point) => point.year === now.year);
  const against = median
    ? `Mediana ${indicator.level === 'powiat' ? 'powiatów' : 'gmin'} ${genitive(context.wojewodztwo)} w ${now.year} r.: ${said({ value: median.median, state: 'ok' }, unit, decimals)} (połowa ma mniej, połowa więcej), n = ${formatNumber(median.n)}.`
    : '';
  return {
    figure: {
      figure: {
        indicator: id,
        unit: context.unit.teryt,
        title: `${indicator.short ?? indicator.name} – ${area}${course === '' ? '' : `: ${course}`}`,
        subtitle: `${indicator.name}, ${unitLabel(unit)}, ${formatYears(years)}`,
        spec,
        reading: [
          `${main.label}: ${said(now, unit, decimals)} w ${now.year} r.${before === '' ? '' : ` – ${before}`}.`,
          aboveOf(context, indicator, distribution, now.year),
          against,
          place,
        ]
          .filter((part) => part !== '')
          .join(' '),
        caveats: [indicator.definition, ...(indicator.caveat ? [indicator.caveat] : [])],
        origins: originsOf(context, own),
      },
      ...(indicator.level === 'gmina' && !isCityWithPowiatRights(context.unit.teryt)
        ? { compare: { indicator: id } }
        : {}),
    },
    key: {
      what: indicator.short ?? indicator.name,
      value: compact(now, indicator),
      words: `${phrase} (${now.year})${before === '' ? '' : ` – ${before}`}. ${place}`.trim(),
      ...addressOf(now),
    },
  };
}

/** What the powiat's value is made of, each kind under its name. Nothing for a city, which is its own powiat. */
function aboveOf(
  { catalogue, powiat, unit }: Context,
  indicator: Indicator,
  distribution: Distribution,
  year: number,
): string {
  if (indicator.level !== 'gmina' || isCityWithPowiatRights(unit.teryt)) return '';
  const by = weighingOf(indicator);
  const values = parentValues(distribution(indicator.id), {
    area: powiat.teryt,
    year,
    gminy: catalogue.units.gminyIn(powiat.teryt, year),
    citiesApart: indicator.citiesApart,
    weighing: by && { by: by.by, rows: distribution(by.indicator) },
  });
  if (values.length === 0) return '';
  const words = values.map((value) => {
    const coverage = coverageText(value);
    return `${PARENT_NAMES[value.kind]}: ${said(asMarked(value), indicator.unit, indicator.decimals)}${coverage === '' ? '' : ` (${coverage})`}`;
  });
  const difference = differenceOf(values);
  const why = difference
    ? ` ${differenceWords(difference.share, by?.by === 'denominator' ? by.indicator : null)}`
    : '';
  return `${shortName(powiat)}, ${year} – ${words.join('; ')}.${why}`.replace(/^p/, 'P');
}

function gminaSeries(context: Context, { id }: Indicator): Series[] {
  const city = isCityWithPowiatRights(context.unit.teryt);
  const own = seriesOf(pointsOf(context.own, { indicator: id, kinds: ['reported', 'area-published'] }), {
    key: 'gmina',
    name: context.unit.name,
    label: context.unit.name,
    role: 'gmina',
    kind: 'reported',
  });
  const powiat = seriesOf(pointsOf(context.rowsOf.powiat, { indicator: id, kinds: ['area-published'] }), {
    key: 'powiat',
    name: `${shortName(context.powiat)} – wartość dla całego powiatu, podana przez źródło`,
    label: shortName(context.powiat),
    role: 'powiat',
    kind: 'area-published',
  });
  return [own, ...(city ? [] : [powiat])].filter(hasValues);
}

function powiatSeries(context: Context, { id }: Indicator): Series[] {
  const powiat = seriesOf(pointsOf(context.rowsOf.powiat, { indicator: id, kinds: ['area-published'] }), {
    key: 'powiat',
    name: shortName(context.powiat),
    label: shortName(context.powiat),
    role: 'powiat',
    kind: 'area-published',
  });
  return [powiat].filter(hasValues);
}

interface Peers {
  rows: ValueRow[];
  points: Band['points'];
}

/** The same for every gmina of a województwo, so worked out once. */
const known = new Map<string, Peers>();

/** Rows that count in a distribution: sure values, and no cities with powiat rights among gminy. */
function peersOf(distribution: Distribution, indicator: Indicator, { wojewodztwo }: Context): Peers {
  const key = `${indicator.id}|${wojewodztwo.teryt}`;
  const found = known.get(key);
  if (found) return found;
  const rows = distribution(indicator.id).filter(
    (row) =>
      row.level === indicator.level &&
      row.teryt.startsWith(wojewodztwo.teryt) &&
      row.breakdown === '' &&
      row.preferred &&
      pointOf(row).state === 'ok' &&
      (indicator.level === 'powiat' || !isCityWithPowiatRights(row.teryt)),
  );
  const peers = { rows, points: bandPoints(rows) };
  known.set(key, peers);
  return peers;
}

function bandOf({ points }: Peers, indicator: Indicator, context: Context): Band | undefined {
  if (points.length === 0 || isApart(indicator, context)) return undefined;
  const powiaty = indicator.level === 'powiat';
  return {
    of: powiaty ? 'powiat' : 'gmina',
    name: `${powiaty ? 'powiaty' : 'gminy'} ${genitive(context.wojewodztwo)}`,
    label: powiaty ? 'mediana powiatów województwa' : 'mediana gmin województwa',
    points,
  };
}

/** A city with powiat rights has tasks that gminy have not: it is neither ranked with them nor held against their median. */
const isApart = (indicator: Indicator, { unit }: Context): boolean =>
  indicator.level === 'gmina' && isCityWithPowiatRights(unit.teryt);

function bandPoints(rows: readonly ValueRow[]): Band['points'] {
  const byYear = group(rows, (row) => row.year);
  return [...byYear]
    .sort(([a], [b]) => a - b)
    .flatMap(([year, own]) => {
      const found = quartiles(own.flatMap((row) => (row.value === null ? [] : [row.value])));
      return found && found.n >= 5 ? [{ year, ...found }] : [];
    });
}

/** `Miejsce 45 ze 179 gmin (od najwyższej wartości).`; nothing for a city kept apart or a doubtful value. */
function placeIn(
  { rows }: Peers,
  indicator: Indicator,
  context: Context,
  now: { year: number; value: number; state: string },
): string {
  const what = indicator.level === 'powiat' ? 'powiatów' : 'gmin';
  if (isApart(indicator, context)) return 'Miast na prawach powiatu nie zestawia się tu z gminami.';
  if (now.state !== 'ok') return `Miejsca wśród ${what} nie podano, bo wartość jest niepewna.`;
  const values = rows
    .filter((row) => row.year === now.year)
    .flatMap((row) => (row.value === null ? [] : [row.value]));
  if (values.length < 5) return '';
  const { n, ...found } = placeOf(now.value, values);
  return `${found.place === found.until ? 'Miejsce' : 'Miejsca'} ${formatPlace(found)} spośród ${formatNumber(n)} ${what} ${genitive(context.wojewodztwo)} (od najwyższej wartości).`;
}
