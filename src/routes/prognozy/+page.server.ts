import { group } from 'd3';
import { comparePl } from '$lib/format';
import { forecastSummary, type ForecastSummary } from '$lib/query';
import { catalogue } from '$lib/server';
import { gminaParts } from '../gmina/[teryt]/gathered';
import type { PageServerLoad } from './$types';
import type { JudgedForecast } from './judged';

/** Gminy listed; the others are counted. */
const MOST = 200;

interface Line extends ForecastSummary {
  key: string;
  name: string;
  powiat: string;
  year: number;
}

/** What forecasts are worth, by report and by section of the form. Reports whose outcome is known stand first, the nearest forecasts before all. */
export const load: PageServerLoad = async () => {
  const { units, sources, names, formRows } = catalogue();
  const gminy = new Set([...sources.values()].flatMap(({ teryt }) => (teryt.length === 6 ? teryt : [])));
  const sectionOf = new Map(formRows.map(({ section }) => [section.replace('.', '-'), section]));
  const bySection = new Map<string, JudgedForecast[]>();
  const lines: Line[] = [];
  for (const teryt of gminy) {
    const own = await gminaParts.judged(teryt);
    for (const outcome of own) {
      const section = sectionOf.get(outcome.section) ?? outcome.section;
      const others = bySection.get(section);
      if (others) others.push(outcome);
      else bySection.set(section, [outcome]);
    }
    for (const [year, outcomes] of group(own, ({ year }) => year))
      lines.push({
        key: teryt,
        name: units.name(teryt),
        powiat: units.fullName(teryt.slice(0, 4)),
        year,
        ...forecastSummary(outcomes),
      });
  }
  return {
    lines: lines
      .sort(
        (a, b) =>
          Number(b.compared > 0) - Number(a.compared > 0) ||
          (a.medianError ?? Infinity) - (b.medianError ?? Infinity) ||
          comparePl(a.name, b.name) ||
          b.year - a.year,
      )
      .slice(0, MOST),
    count: lines.length,
    compared: lines.filter((line) => line.compared > 0).length,
    sections: [...bySection]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([section, outcomes]) => ({ name: names.section(section), ...forecastSummary(outcomes) })),
  };
};
