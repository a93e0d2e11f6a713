/** What a query may be given as a value; never as part of its text. */
export type Param = string | number | boolean | null;

/** One connection to DuckDB, already locked. Two implementations: the browser's worker, and Node for the tests. */
export interface Connection {
  /** Rows as plain objects, integers and decimals as numbers. @throws EngineError with the SQL and the cause. */
  query<Row>(sql: string, params?: readonly Param[]): Promise<Row[]>;
  /** A new table from an Arrow IPC stream. */
  insertArrow(table: string, stream: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** The engine did not start, a table did not load or a query failed. `cause` says why, `sql` what was asked. */
export class EngineError extends Error {
  constructor(
    message: string,
    readonly sql: string | null,
    cause: unknown,
  ) {
    super(message, { cause });
    this.name = 'EngineError';
  }
}

/**
 * Run in this order after opening: a query that would need an extension fails at once and in words, no query reaches
 * a file or the network, and no later query can change that.
 */
export const LOCK: readonly string[] = [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/** Sums of integers and decimals arrive as plain numbers. */
export const OPEN_CONFIG = { query: { castBigIntToDouble: true, castDecimalToDouble: true } } as const;

/** Name of a table or column as SQL text. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
