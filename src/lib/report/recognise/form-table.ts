import type { FormColumn, FormRow } from '../../domain';
import type { Reading } from './tokens';

/** One cell of a form table, recognised: its row of the form, its column and year, and how it was read. */
export interface FormCell {
  /** What it means, by the catalogue of its edition or of another one. */
  formRow: FormRow;
  section: string;
  /** Row of the catalogue: identities are stated in these. */
  row: number;
  /** Row as printed, for the address: editions number their rows differently. */
  printedRow: string;
  column: FormColumn;
  year: number;
  raw: string;
  line: number;
  page: number | null;
  reading: Reading;
  /** The row's tokens could be divided into columns in more than one way. */
  ambiguous: boolean;
}

/** A printed row that the catalogue does not know: kept and reported, never dropped. */
export interface UnknownRow {
  section: string;
  line: number;
  text: string;
}

export interface FormTables {
  edition: string;
  /** The catalogue by whose numbers the cells are named. */
  rows: readonly FormRow[];
  cells: FormCell[];
  unknown: UnknownRow[];
  /** Rows of the catalogue whose place in the report was not found, by section. */
  absent: { section: string; row: number }[];
}

/** What one way to read a block (by cells or by scanned lines) returns. */
export interface BlockRows {
  /** `likeness` of the printed label to the catalogue's, 0–1. */
  rows: { formRow: FormRow; likeness: number; cells: FormCell[] }[];
  unknown: UnknownRow[];
}
