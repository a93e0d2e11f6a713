import { error } from '@sveltejs/kit';
import { base } from '$app/paths';
import type { BarsSpec, ChartSpec, FigureModel, SwarmSpec } from '$lib/charts';
import { KRAJ, isCityWithPowiatRights } from '$lib/domain';
import { aboutFigure } from '$lib/export/figure-about';
import { pointRows } from '$lib/export/point-rows';
import { FORMS, counted, formatYears, unitLabel } from '$lib/format';
import { catalogue, publishedIndicators, publishedVersion } from '$lib/server';
import { linksFor } from '$lib/state/links';
import { ofShard } from '../../../prerender';
import { shareResponse, shareTexts } from '../../../share-picture';
import { comparedOf, defaultViews } from '../default-views';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
  ofShard(publishedIndicators().filter((id) => catalogue().indicators.get(id)?.headline)).map((id) => ({
    id,
  }));

const links = linksFor(base);
const MOST_BARS = 8;

/** Where all areas stand in the last year, as a picture for links to the indicator. */
export const GET: RequestHandler = async ({ params }) => {
  const { indicators, sources } = catalogue();
  const indicator = indicators.get(params.id);
  const compared = indicator?.headline ? await comparedOf(indicator) : undefined;
  if (!indicator || !compared) error(404, 'Nie ma takiego wskaźnika');
  const { views } = await defaultViews(indicator, compared);
  const areas = counted(compared.areas.length, indicator.level === 'powiat' ? FORMS.powiat : FORMS.gmina);
  const who = `${areas}, ${formatYears(compared.years)}`;
  const each = indicator.level === 'powiat' ? 'każdy punkt to powiat' : 'każdy punkt to gmina';
  const shown = compared.rows.filter(({ year }) => year === compared.year);
  const figure: FigureModel<ChartSpec> = {
    indicator: indicator.id,
    unit: KRAJ,
    title: indicator.name,
    subtitle: [unitLabel(indicator.unit), `${compared.year} r.`, ...(views.swarm ? [each] : [])].join(', '),
    spec: views.swarm ?? barsOf(views.table),
    reading: views.reading,
    caveats: [
      ...(views.swarm ? [views.reading, ...marksOf(views.swarm)] : []),
      withoutNames(views.counts),
      ...(indicator.caveat === undefined ? [] : [indicator.caveat]),
    ],
    origins: [...new Set(shown.map(({ source }) => source))].map((source) => ({
      text: sources.get(source)?.title ?? source,
      source,
      anchor: '',
    })),
  };
  const about = aboutFigure(figure, figure.spec, pointRows(views.table, links.source), {
    catalogue: { indicators: [...indicators.values()], sources: [...sources.values()] },
    version: publishedVersion(),
    page: links.indicator(indicator.id),
    made: '',
    addressOf: links.source,
  });
  const doubtful = views.table.units.filter(({ state }) => state === 'doubtful').length;
  return shareResponse(figure.spec, {
    ...shareTexts(about, figure.spec, who),
    doubts:
      doubtful === 0
        ? []
        : [`Wartości niepewne: ${doubtful} (${views.swarm ? 'puste czerwone kółka' : 'znak zapytania'})`],
  });
};

/** How many areas are known, without the names of those that are not. */
const withoutNames = (counts: string): string => counts.replace(/ Brak: .*$/s, '');

/** What the marks of a distribution mean, where they are in it. */
const marksOf = ({ units }: SwarmSpec): string[] =>
  units.some(({ state }) => state === 'apart')
    ? ['Puste kółka u góry: miasta na prawach powiatu, poza kolejnością']
    : [];

/** Areas too few for a distribution, highest first. */
const barsOf = ({ unit, decimals, year, units }: SwarmSpec): BarsSpec => ({
  type: 'bars',
  unit,
  decimals,
  year,
  most: MOST_BARS,
  columns: { label: 'obszar', value: unitLabel(unit) },
  bars: units.map(({ teryt, name, value, state }) => ({
    label: isCityWithPowiatRights(teryt) ? `${name} (miasto na prawach powiatu)` : name,
    value,
    state: state === 'doubtful' ? 'doubtful' : 'ok',
  })),
});
