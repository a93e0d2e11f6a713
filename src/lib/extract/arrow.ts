import { Bool, Float64, Int32, Table, Utf8, tableToIPC, vectorFromArray, type DataType } from 'apache-arrow';
import { VALUE_COLUMNS, type ColumnType } from './columns';
import type { ValueRow } from './rows';

const ARROW_TYPES: Record<ColumnType, () => DataType> = {
  string: () => new Utf8(),
  int: () => new Int32(),
  double: () => new Float64(),
  boolean: () => new Bool(),
};

/**
 * Values as an Arrow IPC stream, all columns of `ValueRow`: what DuckDB takes in without any extension.
 * Bytes and not a table, since two copies of apache-arrow share no classes.
 */
export function valuesToArrow(rows: readonly ValueRow[]): Uint8Array {
  const vectors = VALUE_COLUMNS.map(({ name, type }) => [
    name,
    vectorFromArray(
      rows.map((row) => row[name]),
      ARROW_TYPES[type](),
    ),
  ]);
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'stream');
}
