import { GMINA_TYPES } from '$lib/domain';
import { comparePl } from '$lib/format';
import { SIMILAR_AMOUNTS, weighingOf } from '$lib/query';
import { MOST_SIDE_BY_SIDE } from '$lib/state/limits';
import { catalogue, publishedIndicators, readIndicator } from '$lib/server';
import type { Measure } from './measure';
import type { PageServerLoad } from './$types';

const CONTEXT: ReadonlySet<string> = new Set(SIMILAR_AMOUNTS.map(({ indicator }) => indicator));

export const load: PageServerLoad = async () => {
  const { indicators, units, breaks } = catalogue();
  const published = new Set(publishedIndicators());
  const measures = [...published]
    .flatMap((id) => indicators.get(id) ?? [])
    .filter(({ id, headline, level }) => level === 'gmina' && (headline || CONTEXT.has(id)))
    .map((indicator): Measure => {
      const { id, name, definition, unit, decimals, origin, citiesApart, headline } = indicator;
      const weighing = weighingOf(indicator);
      return {
        id,
        name,
        definition,
        unit,
        decimals,
        origin,
        citiesApart,
        headline,
        short: indicator.short ?? name,
        caveat: indicator.caveat ?? '',
        breaks: breaks
          .filter((mark) => mark.indicator === id)
          .map(({ year, label, reason, effect }) => ({ year, label, reason, effect })),
        weighing: weighing && published.has(weighing.indicator) ? weighing : null,
      };
    })
    .sort((a, b) => comparePl(a.name, b.name));
  return {
    measures,
    types: { ...GMINA_TYPES },
    count: units.all('gmina').length,
    examples: await examples(measures),
    /** Gminy that exist in some years only: they do not count among those of their area in the others. */
    passing: units
      .all('gmina')
      .filter(({ since, until }) => since !== null || until !== null)
      .map(({ teryt, since, until }) => ({ teryt, since, until })),
  };
};

/** What there is to see, made of what there is: the gminy with reports, and a powiat with series. */
async function examples(measures: readonly Measure[]): Promise<{ gminy: string[]; words: string }[]> {
  const { sources, units } = catalogue();
  const reports = [
    ...new Set(
      [...sources.values()]
        .filter(({ type, teryt }) => type === 'ozps' && teryt.length === 6)
        .map(({ teryt }) => teryt),
    ),
  ].slice(0, MOST_SIDE_BY_SIDE);
  const series = measures.find(({ origin }) => origin === 'obserwatorium');
  const rows = series ? await readIndicator(series.id) : [];
  const powiat = rows.find(({ level, value }) => level === 'gmina' && value !== null)?.teryt.slice(0, 4);
  const gminy = powiat === undefined ? [] : units.gminyOf(powiat).slice(0, MOST_SIDE_BY_SIDE);
  return [
    ...(powiat === undefined ? [] : [{ gminy, words: `gminy: ${units.fullName(powiat)}` }]),
    ...(reports.length < 2
      ? []
      : [
          {
            gminy: reports,
            words: `gminy z raportem OZPS: ${reports.map((teryt) => units.name(teryt)).join(', ')}`,
          },
        ]),
  ];
}
