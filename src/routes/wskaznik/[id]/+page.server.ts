import { error } from '@sveltejs/kit';
import { base } from '$app/paths';
import { GMINA_TYPES, type Indicator } from '$lib/domain';
import { FORMS, comparePl, counted, formatYears, unitLabel } from '$lib/format';
import { prepare } from '$lib/charts/renderer';
import { boundaryParts, catalogue, publishedIndicators, readIndicator } from '$lib/server';
import { linksFor } from '$lib/state/links';
import { datasetLd, machineLinks, SOURCES_NAMED } from '../../dataset-ld';
import { ofShard } from '../../prerender';
import { saidOf } from './all-views';
import { comparedOf, countsOf, defaultViews, isPerPerson, lifetimes, type Compared } from './default-views';
import { PEOPLE, rowsShown } from './shown';
import { trendFigure } from './trend-figure';
import type { EntryGenerator, PageServerLoad } from './$types';

const links = linksFor(base);
const absolute = linksFor(`${__SITE_URL__}${base}`);

export const entries: EntryGenerator = () =>
  ofShard(publishedIndicators().filter((id) => catalogue().indicators.get(id)?.headline)).map((id) => ({
    id,
  }));

const bare = (name: string): string => name.replace(/^(powiat|województwo) /, '');

export const load: PageServerLoad = async ({ params, locals }) => {
  const { indicators, units, breaks, sources } = catalogue();
  const indicator = indicators.get(params.id);
  if (!indicator?.headline) error(404, 'Nie ma takiego wskaźnika');
  const compared = await comparedOf(indicator);
  if (!compared) error(404, 'Nie ma wartości tego wskaźnika');
  const { rows, years, areas, covered } = compared;
  const named = (codes: Iterable<string>) =>
    [...new Set(codes)]
      .map((teryt) => ({ teryt, name: units.fullName(teryt) }))
      // In the order of what a list shows: a city has no „powiat” before its name.
      .sort((a, b) => comparePl(bare(a.name), bare(b.name)));
  const based = [...new Set(rows.map(({ source }) => source))].flatMap((id) => sources.get(id) ?? []);
  locals.dataset = datasetLd({
    name: indicator.name,
    description: `${indicator.definition} ${indicator.caveat ?? ''}`.trim(),
    page: absolute.indicator(indicator.id),
    years,
    measured: [indicator.name],
    place: covered.map((teryt) => units.fullName(teryt)).join(', '),
    sources: based,
    files: machineLinks('wskaznik', indicator.id),
  });
  const shown = await shownFirst(indicator, compared);
  locals.share = {
    title: `${indicator.name} – Gminoskop`,
    description: `${shown.views.counts} ${shown.views.reading}`,
    page: links.indicator(indicator.id),
    picture: `${links.indicator(indicator.id)}obraz.png`,
    alt: `${indicator.name}, ${compared.year} r. ${shown.views.reading}`,
  };
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
    sources: based.slice(0, SOURCES_NAMED).map(({ id, title, publisher }) => ({ id, title, publisher })),
    /** Sources that are not named here, in words; empty where all are. */
    moreSources: based.length > SOURCES_NAMED ? counted(based.length - SOURCES_NAMED, FORMS.source) : '',
    who: `${counted(areas.length, indicator.level === 'powiat' ? FORMS.powiat : FORMS.gmina)}, ${formatYears(years)}`,
    wojewodztwa: named(areas.map((teryt) => teryt.slice(0, 2))),
    powiaty: indicator.level === 'gmina' ? named(areas.map((teryt) => teryt.slice(0, 4))) : [],
    types: { ...GMINA_TYPES },
    others: othersOf(indicator),
    years,
    year: compared.year,
    ...shown,
    trend: trendFigure(rows, indicator),
  };
};

/** The views as a reader first sees them. What charts are drawn of stays here: only words and the table travel. */
async function shownFirst(indicator: Indicator, compared: Compared) {
  const { materials, choice, views } = await defaultViews(indicator, compared);
  const { answer, swarm, map, strips, ground, counts, reading, caveats } = views;
  for (const [view, spec] of Object.entries({ swarm, map, strips }))
    if (spec) prepare(`${indicator.id}/${view}`, spec);
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
