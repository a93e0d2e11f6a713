import { links } from './links';

/** A gmina as the search and the lists know it. */
export interface ListedUnit {
  teryt: string;
  name: string;
  type: number;
  powiat: string;
  /** There is a report or an indicator beyond GUS figures. */
  full: boolean;
}

let pending: Promise<ListedUnit[]> | undefined;

/** All gminy, fetched once, when first needed. A failure is forgotten, so that asking again tries again. */
export function publishedUnits(): Promise<ListedUnit[]> {
  pending ??= load().catch((error: unknown) => {
    pending = undefined;
    throw error;
  });
  return pending;
}

async function load(): Promise<ListedUnit[]> {
  const response = await fetch(links.published('jednostki.json'));
  if (!response.ok) throw new Error(`jednostki.json: HTTP ${response.status}`);
  // Written by our own build and checked there; a second validation of 2479 rows would only cost time.
  const rows = (await response.json()) as [string, string, number, string, 0 | 1][];
  return rows.map(([teryt, name, type, powiat, full]) => ({ teryt, name, type, powiat, full: full === 1 }));
}
