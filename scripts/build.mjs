// data → engine, OCR → site → compressed twins → configuration for hosts. Each step runs only when what it reads has changed; --force runs all.
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { keepEmbeds, layArchive, listArchive } from './archive.mjs';
import { compressFolder } from './compress.mjs';
import { addCompressedEngine, prepareEngine } from './engine.mjs';
import { layFrames } from './frames.mjs';
import { writeHosts } from './hosts.mjs';
import { layOutOcr } from './ocr-engine.mjs';
import { writeRedirects } from './redirects.mjs';
import { inWords } from './in-words.mjs';
import { alone } from './lock.mjs';
import { bin, mustRun } from './run.mjs';
import { fingerprint, unlessDone } from './stamp.mjs';
import { buildSite } from './site.mjs';
import { writeSitemap } from './sitemap.mjs';
import { publishedVersion } from './version.mjs';

const {
  SITE_URL = '',
  BASE_PATH = '',
  EMBEDS = '',
  ENGINE_PARTS = '',
  SHARDS = '1',
  PICTURES = '',
  PRERENDER_ONLY = '',
} = process.env;
/** Refuses settings that would be understood as another, before any work. @throws Error in words */
function checkSettings() {
  if (!['', 'all'].includes(PICTURES))
    throw new Error(`invalid PICTURES: "${PICTURES}" (expected "all" or nothing)`);
  if (!/^([1-9]|[1-5]\d|6[0-4])$/.test(SHARDS))
    throw new Error(`invalid SHARDS: "${SHARDS}" (a number from 1 to 64)`);
  if (!['', 'browser'].includes(EMBEDS))
    throw new Error(`invalid EMBEDS: "${EMBEDS}" (expected "browser" or nothing)`);
  if (!['', '0', '1'].includes(ENGINE_PARTS))
    throw new Error(`invalid ENGINE_PARTS: "${ENGINE_PARTS}" (expected 1 or nothing)`);
}
const DATA_CODE = ['domain', 'catalogue', 'extract', 'geo', 'report', 'stats', 'format'].map((room) =>
  join('src', 'lib', room),
);

/**
 * @param {{ force?: boolean, archive?: string, say?: (line: string) => void }} [options]
 *   archive: folder in which the embeds of every version of the data are kept; empty for none
 */
export async function build(options) {
  checkSettings();
  return await alone(() => buildAlone(options));
}

/** @param {Parameters<typeof build>[0]} options */
async function buildAlone({ force = false, archive = process.env.ARCHIVE ?? '', say = console.log } = {}) {
  if (archive !== '' && EMBEDS === 'browser')
    throw new Error('EMBEDS=browser draws no chart in the build: there is nothing an archive could keep');
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
      'scripts/share.mjs',
      'scripts/typeset-markup.mjs',
      'scripts/sitemap.mjs',
      'scripts/compress.mjs',
      'scripts/embed-drawing.mjs',
      'scripts/frames.mjs',
      'scripts/redirects.mjs',
      'data/redirects.csv',
    ],
    [
      data,
      engine,
      ocr,
      SITE_URL,
      BASE_PATH,
      PICTURES,
      EMBEDS,
      PRERENDER_ONLY,
      archive === '' ? '' : 'archived',
    ],
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
      await buildSite({ shards: Number(SHARDS), env: { ...process.env, ARCHIVE: archive }, say });
      // Static hosts show 404.html for an address that is none; its links are absolute, so it stands at any depth.
      renameSync(join('build', 'nie-ma-takiej-strony', 'index.html'), join('build', '404.html'));
      rmSync(join('build', 'nie-ma-takiej-strony'), { recursive: true });
      if (SITE_URL !== '') writeSitemap('build', { site: SITE_URL, base: BASE_PATH });
      // Old addresses are in no site map.
      writeRedirects('build', { base: BASE_PATH, origin: SITE_URL });
      say('Compressing …');
      addCompressedEngine('build');
      const compressed = await compressFolder('build', join('build', 'duckdb'));
      say(`  ${compressed} files compressed`);
      const frames = layFrames('build', EMBEDS);
      if (frames > 0) say(`  ${frames} addresses of charts that the browser draws`);
    },
  });
  const version = publishedVersion(join('build', 'data'));
  if (archive !== '') {
    const added = keepEmbeds('build', archive, { version, base: BASE_PATH });
    say(`Archive ${archive}: ${added} embeds of version ${version} added`);
  }
  await step({
    name: 'archive',
    print: fingerprint(['scripts/archive.mjs'], [site, archive, ...listArchive(archive)]),
    result: 'build/index.html',
    run: async () => {
      const laid = layArchive('build', archive);
      if (laid === 0) return;
      await compressFolder(join('build', 'osadz', 'wersja'));
      say(`  ${laid} frozen embeds of all versions`);
    },
  });
  const folders = readdirSync('build', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  // Nothing is written where nothing has changed: a read-only folder can be served.
  const hosts = fingerprint(
    ['scripts/hosts.mjs', 'scripts/headers.mjs', 'data/redirects.csv'],
    [BASE_PATH, version, ...folders],
  );
  await step({
    name: 'hosts',
    print: hosts,
    result: 'deploy/nginx.conf',
    run: () => writeHosts('deploy', { base: BASE_PATH, version, folders }),
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: { force: { type: 'boolean' }, archive: { type: 'string' } },
  });
  await inWords(() => build(values));
}
