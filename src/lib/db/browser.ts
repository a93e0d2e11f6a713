import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { Table, type RecordBatch } from 'apache-arrow';
import { EngineError, LOCK, OPEN_CONFIG, type Connection, type Param } from './connection';

/** Folder of the engine's files below the base path (see `scripts/engine.mjs`). */
const FOLDER = 'duckdb';

/** Marks of the start, read by `npm run bench`. */
const MARKS = { asked: 'engine-asked', compiled: 'engine-compiled', ready: 'engine-ready' } as const;

/** Rows of an answer, as many as were wanted. */
export interface Collected {
  table: Table;
  /** There are more rows, which were not taken. */
  more: boolean;
}

export interface BrowserConnection extends Connection {
  /** The first rows of an answer, taken batch by batch: the rest is never computed. @throws EngineError */
  collect(sql: string, most: number): Promise<Collected>;
}

async function collect(connection: AsyncDuckDBConnection, sql: string, most: number): Promise<Collected> {
  const reader = await connection.send(sql, true);
  const batches: RecordBatch[] = [];
  let rows = 0;
  let more = false;
  for await (const batch of reader) {
    const room = most - rows;
    more = batch.numRows > room;
    batches.push(more ? batch.slice(0, room) : batch);
    rows += batch.numRows;
    if (more) break;
  }
  if (more) await connection.cancelSent();
  return { table: new Table(reader.schema, batches), more };
}

function wrap(connection: AsyncDuckDBConnection, terminate: () => Promise<void>): BrowserConnection {
  const rowsOf = async (sql: string, params: readonly Param[]) => {
    if (params.length === 0) return connection.query(sql);
    const statement = await connection.prepare(sql);
    try {
      return await statement.query(...params);
    } finally {
      await statement.close();
    }
  };
  return {
    async query<Row>(sql: string, params: readonly Param[] = []): Promise<Row[]> {
      try {
        return (await rowsOf(sql, params)).toArray().map((row: { toJSON(): unknown }) => row.toJSON() as Row);
      } catch (cause) {
        throw new EngineError('the query failed', sql, cause);
      }
    },
    async collect(sql, most) {
      try {
        return await collect(connection, sql, most);
      } catch (cause) {
        throw new EngineError('the query failed', sql, cause);
      }
    },
    async insertArrow(table, stream) {
      try {
        await connection.insertArrowFromIPCStream(stream, { name: table, create: true });
      } catch (cause) {
        throw new EngineError(`table ${table} could not be made`, null, cause);
      }
    },
    async close() {
      await connection.close();
      await terminate();
    },
  };
}

/**
 * Starts DuckDB in a worker of our own origin and locks it. The library and the engine are fetched here and not before,
 * at the same time.
 * @param base base path of the site, without a slash at its end
 * @param ended ends the worker at once, whatever it is at; what was asked of it is never answered
 * @throws EngineError; the worker of a failed start is ended, so that a retry begins anew
 */
export async function openInBrowser(base: string, ended?: AbortSignal): Promise<BrowserConnection> {
  performance.mark(MARKS.asked);
  const worker = new Worker(`${base}/${FOLDER}/worker.js`);
  ended?.addEventListener('abort', () => worker.terminate());
  try {
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) =>
        reject(new Error(event.message || 'the worker did not load')),
      );
    });
    const ready = async () => {
      const duckdb = await import('@duckdb/duckdb-wasm');
      const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
      // worker.js knows where the engine lies, in one file or in parts: this name only tells it that it is wanted.
      await db.instantiate('engine.wasm');
      performance.mark(MARKS.compiled);
      await db.open(OPEN_CONFIG);
      const connection = await db.connect();
      await connection.query(LOCK.join('; '));
      performance.mark(MARKS.ready);
      return wrap(connection, () => db.terminate());
    };
    return await Promise.race([ready(), failed]);
  } catch (cause) {
    worker.terminate();
    throw new EngineError('the engine did not start', null, cause);
  }
}
