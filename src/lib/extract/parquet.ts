import { decompress } from 'fzstd';
import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { anchorAt, type Observation } from '../domain';
import { OBSERVATION_FILE_COLUMNS, type ColumnType } from './columns';
import type { Partition } from './paths';
import type { AddressRow, ValueRow } from './rows';

const PARQUET_TYPES = {
  string: 'STRING',
  int: 'INT32',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
} as const satisfies Record<ColumnType, string>;

/** Observations as they stand in `data/observations/*.csv`, for a file of their own. One row group, snappy. */
export function writeObservationFile(observations: readonly Observation[]): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: OBSERVATION_FILE_COLUMNS.map(({ name, type, nullable }) => ({
      name,
      data: observations.map((row) => row[name]),
      type: PARQUET_TYPES[type],
      nullable,
      offsetIndex: false,
    })),
    rowGroupSize: Math.max(observations.length, 1),
    createdBy: 'gminoskop',
  });
  return new Uint8Array(buffer);
}

/** The published files are compressed with Zstandard: a third smaller than snappy for a decoder of 3 kB. */
const compressors = {
  ZSTD: (bytes: Uint8Array, length: number) => decompress(bytes, new Uint8Array(length)),
};

async function read(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  const { buffer, byteOffset, byteLength } = bytes;
  const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  return parquetReadObjects({ file, compressors });
}

type ValueFileRow = Omit<ValueRow, 'anchor'> & { place: string };

/** Rows of a `data.parquet`, complete with what its path says. @throws when the bytes are not such a file. */
export async function readValues(bytes: Uint8Array, partition: Partition): Promise<ValueRow[]> {
  const fromPath =
    partition.by === 'indicator' ? { indicator: partition.indicator } : { teryt: partition.teryt };
  return (await read(bytes)).map((cells) => {
    // Written by `ozps publish` and checked against the manifest's hash: no second validation of every cell.
    const { place, ...row } = { ...cells, ...fromPath } as unknown as ValueFileRow;
    return { ...row, anchor: anchorAt(place, row) };
  });
}

/** Where values stand: rows of an `address.parquet` for the values of the `data.parquet` beside it, in their order. */
export async function readAddresses(
  bytes: Uint8Array,
  values: readonly Pick<ValueRow, 'anchor' | 'source' | 'value'>[],
): Promise<AddressRow[]> {
  const rows = (await read(bytes)) as unknown as (Omit<AddressRow, 'anchor' | 'source' | 'raw'> & {
    raw: string | null;
  })[];
  return rows.map((row, i) => {
    const value = values[i];
    if (!value) throw new Error(`${rows.length} addresses for ${values.length} values`);
    return { ...row, anchor: value.anchor, source: value.source, raw: row.raw ?? String(value.value) };
  });
}
