import type { Partition } from '$lib/extract';

/** Rows of a source in one published file: of one unit, or of one indicator. */
export interface Part {
  key: string;
  name: string;
  rows: number;
}

/** How a source is divided. The first part is the one that is shown where none is asked for. */
export interface Parts {
  by: Partition['by'];
  all: readonly Part[];
}

/** Rows shown at once. */
export const PAGE = 50;

export const partitionOfPart = (by: Parts['by'], key: string): Partition =>
  by === 'unit' ? { by, teryt: key } : { by, indicator: key };

/**
 * The part that holds the place of an anchor. The anchor of a value in a table names indicator, unit and year one after
 * the other (`anchorOf`); a cell of a form names neither and is about the report's own unit, the first part.
 */
export function partOfAnchor(anchor: string, { by, all }: Parts): string | undefined {
  const named = all
    .map(({ key }) => key)
    .filter((key) =>
      new RegExp(`-${key}-${by === 'unit' ? '' : '\\d{2,6}-'}\\d{4}(?:-|$)`).test(`-${anchor}`),
    )
    .sort((a, b) => b.length - a.length);
  return named[0] ?? (by === 'unit' ? all[0]?.key : undefined);
}

/** What a reader asks of a source: a part, words to look for, a page of what is found; or the place of an anchor. */
export interface Asked {
  part: string;
  words: string;
  page: number;
  anchor: string;
}

export const standard = ({ all }: Parts): Asked => ({
  part: all[0]?.key ?? '',
  words: '',
  page: 1,
  anchor: '',
});

const LONGEST = 80;

/** What an address asks for. A place goes before all else; what does not parse gives the default and a sentence. */
export function readAddress(
  { search, hash }: { search: string; hash: string },
  parts: Parts,
): { asked: Asked; errors: string[] } {
  const usual = standard(parts);
  const anchor = hash.slice(1);
  if (/^[a-z0-9-]+$/.test(anchor)) {
    const part = partOfAnchor(anchor, parts);
    return part === undefined
      ? { asked: usual, errors: [noPlace(anchor)] }
      : { asked: { ...usual, part, anchor }, errors: [] };
  }
  const query = new URLSearchParams(search);
  const errors: string[] = [];
  const part = query.get('czesc') ?? usual.part;
  const page = query.get('strona') ?? '1';
  const known = parts.all.some(({ key }) => key === part);
  const counted = /^[1-9]\d{0,5}$/.test(page);
  if (!known) errors.push(`W tym źródle nie ma części „${part.slice(0, LONGEST)}”.`);
  if (!counted) errors.push(`Pominięto nieprawidłowy numer strony „${page.slice(0, LONGEST)}”.`);
  return {
    asked: {
      part: known ? part : usual.part,
      words: (query.get('szukaj') ?? '').slice(0, LONGEST),
      page: counted ? Number(page) : 1,
      anchor: '',
    },
    errors,
  };
}

export const noPlace = (anchor: string): string =>
  `W tym źródle nie ma miejsca „${anchor.slice(0, LONGEST)}”. Mogło się zmienić po poprawieniu odczytu.`;

/** Query and hash of an address that asks for just this. */
export function writeAddress({ part, words, page, anchor }: Asked, parts: Parts): string {
  if (anchor !== '') return `#${anchor}`;
  const query = new URLSearchParams();
  if (part !== standard(parts).part) query.set('czesc', part);
  if (words !== '') query.set('szukaj', words);
  if (page !== 1) query.set('strona', String(page));
  return query.size === 0 ? '' : `?${query.toString()}`;
}
