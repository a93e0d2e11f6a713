import { parquetWriteBuffer } from 'hyparquet-writer';

export type ResultCell = string | number | boolean | null;

/** A column of an answer, its cells as plain values: dates and nested values in their writing. */
export interface ResultColumn {
  name: string;
  kind: 'number' | 'text' | 'boolean';
  cells: ResultCell[];
}

const TYPES = { number: 'DOUBLE', text: 'STRING', boolean: 'BOOLEAN' } as const;

/** Columns as a Parquet file: numbers as DOUBLE, a missing cell as null. */
export function parquetFile(columns: readonly ResultColumn[]): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, kind, cells }) => ({
      name,
      data: cells,
      type: TYPES[kind],
      nullable: true,
    })),
    createdBy: 'gminoskop',
  });
  return new Uint8Array(buffer);
}
