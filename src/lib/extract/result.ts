import { DataType, tableToIPC, type Table } from 'apache-arrow';
import type { ResultCell, ResultColumn } from './result-parquet';

function kindOf(type: DataType): ResultColumn['kind'] {
  if (DataType.isBool(type)) return 'boolean';
  return DataType.isInt(type) || DataType.isFloat(type) || DataType.isDecimal(type) ? 'number' : 'text';
}

function cellOf(cell: unknown, type: DataType): ResultCell {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number' && (DataType.isDate(type) || DataType.isTimestamp(type))) {
    const written = new Date(cell).toISOString();
    return DataType.isDate(type) ? written.slice(0, 10) : written;
  }
  if (typeof cell === 'string' || typeof cell === 'boolean') return cell;
  // Not a number and the infinities have no place in a table of values.
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell === 'bigint') return Number(cell);
  // Nested values and bytes write themselves.
  return (cell as { toString(): string }).toString();
}

/** Columns of an answer, the first `most` rows of it. */
export function resultColumns(table: Table, most = table.numRows): ResultColumn[] {
  const length = Math.min(most, table.numRows);
  return table.schema.fields.map(({ name, type }, at) => {
    const vector = table.getChildAt(at);
    const cells = Array.from({ length }, (_, i) => cellOf(vector?.get(i), type as DataType));
    const kind = kindOf(type as DataType);
    return {
      name,
      kind,
      cells: kind === 'text' ? cells.map((cell) => (cell === null ? null : String(cell))) : cells,
    };
  });
}

/** An answer as an Arrow file (Feather), with the types that the engine gave it. */
export const arrowFile = (table: Table): Uint8Array => tableToIPC(table, 'file');
