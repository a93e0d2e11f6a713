import type { Indicator } from '$lib/domain';
import { partName } from '$lib/geo/part-name';
import { byYear } from '$lib/query';
import {
  boundariesOf,
  boundaryParts,
  catalogue,
  powiatTiles,
  publishedIndicators,
  readIndicator,
} from '$lib/server';
import { comparable } from '../../ranking';
import { mapScope, viewsOf, type Choice, type Materials, type Views } from './all-views';
import { boundaryGeometry } from './boundaries';
import { COUNT_ROLES, countFinder, type Count } from './counts';

/** The values of an indicator that are compared, with their years and areas. */
export interface Compared {
  rows: ReturnType<typeof comparable>;
  years: number[];
  /** The year shown first. */
  year: number;
  areas: string[];
  /** Województwa of the areas. */
  covered: string[];
}

/** @returns nothing where an indicator has no values to compare */
export async function comparedOf(indicator: Indicator): Promise<Compared | undefined> {
  const rows = comparable(await readIndicator(indicator.id), indicator);
  const years = [...byYear(rows).keys()];
  const year = years.at(-1);
  if (year === undefined) return undefined;
  const areas = [...new Set(rows.map((row) => row.teryt))];
  const covered = [...new Set(areas.map((teryt) => teryt.slice(0, 2)))].sort();
  return { rows, years, year, areas, covered };
}

/** The views as a reader first sees them, with what they are made of. */
export async function defaultViews(
  indicator: Indicator,
  { year, covered }: Pick<Compared, 'year' | 'covered'>,
): Promise<{ materials: Materials; choice: Choice; views: Views }> {
  const { units, breaks } = catalogue();
  const materials: Materials = {
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
  const choice: Choice = {
    year,
    since: null,
    within: null,
    type: null,
    people: null,
    only: null,
    chosen: [],
    classing: 'kwantyle',
  };
  const scope = mapScope(materials, choice);
  const part = partName(scope.level, scope.woj);
  const shapes = boundaryParts().includes(part) ? boundaryGeometry(boundariesOf(part), scope) : null;
  return { materials, choice, views: viewsOf(materials, choice, shapes) };
}

export const lifetimes = (): Materials['lifetimes'] =>
  catalogue()
    .units.all('gmina')
    .flatMap(({ teryt, since, until }) => (since === null && until === null ? [] : [[teryt, since, until]]));

/** Counts behind a rate, by their role. */
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
