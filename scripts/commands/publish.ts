import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { DataError, type Catalogue } from '../../src/lib/catalogue';
import type { Finding } from '../../src/lib/domain';
import { describe, MANIFEST_FILE, VERSION_FILE, type Manifest } from '../../src/lib/extract';
import { rowsOf, withDuckDB } from '../duckdb';
import { addDerived, addDoubts, findingsOf } from '../publish/judge';
import { maps } from '../publish/maps';
import { stage } from '../publish/stage';
import { writePartitions } from '../publish/write';
import { readCatalogue } from '../read-data';
import { swappedIn } from '../swap.mjs';

/** Everything a data folder holds, checked: its catalogue, and what contradicts. @throws DataError */
export async function findingsOfData(data: string): Promise<{ catalogue: Catalogue; findings: Finding[] }> {
  const catalogue = await readCatalogue(data);
  const findings = await withDuckDB(async ({ connection, folder }) => {
    await stage(connection, folder, data, catalogue);
    await addDerived(connection, folder, catalogue);
    return findingsOf(connection, catalogue);
  });
  return { catalogue, findings };
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** What the files of a load for benchmarks carry, and what is said where they are refused. */
const MADE_UP = 'Dane zmyślone do pomiarów szybkości i testów. Nie publikować.';

/** Whether there are made-up sources. @throws DataError where there are and nobody asked for them */
function refuseMadeUp({ sources }: Catalogue, wanted: boolean): boolean {
  const madeUp = [...sources.values()].filter(({ type }) => type === 'zmyslone');
  if (madeUp.length > 0 && !wanted)
    throw new DataError(
      madeUp.slice(0, 1).map(({ id }) => ({
        file: 'data/sources.csv',
        line: 1,
        message: `${madeUp.length} sources are made up (the first is "${id}"): they are for benchmarks only, with --made-up`,
      })),
    );
  return madeUp.length > 0;
}

export interface PublishOptions {
  /** The data are a made-up load and wanted as such. */
  madeUp?: boolean;
  /** Told what is being done, for work that takes minutes. */
  say?: (line: string) => void;
}

/** Writes the published files of a data folder beside those that are there, which they replace when all is written. @throws DataError with file and line of everything wrong in the data. */
export async function publish(
  data: string,
  target: string,
  { madeUp = false, say = () => undefined }: PublishOptions = {},
): Promise<{ manifest: Manifest; findings: Finding[] }> {
  const catalogue = await readCatalogue(data);
  const mark = refuseMadeUp(catalogue, madeUp) ? MADE_UP : null;
  return swappedIn(target, (out) => withDuckDB(async ({ connection, connections, folder }) => {
    say('reading the observations');
    await stage(connection, folder, data, catalogue);
    say('computing and checking');
    await addDerived(connection, folder, catalogue);
    const findings = await findingsOf(connection, catalogue);
    await addDoubts(connection, catalogue, findings);
    const gus = [...catalogue.indicators.values()]
      .filter(({ origin }) => origin === 'gus')
      .map(({ id }) => id);
    const withData = await rowsOf<{ teryt: string }>(
      connection,
      `SELECT DISTINCT teryt FROM observation WHERE indicator NOT IN ('${['', ...gus].join("', '")}')`,
    );
    say('writing');
    const { files: parquet, sources } = await writePartitions(connections, out, catalogue, mark);
    const texts = [
      ...describe({
        catalogue,
        findings,
        withData: new Set(withData.map(({ teryt }) => teryt)),
        sources,
      }),
      ...(await maps(data, catalogue)),
    ];
    for (const { path, bytes } of texts) {
      await mkdir(dirname(join(out, path)), { recursive: true });
      await writeFile(join(out, path), bytes);
    }
    const files: Manifest['files'] = [];
    for (const { path, rows } of [...parquet, ...texts.map(({ path }) => ({ path, rows: null }))]) {
      const bytes = await readFile(join(out, path));
      files.push({ path, bytes: bytes.length, rows, sha256: sha256(bytes) });
    }
    const manifest = { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
    const text = `${JSON.stringify(manifest, null, 1)}\n`;
    await writeFile(join(out, MANIFEST_FILE), text);
    await writeFile(join(out, VERSION_FILE), `${JSON.stringify({ manifest: sha256(text) })}\n`);
    return { manifest, findings };
  }));
} // prettier-ignore

export function register(program: Command): void {
  program
    .command('publish')
    .description('check everything in the data folder and write the files the site is made from')
    .option('--data <folder>', 'data folder', 'data')
    .option('--out <folder>', 'folder to write (replaced when everything is written)', 'static/data')
    .option('--made-up', 'the data are a made-up load for benchmarks')
    .action(async (options: { data: string; out: string; madeUp?: boolean }) => {
      const started = performance.now();
      const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
      const { manifest, findings } = await publish(options.data, options.out, {
        madeUp: options.madeUp ?? false,
        say: (line) => {
          console.log(`  ${seconds()} s: ${line}`);
        },
      });
      const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
      console.log(
        `${manifest.files.length} files, ${(bytes / 1e6).toFixed(1)} MB, ${findings.length} findings in ${seconds()} s → ${options.out}`,
      );
    });
}
