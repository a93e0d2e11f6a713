import { createRequire } from 'node:module';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { EngineError, LOCK, OPEN_CONFIG, type Connection, type Param } from '../../src/lib/db/connection';

const require = createRequire(import.meta.url);
const dist = (name: string) => require.resolve(`@duckdb/duckdb-wasm/dist/${name}`);

/** The same engine of the same version in Node, blocking. `lock: false` is for the test that the lock is what holds. */
export async function openInNode({ lock }: { lock: boolean }): Promise<Connection> {
  const bundle = { mainModule: dist('duckdb-eh.wasm'), mainWorker: dist('duckdb-node-eh.worker.cjs') };
  const db = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await db.instantiate();
  db.open(OPEN_CONFIG);
  const connection = db.connect();
  if (lock) for (const statement of LOCK) connection.query(statement);
  const run = (sql: string, params: readonly Param[]) => {
    if (params.length === 0) return connection.query(sql);
    const statement = connection.prepare(sql);
    try {
      return statement.query(...params);
    } finally {
      statement.close();
    }
  };
  return {
    query<Row>(sql: string, params: readonly Param[] = []): Promise<Row[]> {
      try {
        const rows = run(sql, params).toArray() as { toJSON(): Row }[];
        return Promise.resolve(rows.map((row) => row.toJSON()));
      } catch (cause) {
        return Promise.reject(new EngineError('the query failed', sql, cause));
      }
    },
    insertArrow(table, stream) {
      connection.insertArrowFromIPCStream(stream, { name: table, create: true });
      return Promise.resolve();
    },
    close() {
      connection.close();
      return Promise.resolve();
    },
  };
}
