import { prepare } from '$lib/charts/renderer';
import type { Indicator } from '$lib/domain';
import { partName } from '$lib/geo/part-name';
import {
  boundariesOf,
  boundaryParts,
  catalogue,
  powiatTiles,
  publishedIndicators,
  readIndicator,
} from '$lib/server';
import { mapScope, viewsOf, type Choice, type Materials, type Views } from './all-views';
import { boundaryGeometry } from './boundaries';
import { COUNT_ROLES, countFinder, type Count } from './counts';

/** Województwa that some areas lie in, sorted. */
export const coveredBy = (areas: readonly string[]): string[] =>
  [...new Set(areas.map((teryt) => teryt.slice(0, 2)))].sort();

/** Every area in one year, as a reader first sees it. */
export const standardChoice = (year: number): Choice => ({
  year,
  since: null,
  within: null,
  type: null,
  people: null,
  only: null,
  chosen: [],
  classing: 'kwantyle',
});

/** What the views of an indicator are made of, while prerendering. */
export async function materialsOf(indicator: Indicator, covered: readonly string[]): Promise<Materials> {
  const { units, breaks } = catalogue();
  return {
    measure: indicator,
    values: await readIndicator(indicator.id),
    units: units.all('gmina').map(({ teryt, name }) => ({
      teryt,
      name,
      type: units.typeOf(teryt) ?? 0,
      powiat: units.name(teryt.slice(0, 4)),
    })),
    lifetimes: lifetimes(),
    covered,
    wojewodztwa: covered.map((teryt) => ({ teryt, name: units.fullName(teryt) })),
    breaks: breaks.filter((mark) => mark.indicator === indicator.id),
    perPerson: isPerPerson(indicator),
    countsOf: countFinder(await countsOf(indicator)),
    peopleOf: () => undefined,
    tiles: powiatTiles(),
  };
}

/** The views of a choice, on boundaries where an operator has brought them. */
export function standardViews(materials: Materials, choice: Choice): Views {
  const scope = mapScope(materials, choice);
  const part = partName(scope.level, scope.woj);
  const shapes = boundaryParts().includes(part) ? boundaryGeometry(boundariesOf(part), scope) : null;
  return viewsOf(materials, choice, shapes);
}

/** Keeps the charts of some views for the page that is being made. */
export function prepareCharts(id: string, { swarm, map, strips }: Views): void {
  for (const [view, spec] of Object.entries({ swarm, map, strips })) if (spec) prepare(`${id}/${view}`, spec);
}

export const lifetimes = (): Materials['lifetimes'] =>
  catalogue()
    .units.all('gmina')
    .flatMap(({ teryt, since, until }) => (since === null && until === null ? [] : [[teryt, since, until]]));

export async function countsOf(indicator: Indicator): Promise<Count[]> {
  const counts: Count[] = [];
  for (const role of COUNT_ROLES) {
    const one = catalogue().indicators.get(indicator[role] ?? '');
    if (one && publishedIndicators().includes(one.id))
      counts.push({ role, name: one.short ?? one.name, unit: one.unit, values: await readIndicator(one.id) });
  }
  return counts;
}

/** Counted per inhabitant, or a share of them. */
export const isPerPerson = ({ unit, numerator, denominator }: Indicator): boolean =>
  unit === 'zl-na-mieszkanca' ||
  unit === 'na-1000' ||
  unit === 'na-10000' ||
  [numerator, denominator].some((id) => id === 'ludnosc' || id === 'obs-ludnosc' || id === 'gus-ludnosc');
