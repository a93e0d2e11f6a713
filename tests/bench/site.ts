import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { compressFolder } from '../../scripts/compress.mjs';
import { bin } from '../../scripts/run.mjs';
import { generate, SIZES, type Size } from './national/generate';
import { machine, printRows, type BenchRow } from './row';

// What publishing and building cost with a made-up load: `npm run bench:site -- --size powiat|wojewodztwo|kraj`

const program = new Command('bench:site')
  .description('publishes a made-up load and builds a site of it: time, memory, bytes')
  .addOption(new Option('--size <size>').choices(Object.keys(SIZES)).default('powiat'))
  .option('--no-site', 'publish only')
  .parse();
const { size, site } = program.opts<{ size: Size; site: boolean }>();
const folder = join('.cache', 'bench', size);
const data = join(folder, 'data');
const published = join(folder, 'static', 'data');

interface Run {
  seconds: number;
  /** Most that the process held at once, as far as a look every half second tells; Linux only. */
  peak: number;
}

/** Runs a program to its end. @throws where it fails */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const started = performance.now();
  let peak = 0;
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  const look = setInterval(() => {
    const file = `/proc/${child.pid ?? 0}/status`;
    const kB = existsSync(file) ? /VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
    peak = Math.max(peak, Number(kB ?? 0) * 1024);
  }, 500);
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => {
      clearInterval(look);
      if (code === 0) done({ seconds: (performance.now() - started) / 1000, peak });
      else fail(new Error(`${command} ended with ${code}`));
    });
  });
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

if (!existsSync(join(data, 'sources.csv'))) {
  console.log('Making the load up …');
  await generate(size, 'data', data);
}
mkdirSync(join(folder, 'static'), { recursive: true });
const node = process.execPath;
const publishing = await run(node, [
  ...['--import', 'tsx', 'scripts/ozps.ts', 'publish', '--made-up'],
  ...['--data', data, '--out', published],
]);
const rows: BenchRow[] = [
  {
    what: 'publish',
    goal: 'country: ≤ 180 s, 3 GB',
    measured: `${publishing.seconds.toFixed(0)} s, ${MB(publishing.peak)}`,
    ok: publishing.seconds <= 180 && publishing.peak <= 3e9,
  },
];
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
  for (const name of ['duckdb', 'ocr']) {
    rmSync(join(folder, 'static', name), { force: true });
    symlinkSync(resolve('static', name), join(folder, 'static', name));
  }
  const built = join(folder, 'build');
  rmSync(built, { recursive: true, force: true });
  const building = await run(node, [bin('vite'), 'build', '--logLevel', 'error'], {
    WORKSPACE: folder,
    MADE_UP: '1',
    NODE_OPTIONS: '--max-old-space-size=4096',
  });
  const from = performance.now();
  await compressFolder(built, join(built, 'duckdb'));
  const seconds = building.seconds + (performance.now() - from) / 1000;
  rows.push({
    what: 'site, prerendered and compressed',
    goal: 'country: ≤ 720 s, 4 GB',
    measured: `${seconds.toFixed(0)} s (${building.seconds.toFixed(0)} s without compressing), ${MB(building.peak)}`,
    ok: seconds <= 720 && building.peak <= 4e9,
  });
  for (const kind of ['gmina', 'wskaznik', 'zrodlo', 'jakosc'])
    rows.push({
      what: `  /${kind}/, brotli`,
      goal: '',
      measured: each(sizes(join(built, kind), 'index.html.br')),
      ok: null,
    });
}
printRows(rows);
console.log(`${machine()}; ${size}`);
