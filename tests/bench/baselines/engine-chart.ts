import * as Plot from '@observablehq/plot';
import * as duckdb from 'duckdb-wasm-1-28';

/** A chart as it would be made without prerendering: the engine reads Parquet files at start, then Plot draws. */
export async function draw(files: readonly string[], sql: string): Promise<void> {
  const at = (path: string) => new URL(path, location.href).href;
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(at('duckdb-browser-eh.worker.js')));
  const [, ...bytes] = await Promise.all([
    db.instantiate(at('duckdb-eh.wasm')),
    ...files.map(async (file) => new Uint8Array(await (await fetch(at(file))).arrayBuffer())),
  ]);
  for (const [i, file] of files.entries()) await db.registerFileBuffer(file, bytes[i] ?? new Uint8Array());
  const connection = await db.connect();
  const table = await connection.query(sql);
  const rows = table
    .toArray()
    .map((row: { toJSON(): { year: number; value: number; teryt: string } }) => row.toJSON());
  const chart = Plot.plot({ marks: [Plot.line(rows, { x: 'year', y: 'value', stroke: 'teryt' })] });
  document.querySelector('figure')?.append(chart);
}
