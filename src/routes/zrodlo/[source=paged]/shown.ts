import { PAGE, type Asked, type Parts } from '../parts';
import type { SourceRow } from '../source-row';

/** The page of rows that a reader sees. */
export interface Shown {
  rows: readonly SourceRow[];
  /** Rows found, of which these are one page. */
  found: number;
  page: number;
  /** The row that was asked for; empty where none was. */
  anchor: string;
}

/**
 * The page that is asked for, the last one where there are not so many; `null` where there is no such place.
 * What reads the published files comes with the first question. @throws where the rows cannot be had now
 */
export async function shownOf(
  source: string,
  { by }: Parts,
  { part, words, page, anchor }: Asked,
): Promise<Shown | null> {
  const { partRows } = await import('./part-rows');
  const rows = await partRows(source, by, part);
  const found = words === '' ? rows.all : rows.find(words);
  const at = found.findIndex((row) => row.id === anchor);
  if (anchor !== '' && at === -1) return null;
  const last = Math.max(1, Math.ceil(found.length / PAGE));
  const number = anchor === '' ? Math.min(page, last) : Math.floor(at / PAGE) + 1;
  return {
    rows: found.slice((number - 1) * PAGE, number * PAGE),
    found: found.length,
    page: number,
    anchor,
  };
}
