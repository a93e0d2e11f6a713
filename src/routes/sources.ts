import { CONFIDENT } from '$lib/domain';
import type { ValueRow } from '$lib/extract';
import {
  publishedIndicators,
  readIndicatorAddresses,
  readUnit,
  readUnitAddresses,
  scanIndicator,
} from '$lib/server';
import { placesIn, type Place } from './zrodlo/rows';

/** What a source holds, in few numbers. Values computed here have no place in a source. */
export interface SourceIndex {
  rows: number;
  values: number;
  doubtful: number;
  unreadable: number;
  /** Rows by unit and by indicator. */
  units: Map<string, number>;
  indicators: Map<string, number>;
}

/** A source with more rows is not prerendered whole: at this size a page is half a megabyte, 25 kB compressed. */
const WHOLE = 1500;

let pending: Promise<Map<string, SourceIndex>> | undefined;

/** Every source with published rows. All rows are gone through once and none is kept. */
export function sourceIndex(): Promise<Map<string, SourceIndex>> {
  pending ??= (async () => {
    const index = new Map<string, SourceIndex>();
    for (const id of publishedIndicators()) for (const row of await scanIndicator(id)) count(index, row);
    return index;
  })();
  return pending;
}

function count(index: Map<string, SourceIndex>, row: ValueRow): void {
  if (row.anchor === '') return;
  const own = index.get(row.source) ?? {
    rows: 0,
    values: 0,
    doubtful: 0,
    unreadable: 0,
    units: new Map<string, number>(),
    indicators: new Map<string, number>(),
  };
  index.set(row.source, own);
  own.rows += 1;
  if (row.value !== null) own.values += 1;
  if (row.value !== null && row.confidence < CONFIDENT) own.doubtful += 1;
  if (row.missing === 'unreadable') own.unreadable += 1;
  own.units.set(row.teryt, (own.units.get(row.teryt) ?? 0) + 1);
  own.indicators.set(row.indicator, (own.indicators.get(row.indicator) ?? 0) + 1);
}

/** Sources whose rows are shown a page at a time. */
export async function pagedSources(): Promise<Set<string>> {
  return new Set([...(await sourceIndex())].filter(([, { rows }]) => rows > WHOLE).map(([id]) => id));
}

/** The partition that has a source in the fewest files: mostly units for a report, indicators for a publication. */
export const dividedBy = ({ units, indicators }: SourceIndex): 'unit' | 'indicator' =>
  units.size <= indicators.size ? 'unit' : 'indicator';

/** The rows of a source with their places, one of its parts after the other. Nothing where there is no such source. */
export async function* partsOf(source: string): AsyncGenerator<{ key: string; places: Place[] }> {
  const own = (await sourceIndex()).get(source);
  if (!own) return;
  const by = dividedBy(own);
  for (const key of (by === 'unit' ? own.units : own.indicators).keys()) {
    const [values, addresses] = await (by === 'unit'
      ? Promise.all([readUnit(key), readUnitAddresses(key)])
      : Promise.all([scanIndicator(key), readIndicatorAddresses(key)]));
    yield { key, places: placesIn(values, addresses, source) };
  }
}

/** Every row of a source with its place: for sources that one page holds, and for counting. */
export async function placesOf(source: string): Promise<Place[]> {
  const all: Place[] = [];
  for await (const { places } of partsOf(source)) all.push(...places);
  return all;
}
