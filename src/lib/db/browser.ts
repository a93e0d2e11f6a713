import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { EngineError, LOCK, OPEN_CONFIG, type Connection, type Param } from './connection';

/** Folder of the engine's files below the base path (see `scripts/engine.mjs`). */
const FOLDER = 'duckdb';

/** Marks of the start, read by `npm run bench`. */
const MARKS = { asked: 'engine-asked', compiled: 'engine-compiled', ready: 'engine-ready' } as const;

function wrap(connection: AsyncDuckDBConnection, terminate: () => Promise<void>): Connection {
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
 * @throws EngineError; the worker of a failed start is ended, so that a retry begins anew
 */
export async function openInBrowser(base: string): Promise<Connection> {
  performance.mark(MARKS.asked);
  const worker = new Worker(`${base}/${FOLDER}/worker.js`);
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
