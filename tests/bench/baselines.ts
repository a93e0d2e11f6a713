import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';
import { compressFolder } from '../../scripts/compress.mjs';
import { literal, withDuckDB } from '../../scripts/duckdb';
import { valuesPath } from '../../src/lib/extract';

/**
 * What people would build instead, to be served beside the site: `bare/` (one HTML file with the same chart in it, the
 * lower limit), `direct/` (the engine opens partition files at start, then Plot) and `whole/` (one national Parquet).
 * The last two use DuckDB-WASM 1.28.0, whose Parquet reader is built in.
 * @param page built page of the gmina, whose first chart `bare/` shows
 */
export async function buildBaselines(out: string, page: string, data: string, teryt: string): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  for (const name of ['bare', 'direct', 'whole']) mkdirSync(join(out, name), { recursive: true });
  const html = readFileSync(page, 'utf8');
  const figure = /<figure[^>]*data-indicator[\s\S]*?<\/figure>/.exec(html)?.[0];
  if (!figure) throw new Error(`${page} has no chart`);
  const styles = html.match(/<style[\s\S]*?<\/style>/g) ?? [];
  const head = '<!doctype html><html lang="pl"><meta charset="utf-8"><title>baseline</title>';
  writeFileSync(join(out, 'index.html'), head);
  writeFileSync(join(out, 'bare', 'index.html'), `${head}${styles.join('')}${figure}`);
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'esnext',
      modulePreload: false,
      rollupOptions: {
        input: { direct: 'tests/bench/baselines/direct.ts', whole: 'tests/bench/baselines/whole.ts' },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  const dist = join('node_modules', 'duckdb-wasm-1-28', 'dist');
  for (const name of ['direct', 'whole']) {
    writeFileSync(
      join(out, name, 'index.html'),
      `${head}<figure data-indicator="deprywacja-lokalna"></figure><script type="module" src="../${name}.js"></script>`,
    );
    copyFileSync(join(dist, 'duckdb-eh.wasm'), join(out, name, 'duckdb-eh.wasm'));
    copyFileSync(join(dist, 'duckdb-browser-eh.worker.js'), join(out, name, 'duckdb-browser-eh.worker.js'));
  }
  const wasm = brotliCompressSync(readFileSync(join(dist, 'duckdb-eh.wasm')), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  for (const name of ['direct', 'whole']) writeFileSync(join(out, name, 'duckdb-eh.wasm.br'), wasm);
  for (const [name, code] of Object.entries({
    gmina: teryt,
    powiat: teryt.slice(0, 4),
    wojewodztwo: teryt.slice(0, 2),
  })) {
    const file = join(data, valuesPath({ by: 'unit', teryt: code }));
    if (existsSync(file)) cpSync(file, join(out, 'direct', `${name}.parquet`));
  }
  await withDuckDB(({ connection }) =>
    connection.run(
      `COPY (SELECT * FROM read_parquet(${literal(join(data, 'wskaznik/*/data.parquet'))}, hive_partitioning = true) ORDER BY indicator, teryt, "year")
       TO ${literal(join(out, 'whole', 'whole.parquet'))} (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION V1)`,
    ),
  );
  await compressFolder(out, join(out, 'nothing'));
}
