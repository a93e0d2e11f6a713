import type { Kind, Level } from '../../../domain';

/** What a value describes, apart from its year; a table, a group, a row and a column each say a part of it. */
export interface Meaning {
  indicator?: string;
  /** `key=value` pairs joined by `;`, in any order. */
  breakdown?: string;
  unit?: string;
  level?: Level;
  kind?: Kind;
}

/** A printed heading of rows or columns with what it means. */
export interface Heading extends Meaning {
  label: string;
  /** The only columns (by index) that the row fills; the others have no meaning there. */
  only?: readonly number[];
}

/**
 * A table printed under a chart of the form: rows by columns.
 * - `rows: 'years'`: a line a year; otherwise a line a heading, in any order;
 * - `columns: 'years'`: the years of the header line; otherwise fixed headings for the report's year;
 * - `groups`: headings that stand once, over or before the rows they group;
 * - `areas`: rows are powiaty of the report's województwo, by name.
 */
export interface SeriesTable {
  /** Name of the table in addresses. */
  id: string;
  /** Section of the report. */
  section: string;
  /** Printed title, also as a part of a longer one. */
  title: string;
  /** Editions from this year on, or up to this one; always printed where absent. */
  since?: number;
  until?: number;
  meaning: Meaning;
  /** Only rows that apply are printed (a ranking): the absence of one says nothing. */
  ranking?: true;
  groups?: 'years' | readonly Heading[];
  rows: 'years' | 'areas' | readonly Heading[];
  columns: 'years' | readonly Heading[];
  /** Columns that stand under every year; only where `columns` are years. */
  within?: readonly Heading[];
}

/** A meaning put together from its parts; what a later part says goes before what an earlier one says. */
export function merge(...parts: readonly (Meaning | undefined)[]): Required<Meaning> {
  const merged: Required<Meaning> = {
    indicator: '',
    breakdown: '',
    unit: '',
    level: 'gmina',
    kind: 'reported',
  };
  const pairs: string[] = [];
  for (const part of parts) {
    if (!part) continue;
    const { indicator, breakdown, unit, level, kind } = part;
    Object.assign(
      merged,
      indicator === undefined ? {} : { indicator },
      unit === undefined ? {} : { unit },
      level === undefined ? {} : { level },
      kind === undefined ? {} : { kind },
    );
    if (breakdown) pairs.push(...breakdown.split(';'));
  }
  return { ...merged, breakdown: pairs.sort().join(';') };
}

/** Headings of the levels a report compares. Printed `(średnia)` are plain means over gminy. */
export const GMINA: Heading = { label: 'gmina', level: 'gmina' };
export const POWIAT: Heading = { label: 'powiat (średnia)', level: 'powiat', kind: 'plain-mean' };
export const WOJEWODZTWO: Heading = {
  label: 'województwo (średnia)',
  level: 'wojewodztwo',
  kind: 'plain-mean',
};
export const KRAJ: Heading = { label: 'kraj (średnia)', level: 'kraj', kind: 'plain-mean' };
export const LEVELS = [GMINA, POWIAT, WOJEWODZTWO] as const;

export const OGOLEM: Heading = { label: 'ogółem' };
export const KOBIETY: Heading = { label: 'kobiety', breakdown: 'plec=kobieta' };
export const MEZCZYZNI: Heading = { label: 'mężczyźni', breakdown: 'plec=mezczyzna' };
export const PIENIEZNE: Heading = { label: 'świadczenia pieniężne', breakdown: 'forma=pieniezne' };
export const NIEPIENIEZNE: Heading = { label: 'świadczenia niepieniężne', breakdown: 'forma=niepieniezne' };
