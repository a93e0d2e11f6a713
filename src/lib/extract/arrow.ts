import {
  Bool,
  Dictionary,
  Float64,
  Int32,
  Table,
  Utf8,
  makeData,
  makeVector,
  tableToIPC,
  vectorFromArray,
  type DataType,
  type Vector,
} from 'apache-arrow';
import { VALUE_COLUMNS, type ColumnType } from './columns';
import type { PublishedUnits } from './published';
import type { ValueRow } from './rows';

type Cell = string | number | boolean | null;

/** Text columns repeat few values: each is stored once, which makes the stream small and quick to build. */
function textVector(cells: readonly Cell[]): Vector {
  const codes = new Map<Cell, number>();
  const indices = new Int32Array(cells.length);
  const valid = new Uint8Array(Math.ceil(cells.length / 8));
  let nullCount = 0;
  for (const [i, cell] of cells.entries()) {
    if (cell === null) {
      nullCount += 1;
      continue;
    }
    valid[i >> 3] = (valid[i >> 3] ?? 0) | (1 << (i & 7));
    let code = codes.get(cell);
    if (code === undefined) {
      code = codes.size;
      codes.set(cell, code);
    }
    indices[i] = code;
  }
  const type = new Dictionary(new Utf8(), new Int32());
  const dictionary = vectorFromArray([...codes.keys()] as string[], new Utf8());
  const length = cells.length;
  return makeVector(makeData({ type, length, nullCount, nullBitmap: valid, data: indices, dictionary }));
}

const PLAIN_TYPES: Record<Exclude<ColumnType, 'string'>, () => DataType> = {
  int: () => new Int32(),
  double: () => new Float64(),
  boolean: () => new Bool(),
};

function vectorOf(cells: readonly Cell[], type: ColumnType): Vector {
  return type === 'string' ? textVector(cells) : vectorFromArray(cells, PLAIN_TYPES[type]());
}

const stream = (vectors: Record<string, Vector>): Uint8Array => tableToIPC(new Table(vectors), 'stream');

/**
 * Values as an Arrow IPC stream, all columns of `ValueRow`: what DuckDB takes in without any extension.
 * Bytes and not a table, since two copies of apache-arrow share no classes.
 */
export function valuesToArrow(rows: readonly ValueRow[]): Uint8Array {
  const vectors = VALUE_COLUMNS.map(({ name, type }): [string, Vector] => [
    name,
    vectorOf(
      rows.map((row) => row[name]),
      type,
    ),
  ]);
  return stream(Object.fromEntries(vectors));
}

/** The published units as an Arrow IPC stream: teryt, name, type, powiat. */
export function unitsToArrow(units: PublishedUnits): Uint8Array {
  return stream({
    teryt: vectorOf(
      units.map((unit) => unit[0]),
      'string',
    ),
    name: vectorOf(
      units.map((unit) => unit[1]),
      'string',
    ),
    type: vectorOf(
      units.map((unit) => unit[2]),
      'int',
    ),
    powiat: vectorOf(
      units.map((unit) => unit[3]),
      'string',
    ),
  });
}
