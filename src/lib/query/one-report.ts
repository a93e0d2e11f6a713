import { factKey } from '../domain';
import { comparePlaces } from '../extract/places';
import type { ValueRow } from '../extract/rows';

/** What is known of the documents that print values of an area. */
export interface Documents {
  /** Year of a document; undefined for a source that is none (a collection, a computation). */
  yearOf: (source: string) => number | undefined;
  /** Those of the gmina whose page it is: they go before what other gminy print of the same area. */
  own: ReadonlySet<string>;
}

/**
 * Rows of an area in which each indicator comes from one document: what reports of different years or gminy print of
 * one powiat or województwo differs (393 and 391 persons for one year in the two reports at hand), so a line or a share
 * made of two of them would show a change that is none. The gmina's own latest document is taken, else the latest of
 * all. In it the preferred place of a fact is told anew. Rows of other sources pass as they are.
 */
export function oneReportEach(rows: readonly ValueRow[], { yearOf, own }: Documents): ValueRow[] {
  const rank = (source: string): number => (own.has(source) ? 10_000 : 0) + (yearOf(source) ?? 0);
  const lineOf = ({ teryt, indicator, kind }: ValueRow): string => `${teryt}|${indicator}|${kind}`;
  const taken = new Map<string, string>();
  const best = new Map<string, ValueRow>();
  const printed = rows.filter(({ source }) => yearOf(source) !== undefined);
  for (const row of printed) {
    const other = taken.get(lineOf(row));
    const before = other === undefined ? 1 : rank(row.source) - rank(other);
    if (before > 0 || (before === 0 && row.source < (other ?? ''))) taken.set(lineOf(row), row.source);
  }
  for (const row of printed) {
    if (taken.get(lineOf(row)) !== row.source) continue;
    const key = factKey(row);
    const other = best.get(key);
    if (!other || comparePlaces(row, other, () => 0) < 0) best.set(key, row);
  }
  return rows.flatMap((row) => {
    if (yearOf(row.source) === undefined) return [row];
    if (taken.get(lineOf(row)) !== row.source) return [];
    return [{ ...row, preferred: best.get(factKey(row)) === row }];
  });
}
