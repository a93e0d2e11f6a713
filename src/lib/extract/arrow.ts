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
  type Vector,
} from 'apache-arrow';
import { VALUE_COLUMNS, type ColumnType } from './columns';
import type { PublishedUnits } from './published';
import type { ValueRow } from './rows';

// Vectors are laid out by hand: apache-arrow's builders compile code from text, which the pages' policy forbids.

type Cell = string | number | boolean | null;

interface Filled<Data> {
  data: Data;
  nullBitmap: Uint8Array;
  nullCount: number;
}

/** Writes every cell that is there with `put` and notes which are. */
function fill<Data>(
  cells: readonly Cell[],
  data: Data,
  put: (data: Data, i: number, cell: Exclude<Cell, null>) => void,
): Filled<Data> {
  const nullBitmap = new Uint8Array(Math.ceil(cells.length / 8));
  let nullCount = 0;
  for (const [i, cell] of cells.entries()) {
    if (cell === null) nullCount += 1;
    else {
      setBit(nullBitmap, i);
      put(data, i, cell);
    }
  }
  return { data, nullBitmap, nullCount };
}

function setBit(bits: Uint8Array, i: number): void {
  bits[i >> 3] = (bits[i >> 3] ?? 0) | (1 << (i & 7));
}

function utf8(texts: readonly string[]): Vector<Utf8> {
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const valueOffsets = new Int32Array(texts.length + 1);
  for (const [i, bytes] of encoded.entries()) valueOffsets[i + 1] = (valueOffsets[i] ?? 0) + bytes.length;
  const data = new Uint8Array(valueOffsets[texts.length] ?? 0);
  for (const [i, bytes] of encoded.entries()) data.set(bytes, valueOffsets[i]);
  return makeVector(makeData({ type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets, data }));
}

/** Text columns repeat few values: each is stored once, which makes the stream small and quick to build. */
function text(cells: readonly Cell[]): Vector {
  const codes = new Map<string, number>();
  const indices = fill(cells, new Int32Array(cells.length), (data, i, cell) => {
    const word = String(cell);
    const code = codes.get(word) ?? codes.size;
    codes.set(word, code);
    data[i] = code;
  });
  const type = new Dictionary(new Utf8(), new Int32());
  return makeVector(
    makeData({ type, length: cells.length, ...indices, dictionary: utf8([...codes.keys()]) }),
  );
}

function numbers<Data extends Int32Array | Float64Array>(cells: readonly Cell[], data: Data): Filled<Data> {
  return fill(cells, data, (target, i, cell) => {
    target[i] = Number(cell);
  });
}

function vectorOf(cells: readonly Cell[], type: ColumnType): Vector {
  const { length } = cells;
  switch (type) {
    case 'string':
      return text(cells);
    case 'int':
      return makeVector(makeData({ type: new Int32(), length, ...numbers(cells, new Int32Array(length)) }));
    case 'double':
      return makeVector(
        makeData({ type: new Float64(), length, ...numbers(cells, new Float64Array(length)) }),
      );
    case 'boolean': {
      const bits = fill(cells, new Uint8Array(Math.ceil(length / 8)), (data, i, cell) => {
        if (cell) setBit(data, i);
      });
      return makeVector(makeData({ type: new Bool(), length, ...bits }));
    }
  }
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

/** Rows of cells as an Arrow IPC stream, with the columns named. A cell that is not there is null. */
export function cellsToArrow(
  columns: readonly { name: string; type: ColumnType }[],
  rows: readonly (readonly Cell[])[],
): Uint8Array {
  const vectors = columns.map(({ name, type }, at): [string, Vector] => [
    name,
    vectorOf(
      rows.map((row) => row[at] ?? null),
      type,
    ),
  ]);
  return stream(Object.fromEntries(vectors));
}

/** The published units as an Arrow IPC stream: teryt, name, type, powiat. */
export const unitsToArrow = (units: PublishedUnits): Uint8Array =>
  cellsToArrow(
    [
      { name: 'teryt', type: 'string' },
      { name: 'name', type: 'string' },
      { name: 'type', type: 'int' },
      { name: 'powiat', type: 'string' },
    ],
    units,
  );
