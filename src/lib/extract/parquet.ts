import { decompress } from 'fzstd';
import { parquetMetadata, parquetRead } from 'hyparquet';
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

/** Longest that reading holds a page up in one go, in milliseconds. */
const SLICE = 12;
/** Rows made between two looks at the clock. */
const AT_ONCE = 1000;

/** Lets the browser have its turn where the work since its last one has taken long. */
function pacer(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}

/** Cells of a file by the name of their column. */
type ColumnsOf<Row> = { [Name in keyof Row]: ArrayLike<Row[Name]> };

/** Columns of a file, decoded one after the other: it takes a third of the time that rows do. */
async function readColumns<Row>(bytes: Uint8Array, pause: () => Promise<void>): Promise<ColumnsOf<Row>> {
  const { buffer, byteOffset, byteLength } = bytes;
  const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  const columns: Record<string, ArrayLike<unknown>> = {};
  for (const { name } of metadata.schema.slice(1)) {
    const stretches: ArrayLike<unknown>[] = [];
    await parquetRead({
      file,
      metadata,
      compressors,
      columns: [name],
      onChunk: ({ columnData }) => stretches.push(columnData),
    });
    const [only = []] = stretches;
    columns[name] = stretches.length > 1 ? stretches.flatMap((part) => Array.from(part)) : only;
    await pause();
  }
  // Written by `ozps publish` and checked against the manifest's hash: no second validation of every cell.
  return columns as ColumnsOf<Row>;
}

async function rowsOf<Row>(
  count: number,
  pause: () => Promise<void>,
  rowAt: (i: number) => Row,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let i = 0; i < count; i += 1) {
    rows.push(rowAt(i));
    if (i % AT_ONCE === 0) await pause();
  }
  return rows;
}

type ValueFileRow = Omit<ValueRow, 'anchor'> & { place: string };

/** Rows of a `data.parquet`, complete with what its path says. @throws when the bytes are not such a file. */
export async function readValues(bytes: Uint8Array, partition: Partition): Promise<ValueRow[]> {
  const pause = pacer();
  const of = await readColumns<ValueFileRow>(bytes, pause);
  const length = of.year.length;
  const teryt = partition.by === 'unit' ? Array<string>(length).fill(partition.teryt) : of.teryt;
  const indicator =
    partition.by === 'indicator' ? Array<string>(length).fill(partition.indicator) : of.indicator;
  const cell = <Name extends keyof ValueFileRow>(name: Name, i: number) => of[name][i] as ValueFileRow[Name];
  // Every field by name: an object that grows field by field takes ten times as long.
  return rowsOf(length, pause, (i) => {
    const row: ValueRow = {
      teryt: teryt[i] ?? '',
      level: cell('level', i),
      indicator: indicator[i] ?? '',
      year: cell('year', i),
      breakdown: cell('breakdown', i),
      value: cell('value', i),
      missing: cell('missing', i),
      unit: cell('unit', i),
      kind: cell('kind', i),
      confidence: cell('confidence', i),
      doubt: cell('doubt', i),
      source: cell('source', i),
      preferred: cell('preferred', i),
      anchor: '',
      formula: cell('formula', i),
    };
    row.anchor = anchorAt(cell('place', i), row);
    return row;
  });
}

type AddressFileRow = Omit<AddressRow, 'anchor' | 'source' | 'raw'> & { raw: string | null };

/** Where values stand: rows of an `address.parquet` for the values of the `data.parquet` beside it, in their order. */
export async function readAddresses(
  bytes: Uint8Array,
  values: readonly Pick<ValueRow, 'anchor' | 'source' | 'value'>[],
): Promise<AddressRow[]> {
  const pause = pacer();
  const of = await readColumns<AddressFileRow>(bytes, pause);
  const cell = <Name extends keyof AddressFileRow>(name: Name, i: number) =>
    of[name][i] as AddressFileRow[Name];
  return rowsOf(of.raw.length, pause, (i) => {
    const value = values[i];
    if (!value) throw new Error(`${of.raw.length} addresses for ${values.length} values`);
    return {
      anchor: value.anchor,
      source: value.source,
      section: cell('section', i),
      row: cell('row', i),
      column: cell('column', i),
      table: cell('table', i),
      page: cell('page', i),
      line: cell('line', i),
      raw: cell('raw', i) ?? String(value.value),
    };
  });
}
