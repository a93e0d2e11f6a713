import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** What the engine may hold in memory; beyond it, it writes to its folder. The rest of the 3 GB of a build is Node's. */
const MEMORY_LIMIT = '1200MB';

/** Text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A native DuckDB of one's own. */
export interface Opened {
  connection: DuckDBConnection;
  /** One a core, the one above among them: a file is written by one thread. */
  connections: [DuckDBConnection, ...DuckDBConnection[]];
  /** Removed with the database afterwards. */
  folder: string;
}

/**
 * Runs `work` on a native DuckDB of its own. The database is a file: what is staged need not fit into memory.
 */
export async function withDuckDB<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'gminoskop-duckdb-'));
  const instance = await DuckDBInstance.create(join(folder, 'staged.duckdb'), {
    memory_limit: MEMORY_LIMIT,
    temp_directory: join(folder, 'spill'),
    autoinstall_known_extensions: 'false',
    // Every question that needs an order says so.
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  const connections: Opened['connections'] = [connection];
  while (connections.length < availableParallelism()) connections.push(await instance.connect());
  try {
    return await work({ connection, connections, folder });
  } finally {
    for (const open of connections) open.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rows of a question as objects, integers of 64 bits as numbers. */
export async function rowsOf<Row>(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJS().map((row) => {
    for (const [name, cell] of Object.entries(row)) if (typeof cell === 'bigint') row[name] = Number(cell);
    return row as Row;
  });
}
