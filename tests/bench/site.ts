import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { compressFolder } from '../../scripts/compress.mjs';
import { layFrames } from '../../scripts/frames.mjs';
import { bin, mustRun } from '../../scripts/run.mjs';
import { buildSite } from '../../scripts/site.mjs';
import { changeOneReport } from './changed-report';
import { costRows } from './costs';
import { generate, SIZES, type Size } from './national/generate';
import { machine, printRows, type BenchRow } from './row';

// What publishing and building cost with a made-up load: `npm run bench:site -- --size powiat|wojewodztwo|kraj`

const program = new Command('bench:site')
  .description('publishes a made-up load and builds a site of it: time, memory, bytes')
  .addOption(new Option('--size <size>').choices(Object.keys(SIZES)).default('powiat'))
  .option('--no-site', 'publish only')
  .option('--no-publish', 'build of what has been published before')
  .option('--no-again', 'do not publish and build once more, after one report has changed')
  .parse();
const { size, site, publish, again } = program.opts<{
  size: Size;
  site: boolean;
  publish: boolean;
  again: boolean;
}>();
const folderOf = (own: Size): string => join('.cache', 'bench', own);
const folder = folderOf(size);
const data = join(folder, 'data');
const published = join(folder, 'static', 'data');

interface Run {
  seconds: number;
  /** Most that the processes started for it held at once, as far as a look every half second tells; Linux only. */
  peak: number;
}

/** Time and memory of what starts other processes. @throws what it throws */
async function measured(work: () => Promise<unknown>): Promise<Run> {
  const started = performance.now();
  let peak = 0;
  const look = setInterval(() => (peak = Math.max(peak, heldBelow(process.pid))), 500);
  try {
    await work();
  } finally {
    clearInterval(look);
  }
  return { seconds: (performance.now() - started) / 1000, peak };
}

/** What the kernel tells of a process; nothing of one that has just ended. */
function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch (error) {
    if (error instanceof Error && /ENOENT|ESRCH/.test(error.message)) return '';
    throw error;
  }
}

/** Bytes held by the processes that a process has started, and those by them. */
function heldBelow(root: number): number {
  if (!existsSync('/proc/self/status')) return 0;
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const status = statusOf(pid);
      const field = (name: string): number =>
        Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      return { pid: Number(pid), parent: field('PPid'), bytes: field('VmRSS') * 1024 };
    });
  const below = (parent: number): number =>
    processes
      .filter((one) => one.parent === parent)
      .reduce((sum, { pid, bytes }) => sum + bytes + below(pid), 0);
  return below(root);
}

/** Mean and number of the files below a folder whose path ends so. */
function sizes(root: string, end: string): { files: number; bytes: number } {
  if (!existsSync(root)) return { files: 0, bytes: 0 };
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(end));
  return {
    files: paths.length,
    bytes: paths.reduce((sum, path) => sum + statSync(join(root, path)).size, 0),
  };
}
const MB = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const each = ({ files, bytes }: { files: number; bytes: number }): string =>
  `${files} files, ${MB(bytes)}, ${(bytes / Math.max(files, 1) / 1000).toFixed(1)} kB each`;

const chartsKept = (): number => sizes(join('.cache', 'charts'), '.svg').files;

if (!existsSync(join(data, 'sources.csv'))) {
  console.log('Making the load up …');
  await generate(size, 'data', data);
}
mkdirSync(join(folder, 'static'), { recursive: true });
const rows: BenchRow[] = [];
const publishing = (): Promise<Run> =>
  measured(() =>
    mustRun(bin('tsx'), ['scripts/ozps.ts', 'publish', '--made-up', '--data', data, '--out', published]),
  );
if (publish) {
  const { seconds, peak } = await publishing();
  rows.push({
    what: 'publish',
    goal: 'country: ≤ 180 s, 3 GB',
    measured: `${seconds.toFixed(0)} s, ${MB(peak)}`,
    ok: seconds <= 180 && peak <= 3e9,
  });
}
const parquet = sizes(published, '.parquet');
rows.push({ what: 'Parquet', goal: '≤ 120 MB', measured: each(parquet), ok: parquet.bytes <= 120e6 });
const indicators = sizes(join(published, 'wskaznik'), 'data.parquet');
rows.push({
  what: '  one indicator',
  goal: '≤ 80 kB',
  measured: each(indicators),
  ok: indicators.bytes / indicators.files <= 80_000,
});
const units = sizes(join(published, 'jednostka'), 'data.parquet');
rows.push({
  what: '  one unit',
  goal: '≤ 20 kB',
  measured: each(units),
  ok: units.bytes / units.files <= 20_000,
});
if (site) {
  for (const name of ['duckdb', 'ocr', 'osadz.js', 'osadz-strona.js']) {
    rmSync(join(folder, 'static', name), { force: true });
    symlinkSync(resolve('static', name), join(folder, 'static', name));
  }
  const built = join(folder, 'build');
  // Where drawing all of them beforehand would take longer than a country may.
  const EMBEDS = process.env.EMBEDS ?? (size === 'kraj' ? 'browser' : '');
  const env = { ...process.env, EMBEDS, MADE_UP: '1' };
  const shards = size === 'powiat' ? 1 : 2;
  const build = (): Promise<Run> =>
    measured(async () => {
      await buildSite({ workspace: folder, shards, env });
      await compressFolder(built, join(built, 'duckdb'));
      layFrames(built, EMBEDS);
    });
  const { seconds, peak } = await build();
  rows.push({
    what: 'site, prerendered and compressed',
    goal: 'country: ≤ 720 s, 4 GB',
    measured: `${seconds.toFixed(0)} s, ${MB(peak)}`,
    ok: seconds <= 720 && peak <= 4e9,
  });
  for (const kind of ['gmina', 'osadz', 'wskaznik', 'zrodlo', 'jakosc'])
    rows.push({
      what: `  /${kind}/, brotli`,
      goal: '',
      measured: each(sizes(join(built, kind), 'index.html.br')),
      ok: null,
    });
  rows.push({
    what: '  /osadz/dane/, brotli: charts of a gmina for the browser',
    goal: '',
    measured: each(sizes(join(built, 'osadz', 'dane'), '.json.br')),
    ok: null,
  });
  rows.push(...(await costRows(folderOf)));
  if (again) {
    const takeBack = changeOneReport(join(data, 'observations'));
    const drawn = chartsKept();
    try {
      const [{ seconds: first }, { seconds: second }] = [await publishing(), await build()];
      rows.push({
        what: 'one report more in what is built',
        goal: '',
        measured: `${(first + second).toFixed(0)} s: published in ${first.toFixed(0)} s, built in ${second.toFixed(0)} s, ${chartsKept() - drawn} of ${drawn} charts drawn anew`,
        ok: null,
      });
    } finally {
      takeBack();
    }
  }
}
printRows(rows);
console.log(`${machine()}; ${size}`);
