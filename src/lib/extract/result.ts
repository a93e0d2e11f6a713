import { DataType, tableToIPC, type Table } from 'apache-arrow';
import { parquetWriteBuffer } from 'hyparquet-writer';

export type ResultCell = string | number | boolean | null;

/** A column of an answer, its cells as plain values: dates and nested values in their writing. */
export interface ResultColumn {
  name: string;
  kind: 'number' | 'text' | 'boolean';
  cells: ResultCell[];
}

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
  return String(cell);
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

const PARQUET = { number: 'DOUBLE', text: 'STRING', boolean: 'BOOLEAN' } as const;

/** An answer as a Parquet file: numbers as DOUBLE, a missing cell as null. */
export function parquetFile(columns: readonly ResultColumn[]): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, kind, cells }) => ({
      name,
      data: cells,
      type: PARQUET[kind],
      nullable: true,
    })),
    createdBy: 'gminoskop',
  });
  return new Uint8Array(buffer);
}
