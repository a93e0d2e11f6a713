import type { Severity } from '../../domain';

/** A number of a report as the checks see it. Ids are unique within a report. */
export interface Figure {
  id: string;
  /** How the place is called in a sentence: `dział 7, wiersz 15, rok oceny 2023`. */
  place: string;
  /** Row of the form with the number that the report prints; absent for what stands elsewhere. */
  cell?: { section: string; row: number | string };
  value: number | null;
  /** Values that a damaged token may stand for. */
  candidates: readonly number[];
  /** Written as a number should be, in a column that is sure. */
  clean: boolean;
}

/**
 * What figures of a report have to do with one another.
 * - `equality`: must hold; where it does, it confirms its figures;
 * - `inequality`: must hold; confirms nothing;
 * - `usual`: two figures that are equal as a rule (a forecast repeated from the year before): a match supports both,
 *   a difference of one misreadable digit makes both suspect, any other difference means nothing.
 */
export interface Relation {
  rule: string;
  strength: 'equality' | 'inequality' | 'usual';
  severity: Severity;
  /** A violation casts doubt on readings. False where a report may lawfully differ: then it is only told. */
  binding: boolean;
  /** For `usual`: the value that one figure lets expect of the other, `null` none. */
  expects?: (partner: number) => number | null;
  figures: readonly string[];
  /** The figures that may be at fault where no digit can have been misread; all of them where absent. */
  fault?: readonly string[];
  holds: (values: readonly number[]) => boolean;
  /** What is wrong, in numbers and places: one Polish sentence. @param figures those of `figures`, in their order */
  sentence: (values: readonly number[], figures: readonly (Figure | undefined)[]) => string;
}

/** One figure's change from what was read to what it may have been in print. */
export interface Change {
  id: string;
  from: number;
  to: number;
}

/** A relation that does not hold, with the figures it binds and those that may be at fault. */
export interface Violation {
  relation: Relation;
  values: number[];
  suspects: string[];
  /** Single-digit OCR substitutions that would satisfy the relation. */
  proposals: Change[];
  /** The smallest sets of changes that satisfy it and all it is bound up with; empty where none is known. */
  solutions: readonly (readonly Change[])[];
}
