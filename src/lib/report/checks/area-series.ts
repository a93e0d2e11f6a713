import type { Catalogue, Units } from '../../catalogue';
import { anchorOf, type Finding, type Indicator, type Level, type Observation } from '../../domain';
import { formatNumber, fullName } from '../../format';

/** One indicator of one source over many areas and years: what the rules of areas look at. */
export interface Collection {
  source: string;
  indicator: Indicator;
  /** Observations by area and year, values only. */
  areas: ReadonlyMap<string, ReadonlyMap<number, Observation>>;
  /** Years with values, ascending. */
  years: readonly number[];
  /** Years that begin a new way of counting: nothing is compared across them. */
  breaks: readonly number[];
}

/** Fewer areas or years than this say too little about what is usual. */
const FEWEST_AREAS = 10;

/** Collections of the sources that are about many areas; reports of one gmina have rules of their own. */
export function collections(observations: readonly Observation[], catalogue: Catalogue): Collection[] {
  const groups = new Map<string, Observation[]>();
  for (const o of observations) {
    if (catalogue.sources.get(o.source)?.type !== 'obserwatorium' || o.value === null) continue;
    const key = `${o.source}|${o.indicator}|${o.breakdown}`;
    const group = groups.get(key);
    if (group) group.push(o);
    else groups.set(key, [o]);
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    const indicator = first && catalogue.indicators.get(first.indicator);
    if (!indicator) return [];
    const areas = new Map<string, Map<number, Observation>>();
    for (const o of group) {
      const own = areas.get(o.teryt) ?? new Map<number, Observation>();
      areas.set(o.teryt, own.set(o.year, o));
    }
    if (areas.size < FEWEST_AREAS) return [];
    const breaks = catalogue.breaks
      .filter((entry) => entry.indicator === indicator.id && entry.effect === 'break')
      .map((entry) => entry.year);
    const years = [...new Set(group.map((o) => o.year))].sort((a, b) => a - b);
    return [{ source: first.source, indicator, areas, years, breaks }];
  });
}

/** Codes of a collection at one level, sorted. */
export function codesAt(collection: Collection, level: Level): string[] {
  return [...collection.areas]
    .filter(([, byYear]) => [...byYear.values()][0]?.level === level)
    .map(([teryt]) => teryt)
    .sort();
}

/** Whether two years were counted in the same way. */
export function sameWay(collection: Collection, a: number, b: number): boolean {
  return !collection.breaks.some((year) => Math.min(a, b) < year && year <= Math.max(a, b));
}

/** Logarithm of a value, by which changes of large and small areas compare; `null` where there is none. */
export function logOf(collection: Collection, teryt: string, year: number): number | null {
  const value = collection.areas.get(teryt)?.get(year)?.value;
  return value !== null && value !== undefined && value > 0 ? Math.log(value) : null;
}

export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Spread that a few wild values do not move: 1.4826 × median distance from the median (a standard deviation, if normal). */
export function spread(values: readonly number[]): number {
  const centre = median(values) ?? 0;
  return 1.4826 * (median(values.map((value) => Math.abs(value - centre))) ?? 0);
}

/** A value of the collection as a reader writes it: `2,30%`, `1 961`. */
export function shown({ indicator }: Collection, value: number | null): string {
  return `${formatNumber(value ?? 0, indicator.decimals)}${indicator.unit === '%' ? '%' : ''}`;
}

/** What a finding is about: `Korzystający z pomocy – powiat nowosądecki, 2019 rok`. */
export function heading({ indicator }: Collection, units: Units, teryt: string, year: number): string {
  return `${indicator.short ?? indicator.name} – ${fullName(units.require(teryt))}, ${year} rok`;
}

/** A finding about one area and year of a collection, with the places of the observations it is about. */
export function areaFinding(
  collection: Collection,
  finding: Pick<Finding, 'rule' | 'severity' | 'teryt' | 'year' | 'message'>,
  cells: readonly Observation[],
): Finding {
  return {
    ...finding,
    source: collection.source,
    cells: cells.map((o) => ({ anchor: anchorOf(o), line: o.line })),
  };
}
