import type { Kind, Level, MissingReason } from '../domain';

/**
 * One row of a published extract (`data.parquet` of either partition), as read back.
 * What the path of its partition says is not in the file; `anchor` is made from the file's `place`.
 */
export interface ValueRow {
  teryt: string;
  level: Level;
  indicator: string;
  year: number;
  breakdown: string;
  value: number | null;
  missing: MissingReason | null;
  unit: string;
  kind: Kind;
  confidence: number;
  /** In words why the value is doubtful (reading, contradiction, doubt at the source); `null` where nothing is known against it. */
  doubt: string | null;
  source: string;
  /** Several places may state the same fact (form row, chart, next year's report): the one to show has `true`. */
  preferred: boolean;
  /** Address on the source's page: `/zrodlo/<source>/#<anchor>`. Empty for values computed here. */
  anchor: string;
  /** For values computed here: the arithmetic in words, e.g. `21 995 / 11`. */
  formula: string | null;
}

/**
 * Where a value stands in its source: `address.parquet` of a unit, opened on demand, one row a value in the same order.
 * `anchor` and `source` are those of the value.
 */
export interface AddressRow {
  anchor: string;
  source: string;
  section: string;
  row: string;
  column: string;
  table: string;
  page: number | null;
  line: number | null;
  raw: string;
}
