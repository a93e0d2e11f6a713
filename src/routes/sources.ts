import { publishedSources, readPlaces } from '$lib/server';
import { partitionOfPart } from './zrodlo/parts';
import { placesIn, type Place } from './zrodlo/rows';

/** A source with more rows is not prerendered whole: at this size a page is half a megabyte, 25 kB compressed. */
const WHOLE = 1500;

/** Sources whose rows are shown a page at a time. */
export const pagedSources = (): Set<string> =>
  new Set([...publishedSources()].filter(([, { rows }]) => rows > WHOLE).map(([id]) => id));

/** The rows of a source with their places, one of its parts after the other. Nothing where there is no such source. */
export async function* partsOf(source: string): AsyncGenerator<{ key: string; places: Place[] }> {
  const own = publishedSources().get(source);
  if (!own) return;
  for (const [key] of own.parts) {
    const { values, addresses } = await readPlaces(partitionOfPart(own.by, key));
    yield { key, places: placesIn(values, addresses, source) };
  }
}

/** Every row of a source with its place: for sources that one page holds, and for counting. */
export async function placesOf(source: string): Promise<Place[]> {
  const all: Place[] = [];
  for await (const { places } of partsOf(source)) all.push(...places);
  return all;
}
