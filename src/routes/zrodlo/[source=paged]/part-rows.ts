import { foldName } from '$lib/format/collate';
import { links } from '$lib/components/links';
import { fetchCatalogue, fetchPlaces } from '../../published';
import { partitionOfPart, type Parts } from '../parts';
import { placesIn, rowsOf } from '../rows';
import type { SourceRow } from '../source-row';

/** The rows of a part of a source, to be looked through. */
export class PartRows {
  #folded: string[] | undefined;

  constructor(readonly all: readonly SourceRow[]) {}

  /** Rows in which every word stands somewhere. Case, diacritics and punctuation are ignored. */
  find(words: string): readonly SourceRow[] {
    const wanted = foldName(words).split(' ');
    this.#folded ??= this.all.map(({ title, area, indicator, breakdown, year, value, raw, note }) =>
      foldName([title, area, indicator, breakdown, year, value, raw, note].join(' ')),
    );
    const folded = this.#folded;
    return this.all.filter((_row, at) => wanted.every((word) => folded[at]?.includes(word)));
  }
}

const pending = new Map<string, Promise<PartRows>>();

/** The rows of a part, fetched once. A failure is forgotten, so that asking again tries again. @throws where they cannot be had now */
export function partRows(source: string, by: Parts['by'], key: string): Promise<PartRows> {
  const known = pending.get(key);
  if (known) return known;
  const made = load(source, by, key).catch((error: unknown) => {
    pending.delete(key);
    throw error;
  });
  pending.set(key, made);
  return made;
}

async function load(source: string, by: Parts['by'], key: string): Promise<PartRows> {
  const [catalogue, { values, addresses }] = await Promise.all([
    fetchCatalogue(links.published),
    fetchPlaces(links.published, partitionOfPart(by, key)),
  ]);
  return new PartRows(rowsOf(placesIn(values, addresses, source), catalogue));
}
