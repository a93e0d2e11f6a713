import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import {
  FINDINGS_FILE,
  MANIFEST_FILE,
  manifestSchema,
  partitionOf,
  publishedFindingsSchema,
  publishedSourcesSchema,
  SOURCES_FILE,
  VERSION_FILE,
  versionRecordSchema,
  versionSchema,
  type VersionRecord,
} from '../../src/lib/extract';
import { refuseOtherFolders } from '../read-data';

const SHORT = 8;

/** What the published files hold now. @param data folder of the observations that the sources' hashes are of */
export async function recordOf(data: string, published: string, recorded: string): Promise<VersionRecord> {
  const json = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(join(published, path), 'utf8')) as unknown;
  const { files } = manifestSchema.parse(await json(MANIFEST_FILE));
  const sources: VersionRecord['sources'] = {};
  for (const [id, { rows }] of Object.entries(publishedSourcesSchema.parse(await json(SOURCES_FILE)))) {
    const file = join(data, 'observations', `${id}.csv`);
    // What is computed here has no file of its own.
    const text = existsSync(file) ? await readFile(file) : `${id} ${rows}`;
    sources[id] = [rows, createHash('sha256').update(text).digest('hex').slice(0, SHORT)];
  }
  const indicators: VersionRecord['indicators'] = {};
  const gminy: VersionRecord['gminy'] = {};
  for (const { path, rows, sha256 } of files) {
    const partition = path.endsWith('/data.parquet') ? partitionOf(path) : null;
    if (partition === null) continue;
    const entry: [number, string] = [rows ?? 0, sha256.slice(0, SHORT)];
    if (partition.by === 'indicator') indicators[partition.indicator] = entry;
    else if (partition.teryt.length === 6) gminy[partition.teryt] = entry;
  }
  return versionRecordSchema.parse({
    recorded,
    version: versionSchema.parse(await json(VERSION_FILE)).manifest.slice(0, 12),
    sources,
    indicators,
    gminy,
    findings: publishedFindingsSchema.parse(await json(FINDINGS_FILE)).length,
  });
}

/** Writes the record of the version that is published, once. @returns its file, `null` where it has one */
export async function writeVersion(data: string, published: string, now: Date): Promise<string | null> {
  refuseOtherFolders(data);
  const record = await recordOf(data, published, now.toISOString());
  const folder = join(data, 'versions');
  await mkdir(folder, { recursive: true });
  const known = (await readdir(folder)).some((name) => name.endsWith(`-${record.version}.json`));
  if (known) return null;
  const file = join(folder, `${record.recorded.slice(0, 10)}-${record.version}.json`);
  await writeFile(file, `${JSON.stringify(record)}\n`, { flag: 'wx' });
  return file;
}

export function register(program: Command): void {
  program
    .command('version')
    .description('record what the published data hold, so that /zmiany/ can tell later versions from it')
    .option('--data <folder>', 'folder of the data', 'data')
    .option('--published <folder>', 'folder of the published files', join('static', 'data'))
    .action(async ({ data, published }: { data: string; published: string }) => {
      const file = await writeVersion(data, published, new Date());
      console.log(file ?? 'this version has its record already');
    });
}
