import { error } from '@sveltejs/kit';
import { base } from '$app/paths';
import { GMINA_TYPES, type Indicator } from '$lib/domain';
import { FORMS, comparePl, counted, formatYears, unitLabel } from '$lib/format';
import { byYear } from '$lib/query';
import { boundaryParts, catalogue, publishedIndicators, readIndicator } from '$lib/server';
import { linksFor } from '$lib/state/links';
import { datasetLd, machineLinks } from '../../dataset-ld';
import { ofShard } from '../../prerender';
import { comparable } from '../../ranking';
import { saidOf } from './all-views';
import {
  countsOf,
  coveredBy,
  isPerPerson,
  lifetimes,
  materialsOf,
  prepareCharts,
  standardChoice,
  standardViews,
} from './materials';
import { PEOPLE, rowsShown } from './shown';
import { trendFigure } from './trend-figure';
import type { EntryGenerator, PageServerLoad } from './$types';

const absolute = linksFor(`${__SITE_URL__}${base}`);

export const entries: EntryGenerator = () =>
  ofShard(publishedIndicators().filter((id) => catalogue().indicators.get(id)?.headline)).map((id) => ({
    id,
  }));

export const load: PageServerLoad = async ({ params, locals }) => {
  const { indicators, units, breaks, sources } = catalogue();
  const indicator = indicators.get(params.id);
  if (!indicator?.headline) error(404, 'Nie ma takiego wskaźnika');
  const rows = comparable(await readIndicator(indicator.id), indicator);
  const years = [...byYear(rows).keys()];
  const last = years.at(-1);
  if (last === undefined) error(404, 'Nie ma wartości tego wskaźnika');
  const areas = [...new Set(rows.map((row) => row.teryt))];
  const covered = coveredBy(areas);
  const named = (codes: Iterable<string>) =>
    [...new Set(codes)]
      .map((teryt) => ({ teryt, name: units.fullName(teryt) }))
      .sort((a, b) => comparePl(a.name, b.name));
  locals.dataset = datasetLd({
    name: indicator.name,
    description: `${indicator.definition} ${indicator.caveat ?? ''}`.trim(),
    page: absolute.indicator(indicator.id),
    years,
    measured: [indicator.name],
    place: covered.map((teryt) => units.fullName(teryt)).join(', '),
    sources: [...new Set(rows.map(({ source }) => source))].flatMap((id) => sources.get(id) ?? []),
    files: machineLinks('wskaznik', indicator.id),
  });
  return {
    indicator: {
      id: indicator.id,
      name: indicator.name,
      definition: indicator.definition,
      caveat: indicator.caveat ?? '',
      unit: indicator.unit,
      unitLabel: unitLabel(indicator.unit),
      decimals: indicator.decimals,
      level: indicator.level,
      citiesApart: indicator.citiesApart,
      theme: indicator.theme,
      ...(indicator.reference ? { reference: indicator.reference } : {}),
    },
    perPerson: isPerPerson(indicator),
    peopleYear: await peopleYear(),
    boundaries: boundaryParts(),
    counts: (await countsOf(indicator)).map(({ role, name, unit, values }) => ({
      role,
      name,
      unit,
      id: values[0]?.indicator ?? '',
    })),
    breaks: breaks
      .filter((mark) => mark.indicator === indicator.id)
      .map(({ year, label, reason, effect }) => ({ year, label, reason, effect })),
    covered,
    lifetimes: lifetimes(),
    sources: [...new Set(rows.map((row) => row.source))]
      .flatMap((id) => sources.get(id) ?? [])
      .map(({ id, title, publisher }) => ({ id, title, publisher })),
    who: `${counted(areas.length, indicator.level === 'powiat' ? FORMS.powiat : FORMS.gmina)}, ${formatYears(years)}`,
    wojewodztwa: named(areas.map((teryt) => teryt.slice(0, 2))),
    powiaty: indicator.level === 'gmina' ? named(areas.map((teryt) => teryt.slice(0, 4))) : [],
    types: { ...GMINA_TYPES },
    others: othersOf(indicator),
    years,
    year: last,
    ...(await defaultViews(indicator, last, covered)),
    trend: trendFigure(rows, indicator),
  };
};

/** The views as a reader first sees them. What charts are drawn of stays here: only words and the table travel. */
async function defaultViews(indicator: Indicator, year: number, covered: readonly string[]) {
  const materials = await materialsOf(indicator, covered);
  const choice = standardChoice(year);
  const views = standardViews(materials, choice);
  prepareCharts(indicator.id, views);
  const { answer, swarm, map, strips, ground, counts, reading, caveats } = views;
  return {
    ranking: answer.rows.slice(0, rowsShown(answer.rows.length)),
    count: answer.rows.length,
    views: {
      ground,
      counts,
      reading,
      caveats,
      swarm: swarm !== null,
      map: map !== null,
      strips: strips !== null,
      said: saidOf(materials, choice, answer),
    },
  };
}

/** Year of the population that the filter asks about; `null` where none is published. */
async function peopleYear(): Promise<number | null> {
  const years = (await readIndicator(PEOPLE)).map(({ year }) => year);
  return years.length === 0 ? null : Math.max(...years);
}

/** Other indicators known of the same areas, by name. */
function othersOf({ id, level }: Indicator): { id: string; name: string; unit: string }[] {
  return publishedIndicators()
    .flatMap((other) => catalogue().indicators.get(other) ?? [])
    .filter((other) => other.headline && other.level === level && other.id !== id)
    .map((other) => ({ id: other.id, name: other.name, unit: unitLabel(other.unit) }))
    .sort((a, b) => comparePl(a.name, b.name));
}
