// The site of some data: bundled, and prerendered by as many processes as are asked for, each making its share of the pages.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleEmbedDrawing } from './embed-drawing.mjs';
import { bin, mustRun } from './run.mjs';
import { fingerprint } from './stamp.mjs';

const EVERY = 15_000;
/** Heap of a process that shares the work, in MB: without a limit it collects garbage late and fills the memory. */
const HEAP = 900;
/** Room for what is new, in MB: rows of a page live as long as the page, and with the usual 16 MB they are kept far longer. */
const YOUNG = 64;

/**
 * One process follows every link and fails where one leads nowhere, as SvelteKit does. Several make what `entries` name;
 * their links are checked when all pages are there.
 * @param {{ workspace?: string, shards?: number, env?: NodeJS.ProcessEnv, say?: (line: string) => void }} [options]
 *   workspace: folder with `data/` and `static/`, where `build/` is made
 */
export async function buildSite({ workspace = '.', shards = 1, env = process.env, say = console.log } = {}) {
  const build = join(workspace, 'build');
  rmSync(build, { recursive: true, force: true });
  const own = {
    ...env,
    WORKSPACE: workspace === '.' ? '' : workspace,
    CHARTS_CACHE: cacheOf('charts', CHART_CODE),
    PROFILES_CACHE: join(workspace, '.cache', 'profiles'),
    PICTURES_CACHE: cacheOf('pictures', [...CHART_CODE, ...PICTURE_CODE]),
  };
  const folder = join(workspace, '.svelte-kit');
  const pages = join(folder, 'output', 'prerendered', 'pages');
  const watch = setInterval(() => {
    const [parts, made] = [filesIn(own.PROFILES_CACHE), pagesIn(pages)];
    if (parts + made > 0) say(`  ${parts} parts gathered, ${made} pages made`);
  }, EVERY);
  try {
    rmSync(own.PROFILES_CACHE, { recursive: true, force: true });
    // Vite reads a tsconfig that this makes.
    await mustRun(bin('svelte-kit'), ['sync'], { env: own });
    await bundleEmbedDrawing(join(workspace, 'static'));
    rmSync(join(folder, 'output'), { recursive: true, force: true });
    await mustRun(bin('vite'), ['build', '--logLevel', 'error'], {
      env: shards > 1 ? { ...own, SHARD: `0-${shards}` } : own,
    });
    if (shards === 1) return;
    const sharing = {
      ...own,
      NODE_ENV: 'production',
      NODE_OPTIONS: `--max-old-space-size=${HEAP} --max-semi-space-size=${YOUNG}`,
    };
    await Promise.all(
      Array.from({ length: shards }, (_, at) =>
        mustRun(process.execPath, [join('scripts', 'share.mjs')], {
          env: { ...sharing, SHARD: `${at + 1}-${shards}` },
        }),
      ),
    );
  } finally {
    clearInterval(watch);
  }
  moveInto(pages, build);
  moveInto(join(pages, '..', 'dependencies'), build);
  checkLinks(build, env.BASE_PATH ?? '');
}

/** Moves what is in a folder into another, file by file: what both have is the same. @param {string} from @param {string} to */
function moveInto(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [old, own] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && existsSync(own)) moveInto(old, own);
    else renameSync(old, own);
  }
  rmSync(from, { recursive: true });
}

/** All that charts may import. */
const CHART_CODE = [
  ...['charts', 'stats', 'format', 'domain', 'catalogue', 'geo'].map((room) => join('src', 'lib', room)),
  'src/lib/server/draw.ts',
  'src/lib/server/kept.ts',
  'package-lock.json',
];
/** What pictures for links are made by besides. */
const PICTURE_CODE = [
  'src/routes/share-picture.ts',
  'src/lib/export/share-picture.ts',
  'src/lib/export/plain-paint.ts',
  'src/lib/server/png.ts',
  'src/lib/server/palette-png.ts',
  'src/lib/components/styles',
];

/**
 * Folder of what was made before by the same code; what other code made is thrown away.
 * @param {string} kind @param {string[]} code
 */
function cacheOf(kind, code) {
  const folder = join('.cache', kind);
  const name = fingerprint(code).slice(0, 16);
  mkdirSync(folder, { recursive: true });
  for (const other of readdirSync(folder))
    if (other !== name) rmSync(join(folder, other), { recursive: true, force: true });
  return join(folder, name);
}

/** @param {string} folder */
const filesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
    : 0;

/** @param {string} pages folder of what has been prerendered */
function pagesIn(pages) {
  if (!existsSync(pages)) return 0;
  return readdirSync(pages, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .reduce((sum, { name }) => sum + readdirSync(join(pages, name)).length, 0);
}

/** @param {string} build @param {string} base @throws where a page links to a page or file of the site that is not there */
function checkLinks(build, base) {
  /** @type {Map<string, boolean>} */
  const known = new Map();
  const broken = [];
  const pages = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  for (const page of pages)
    for (const [, path = ''] of readFileSync(join(build, page), 'utf8').matchAll(
      /<a\b[^>]*? href="(\/[^"#?]*)/g,
    )) {
      let there = known.get(path);
      if (there === undefined) {
        const file = join(build, decodeURI(path).slice(base.length));
        there = existsSync(path.endsWith('/') ? join(file, 'index.html') : file);
        known.set(path, there);
      }
      if (!there) broken.push(`${page}: ${path}`);
    }
  if (broken.length > 0)
    throw new Error(`${broken.length} links lead nowhere:\n${broken.slice(0, 20).join('\n')}`);
}
