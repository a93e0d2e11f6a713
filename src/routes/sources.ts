import type { AddressRow, ValueRow } from '$lib/extract';
import { publishedIndicators, readIndicator, readIndicatorAddresses } from '$lib/server';

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
    for (const id of publishedIndicators()) {
      const [values, addresses] = await Promise.all([readIndicator(id), readIndicatorAddresses(id)]);
      for (const [index, value] of values.entries()) {
        const address = addresses[index];
        if (!address || value.anchor === '') continue;
        const own = places.get(value.source);
        if (own) own.push({ value, address });
        else places.set(value.source, [{ value, address }]);
      }
    }
    return places;
  })();
  return pending;
}
