import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { levelOf, type Observation } from '../domain';
import {
  ADDRESS_COLUMNS,
  OBSERVATION_FILE_COLUMNS,
  VALUE_COLUMNS,
  type Column,
  type ColumnType,
} from './columns';
import type { Partition } from './paths';
import type { AddressRow, ValueRow } from './rows';

const PARQUET_TYPES = {
  string: 'STRING',
  int: 'INT32',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
} as const satisfies Record<ColumnType, string>;

/** Columns that a partition's path already says. */
const IN_PATH = { indicator: ['indicator'], unit: ['teryt', 'level'] } as const satisfies Record<
  Partition['by'],
  readonly (keyof ValueRow)[]
>;

/** One row group, snappy, no page indexes: the files are small and read whole. The same rows give the same bytes. */
function write<Row extends object>(rows: readonly Row[], columns: readonly Column<Row>[]): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, type, nullable }) => ({
      name,
      data: rows.map((row) => row[name]),
      type: PARQUET_TYPES[type],
      nullable,
      offsetIndex: false,
    })),
    rowGroupSize: Math.max(rows.length, 1),
    createdBy: 'gminoskop',
  });
  return new Uint8Array(buffer);
}

async function read(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  const { buffer, byteOffset, byteLength } = bytes;
  const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  return parquetReadObjects({ file });
}

/** Bytes of `data.parquet`. The rows must all belong to the partition. */
export function writeValues(rows: readonly ValueRow[], partition: Partition): Uint8Array {
  const left = new Set<string>(IN_PATH[partition.by]);
  return write(
    rows,
    VALUE_COLUMNS.filter((column) => !left.has(column.name)),
  );
}

/** Bytes of `address.parquet`. */
export function writeAddresses(rows: readonly AddressRow[]): Uint8Array {
  return write(rows, ADDRESS_COLUMNS);
}

/** Observations as they stand in `data/observations/*.csv`, for a file of their own. */
export function writeObservationFile(observations: readonly Observation[]): Uint8Array {
  return write(observations, OBSERVATION_FILE_COLUMNS);
}

/** Rows of a `data.parquet`, complete with what its path says. @throws when the bytes are not such a file. */
export async function readValues(bytes: Uint8Array, partition: Partition): Promise<ValueRow[]> {
  const fromPath =
    partition.by === 'indicator'
      ? { indicator: partition.indicator }
      : { teryt: partition.teryt, level: levelOf(partition.teryt) };
  // Written by `writeValues` and checked against the manifest's hash: no second validation of every cell.
  return (await read(bytes)).map((row) => ({ ...row, ...fromPath }) as unknown as ValueRow);
}

/** Rows of an `address.parquet`, in the order of the values beside it. */
export async function readAddresses(bytes: Uint8Array): Promise<AddressRow[]> {
  return (await read(bytes)) as unknown as AddressRow[];
}
