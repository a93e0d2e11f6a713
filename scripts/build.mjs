// data → engine, OCR → site → compressed twins → configuration for hosts. Each step runs only when what it reads has changed; --force runs all.
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compressFolder } from './compress.mjs';
import { bundleEmbedDrawing } from './embed-drawing.mjs';
import { addCompressedEngine, prepareEngine } from './engine.mjs';
import { writeHosts } from './hosts.mjs';
import { layOutOcr } from './ocr-engine.mjs';
import { writeRedirects } from './redirects.mjs';
import { bin, mustRun } from './run.mjs';
import { fingerprint, unlessDone } from './stamp.mjs';
import { buildSite } from './site.mjs';
import { writeSitemap } from './sitemap.mjs';
import { publishedVersion } from './version.mjs';

const { SITE_URL = '', BASE_PATH = '', ENGINE_PARTS = '', SHARDS = '1' } = process.env;
const DATA_CODE = ['domain', 'catalogue', 'extract', 'geo', 'report', 'stats', 'format'].map((room) =>
  join('src', 'lib', room),
);

/** @param {{ force?: boolean, say?: (line: string) => void }} [options] */
export async function build({ force = false, say = console.log } = {}) {
  const lock = 'package-lock.json';
  const data = fingerprint([
    'data',
    'scripts/commands',
    'scripts/ozps.ts',
    'scripts/read-data.ts',
    'scripts/duckdb.ts',
    'scripts/publish',
    lock,
    ...DATA_CODE,
  ]);
  const engine = fingerprint([lock, 'scripts/engine.mjs', 'scripts/trim-wasm.mjs'], [ENGINE_PARTS]);
  const ocr = fingerprint([lock, 'scripts/ocr-engine.mjs']);
  const config = ['svelte.config.js', 'vite.config.ts', 'tsconfig.json', lock];
  // What the steps before make is in their fingerprints.
  const ownStatic = readdirSync('static')
    .filter((entry) => !['data', 'duckdb', 'ocr', 'osadz-rysuj.js'].includes(entry))
    .map((entry) => join('static', entry));
  const site = fingerprint(
    [
      'src',
      ...ownStatic,
      ...config,
      'data/versions',
      'scripts/build.mjs',
      'scripts/site.mjs',
      'scripts/sitemap.mjs',
      'scripts/compress.mjs',
      'scripts/embed-drawing.mjs',
      'scripts/redirects.mjs',
      'data/redirects.csv',
    ],
    [data, engine, ocr, SITE_URL, BASE_PATH],
  );
  const step = async (/** @type {Omit<Parameters<typeof unlessDone>[0], 'force'>} */ options) => {
    const started = performance.now();
    const ran = await unlessDone({ ...options, force });
    if (ran) say(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  };
  await step({
    name: 'data',
    print: data,
    result: 'static/data/manifest.json',
    run: () => {
      say('Publishing the data …');
      return mustRun(bin('tsx'), ['scripts/ozps.ts', 'publish']);
    },
  });
  await step({
    name: 'engine',
    print: engine,
    result: 'static/duckdb/worker.js',
    run: () => {
      say(ENGINE_PARTS === '1' ? 'Preparing the engine, in parts …' : 'Preparing the engine …');
      return prepareEngine();
    },
  });
  await step({
    name: 'ocr',
    print: ocr,
    result: 'static/ocr/worker.min.js',
    run: () => layOutOcr(join('static', 'ocr')),
  });
  await step({
    name: 'site',
    print: site,
    result: 'build/index.html',
    run: async () => {
      say('Building the site …');
      if (SITE_URL === '')
        say('  SITE_URL is not set: absolute addresses (canonical links, site map) are left out');
      await bundleEmbedDrawing();
      await buildSite({ shards: Number(SHARDS), say });
      // Static hosts show 404.html for an address that is none; its links are absolute, so it stands at any depth.
      renameSync(join('build', 'nie-ma-takiej-strony', 'index.html'), join('build', '404.html'));
      rmSync(join('build', 'nie-ma-takiej-strony'), { recursive: true });
      writeRedirects('build', { base: BASE_PATH, origin: SITE_URL });
      if (SITE_URL !== '') writeSitemap('build', { site: SITE_URL, base: BASE_PATH });
      say('Compressing …');
      addCompressedEngine('build');
      const compressed = await compressFolder('build', join('build', 'duckdb'));
      say(`  ${compressed} files compressed`);
    },
  });
  const folders = readdirSync('build', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  writeHosts('deploy', { base: BASE_PATH, version: publishedVersion(join('build', 'data')), folders });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await build({ force: process.argv.includes('--force') });
