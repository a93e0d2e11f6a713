import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Db from '../../src/lib/db';
import type { Connection } from '../../src/lib/db';
import { UNITS_FILE, valuesPath } from '../../src/lib/extract';
import { findChromium } from '../../scripts/chromium.mjs';
import { layOutEngine } from '../../scripts/engine.mjs';
import { serve } from '../../scripts/serve.mjs';

/** The policy of the site's pages (svelte.config.js), without hashes: this page has no inline script. */
const POLICY = `default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'`;
/** What the page below puts in its global scope. */
declare const db: typeof Db & { openInBrowser(base: string): Promise<Connection> };

const INDICATOR = 'obs-korzystajacy';

let browser: Browser;
let elsewhere: Server;
let address: string;
const reached: string[] = [];
let folder: string;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox'] });
  elsewhere = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*').end('a,b\n1,2\n');
  });
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), 'gminoskop-engine-'));
  const entry = join(folder, 'entry.ts');
  const all = JSON.stringify(resolve('src/lib/db/index.ts'));
  const browserOnly = JSON.stringify(resolve('src/lib/db/browser.ts'));
  await writeFile(
    entry,
    `import * as all from ${all};\nimport { openInBrowser } from ${browserOnly};\nglobalThis.db = { ...all, openInBrowser };\n`,
  );
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: join(folder, 'code'),
      lib: { entry, formats: ['es'], fileName: () => 'db.js' },
    },
  });
});
afterAll(async () => {
  await browser.close();
  elsewhere.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each([
  ['in one file', false],
  ['in parts', true],
])('the engine %s in a browser', (_, inParts) => {
  let site: Awaited<ReturnType<typeof serve>>;
  let page: Page;
  beforeAll(async () => {
    const root = join(folder, inParts ? 'parts' : 'whole');
    await mkdir(root);
    layOutEngine(join(root, 'duckdb'), inParts);
    await cp(join(folder, 'code'), join(root, 'code'), { recursive: true });
    for (const path of [UNITS_FILE, valuesPath({ by: 'indicator', indicator: INDICATOR })])
      await cp(join('static', 'data', path), join(root, 'data', path));
    await writeFile(
      join(root, 'index.html'),
      `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><script type="module" src="/code/db.js"></script>`,
    );
    site = await serve({ root, port: 0 });
    page = await browser.newPage();
    await page.goto(site.url);
  });
  afterAll(async () => {
    await page.close();
    await site.close();
  });

  test('starts under the policy of the pages and answers', async () => {
    const rows = await page.evaluate(async () => {
      const connection = await db.openInBrowser('');
      return connection.query('SELECT 6 * 7 AS answer');
    });
    expect(rows).toEqual([{ answer: 42 }]);
  });

  test('loads published values and ranks them, under the same policy', async () => {
    const rows = await page.evaluate((indicator) => {
      return db.ranking(db.browserEngine(''), { indicator, year: 2024, within: '1201' });
    }, INDICATOR);
    expect(rows).toHaveLength(9);
    expect(rows[0]?.place).toBe(1);
  });

  test('reaches no other origin, neither by a query nor from the worker', async () => {
    const message = await page.evaluate(async (url) => {
      const connection = await db.openInBrowser('');
      return connection.query(`SELECT * FROM read_csv('${url}/x.csv')`).then(
        () => 'answered',
        (error: Error) => String(error.cause),
      );
    }, address);
    expect(message).toMatch(/disabled|extension/i);
    expect(reached).toEqual([]);
  });

  test('that cannot be loaded says so, and a retry works', async () => {
    await page.route('**/duckdb/*.{wasm,part}', (route) => route.abort(), { times: 1 });
    const outcomes = await page.evaluate(async () => {
      const attempt = () =>
        db.openInBrowser('').then(
          () => 'started',
          (error: Error) => error.message,
        );
      return [await attempt(), await attempt()];
    });
    expect(outcomes).toEqual(['the engine did not start', 'started']);
  });
});

test('no part of the engine is above the limit of 25 MiB', () => {
  const sizes = layOutEngine(join(folder, 'sizes'), true).map((file) => file.bytes.length);
  expect(sizes.length).toBeGreaterThan(1);
  expect(Math.max(...sizes)).toBeLessThan(25 * 1024 * 1024);
});
