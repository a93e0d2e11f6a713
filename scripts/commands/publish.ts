import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { refuse, type Catalogue, type Problem } from '../../src/lib/catalogue';
import { anchorOf, findingSchema, type Finding, type Observation } from '../../src/lib/domain';
import {
  buildExtract,
  matches,
  MANIFEST_FILE,
  VERSION_FILE,
  type Manifest,
  type PublishedFile,
} from '../../src/lib/extract';
import { checkReports } from '../../src/lib/report/checks';
import { checkAreas } from '../../src/lib/report/checks/area';
import { derive } from '../../src/lib/report/harmonise/derive';
import { readAllObservations, readCatalogue, type ReadObservation } from '../read-data';

/** Every rule over the observations; a new set of rules is one entry here. */
const CHECKS: readonly ((observations: readonly Observation[], catalogue: Catalogue) => Finding[])[] = [
  checkAreas,
  checkReports,
];
/** Values computed from observations; a new derivation is one entry here. */
const DERIVATIONS: readonly ((
  observations: readonly Observation[],
  catalogue: Catalogue,
) => Observation[])[] = [
  (observations, catalogue) =>
    derive(observations, new Map([...catalogue.chapters].map(([key, { dzial }]) => [key, dzial])), {
      gminyOf: (teryt, year) =>
        catalogue.units.gminyOf(teryt).filter((gmina) => existsIn(catalogue, gmina, year)),
    }),
];

function existsIn({ units }: Catalogue, teryt: string, year: number): boolean {
  const { since, until } = units.require(teryt);
  return (since === null || year >= since) && (until === null || year <= until);
}

/** Anchors are ids of the source's page: two observations may not share one. A doubt nobody needs is a stale one. */
function checkPlaces(rows: readonly ReadObservation[], catalogue: Catalogue): void {
  const problems: Problem[] = [];
  const places = new Map<string, ReadObservation>();
  for (const row of rows) {
    const anchor = anchorOf(row.value);
    const key = `${row.value.source}#${anchor}`;
    const first = places.get(key);
    if (first)
      problems.push({
        file: row.file,
        line: row.line,
        message: `the same place as ${first.file}:${first.line} ("${anchor}")`,
      });
    else places.set(key, row);
  }
  for (const { value: doubt, line } of catalogue.doubts)
    if (!rows.some((row) => matches(doubt, row.value)))
      problems.push({ file: 'data/doubts.csv', line, message: 'matches no observation: remove it' });
  refuse(problems);
}

function findingsOf(observations: readonly Observation[], catalogue: Catalogue): Finding[] {
  const findings = CHECKS.flatMap((check) => check(observations, catalogue)).map((f) =>
    findingSchema.parse(f),
  );
  const keyed = findings.map((finding) => ({
    finding,
    key: [finding.source, finding.rule, finding.teryt, finding.year, finding.message].join('|'),
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ finding }) => finding);
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

function manifestOf(files: readonly PublishedFile[]): Manifest {
  const entries = files.map(({ path, bytes, rows }) => ({
    path,
    bytes: bytes.length,
    rows,
    sha256: sha256(bytes),
  }));
  return { files: entries.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** Everything a data folder holds, checked: read and computed observations, and what contradicts. @throws DataError */
export async function findingsOfData(
  data: string,
): Promise<{ catalogue: Catalogue; observations: Observation[]; findings: Finding[] }> {
  const catalogue = await readCatalogue(data);
  const rows = await readAllObservations(data, catalogue);
  checkPlaces(rows, catalogue);
  const read = rows.map((row) => row.value);
  const observations = [...read, ...DERIVATIONS.flatMap((derive) => derive(read, catalogue))];
  return { catalogue, observations, findings: findingsOf(observations, catalogue) };
}

/** Writes the published files of a data folder. @throws DataError with file and line of everything wrong in the data. */
export async function publish(
  data: string,
  out: string,
): Promise<{ manifest: Manifest; findings: Finding[] }> {
  const { catalogue, observations, findings } = await findingsOfData(data);
  const files = buildExtract({ catalogue, observations, findings });
  const manifest = manifestOf(files);
  await rm(out, { recursive: true, force: true });
  for (const folder of new Set(files.map((file) => dirname(join(out, file.path)))))
    await mkdir(folder, { recursive: true });
  const manifestText = `${JSON.stringify(manifest, null, 1)}\n`;
  await Promise.all([
    ...files.map((file) => writeFile(join(out, file.path), file.bytes)),
    writeFile(join(out, MANIFEST_FILE), manifestText),
    writeFile(join(out, VERSION_FILE), `${JSON.stringify({ manifest: sha256(manifestText) })}\n`),
  ]);
  return { manifest, findings };
}

export function register(program: Command): void {
  program
    .command('publish')
    .description('check everything in the data folder and write the files the site is made from')
    .option('--data <folder>', 'data folder', 'data')
    .option('--out <folder>', 'folder to write (emptied first)', 'static/data')
    .action(async (options: { data: string; out: string }) => {
      const started = performance.now();
      const { manifest, findings } = await publish(options.data, options.out);
      const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(
        `${manifest.files.length} files, ${(bytes / 1e6).toFixed(1)} MB, ${findings.length} findings in ${seconds} s → ${options.out}`,
      );
    });
}
