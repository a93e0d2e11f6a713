import { comparePl } from '$lib/format';
import { catalogue, coverageOf, findings, publishedIndicators } from '$lib/server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const { units, sources, indicators } = catalogue();
  const gminaOf = (teryt: string) => ({
    teryt,
    name: units.name(teryt),
    powiat: units.fullName(teryt.slice(0, 4)),
    wojewodztwo: units.name(teryt.slice(0, 2)),
  });
  const reports = [...sources.values()]
    .filter((source) => source.type === 'ozps' && source.teryt.length === 6)
    .map((source) => ({ ...gminaOf(source.teryt), year: source.year }));
  const series = new Map<string, number>();
  const headline: { id: string; name: string; n: number }[] = [];
  for (const id of publishedIndicators()) {
    const indicator = indicators.get(id);
    if (!indicator?.headline) continue;
    const { areas } = await coverageOf(id);
    headline.push({ id, name: indicator.name, n: areas[indicator.level].size });
    if (indicator.origin !== 'obserwatorium') continue;
    const gminy = [...areas.gmina];
    for (const code of new Set(gminy.map((teryt) => teryt.slice(0, 2))))
      series.set(
        code,
        Math.max(series.get(code) ?? 0, gminy.filter((teryt) => teryt.startsWith(code)).length),
      );
  }
  return {
    reports,
    series: [...series].map(([teryt, n]) => ({ teryt, name: units.name(teryt), n })),
    headline: headline.sort((a, b) => comparePl(a.name, b.name)),
    wojewodztwa: units
      .all('wojewodztwo')
      .map(({ teryt, name }) => ({ teryt, name, n: units.gminyOf(teryt).length }))
      .sort((a, b) => comparePl(a.name, b.name)),
    counts: { gminy: units.all('gmina').length, findings: findings().length },
  };
};
