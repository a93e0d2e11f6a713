import type { AddressRow, ValueRow } from '$lib/extract';
import { publishedUnits, readUnitPlaces } from '$lib/server';

/** A published value with its place in a source. */
export interface Place {
  value: ValueRow;
  address: AddressRow;
}

let pending: Promise<Map<string, Place[]>> | undefined;

/** Every published observation by its source, read once. Values computed here have no place in a source. */
export function placesBySource(): Promise<Map<string, Place[]>> {
  pending ??= (async () => {
    const places = new Map<string, Place[]>();
    for (const teryt of publishedUnits())
      for (const place of await readUnitPlaces(teryt)) {
        if (place.value.anchor === '') continue;
        const own = places.get(place.value.source);
        if (own) own.push(place);
        else places.set(place.value.source, [place]);
      }
    return places;
  })();
  return pending;
}
