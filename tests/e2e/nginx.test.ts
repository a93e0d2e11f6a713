import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headersFor } from '../../scripts/headers.mjs';
import { hasNginx, serveByNginx } from '../../scripts/nginx.mjs';
import { publishedVersion } from '../../scripts/version.mjs';
import { ask } from '../ask';
import { useBrowser, WIDE } from './browser';

const VERSION = publishedVersion('build/data');
const firstOf = (folder: string, pattern: RegExp): string => {
  const found = readdirSync(`build/${folder}`, { recursive: true, encoding: 'utf8' }).find((name) =>
    pattern.test(name),
  );
  if (found === undefined) throw new Error(`build/${folder} holds nothing like ${pattern}`);
  return `/${folder}/${found}`;
};
const PARQUET = '/data/wskaznik/indicator=gus-ludnosc/data.parquet';

describe.skipIf(!hasNginx())('nginx with the configuration that is shipped', () => {
  const base = process.env.BASE_PATH ?? '';
  const browser = useBrowser();
  let server: Awaited<ReturnType<typeof serveByNginx>>;
  const get = (path: string, headers?: Record<string, string>, method?: string) =>
    ask(server.port, `${base}${path}`, headers, method);

  beforeAll(async () => {
    server = await serveByNginx({ root: 'build', base });
  });
  afterAll(() => server.close());

  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/gmina/060801/', 'text/html; charset=utf-8'],
    [firstOf('_app/immutable', /^entry\/start\..*\.js$/), 'application/javascript; charset=utf-8'],
    [firstOf('_app/immutable', /^workers\/.*\.js$/), 'application/javascript; charset=utf-8'],
    [firstOf('_app/immutable', /\.css$/), 'text/css; charset=utf-8'],
    [firstOf('_app/immutable', /\.woff2$/), 'font/woff2'],
    [firstOf('_app/immutable', /icon\..*\.svg$/), 'image/svg+xml; charset=utf-8'],
    [firstOf('duckdb', /^duckdb-eh[^/]*\.(wasm|part)$/), /^application\/(wasm|octet-stream)$/],
    ['/duckdb/worker.js', 'application/javascript; charset=utf-8'],
    ['/ocr/jbig2.wasm', 'application/wasm'],
    ['/ocr/pol.traineddata.gz', 'application/octet-stream'],
    ['/data/katalog.json', 'application/json; charset=utf-8'],
    ['/dane/gmina/060801.json', 'application/json; charset=utf-8'],
    ['/dane/gmina/060801.csv', 'text/csv; charset=utf-8'],
    ['/dane/katalog.jsonld', 'application/ld+json'],
    ['/osadz/deprywacja-lokalna/060801/obraz.png', 'image/png'],
    [PARQUET, 'application/vnd.apache.parquet'],
  ])('%s has its type and its headers', async (path, type) => {
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(type);
    for (const [name, value] of Object.entries(headersFor(path)))
      expect(headers[name.toLowerCase()], name).toBe(value);
    const foreign = headers['access-control-allow-origin'];
    expect(foreign).toBe(/^\/data\/|^\/dane\/./.test(path) ? '*' : undefined);
    expect(headers.server).toBe('nginx');
  });

  test('data of the version that is published may be kept for ever, of any other they are asked for again', async () => {
    const cached = async (path: string) => (await get(path)).headers['cache-control'];
    expect(VERSION).toMatch(/^[0-9a-f]{12}$/);
    expect(await cached(`${PARQUET}?v=${VERSION}`)).toBe('public, max-age=31536000, immutable');
    for (const query of ['', '?v=', '?v=000000000000', `?w=${VERSION}`, `?v=${VERSION}0`])
      expect(await cached(PARQUET + query), query).toBe('no-cache');
    expect(await cached(`/gmina/060801/?v=${VERSION}`)).toBe('no-cache');
    expect(await cached(`/data/nothing.parquet?v=${VERSION}`)).toBe('no-cache');
  });

  test('what is asked for again costs no body where it has not changed', async () => {
    for (const path of ['/', '/gmina/060801/', PARQUET, '/data/katalog.json']) {
      const { etag } = (await get(path, { 'accept-encoding': 'br' })).headers;
      expect(etag).toMatch(/^"/);
      const again = await get(path, { 'accept-encoding': 'br', 'if-none-match': etag ?? '' });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    }
  });

  test('the compressed twin is sent that the browser takes', async () => {
    const whole = readFileSync('build/gmina/060801/index.html');
    const brotli = await get('/gmina/060801/', { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(brotli.body.equals(readFileSync('build/gmina/060801/index.html.br'))).toBe(true);
    expect(brotliDecompressSync(brotli.body).equals(whole)).toBe(true);
    const gzip = await get('/gmina/060801/', { 'accept-encoding': 'gzip' });
    expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(gunzipSync(gzip.body).equals(whole)).toBe(true);
    const plain = await get('/gmina/060801/');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.equals(whole)).toBe(true);
    const engine = firstOf('duckdb', /^duckdb-eh[^/]*\.(wasm|part)$/);
    expect((await get(engine, { 'accept-encoding': 'br' }, 'HEAD')).headers).toMatchObject({
      'content-encoding': 'br',
    });
  });

  test('a range is that range of the file', async () => {
    const file = readFileSync(`build${PARQUET}`);
    const ranges: [string, Buffer][] = [
      ['bytes=0-3', file.subarray(0, 4)],
      ['bytes=-8', file.subarray(-8)],
      [`bytes=${file.length - 4}-`, file.subarray(-4)],
    ];
    for (const [range, bytes] of ranges) {
      const { status, headers, body } = await get(PARQUET, { range, 'accept-encoding': 'gzip, br' });
      expect([status, body.equals(bytes)], range).toEqual([206, true]);
      expect(headers['content-range']).toMatch(new RegExp(`/${file.length}$`));
    }
    expect((await get(PARQUET, { range: `bytes=${file.length}-` })).status).toBe(416);
  });

  test('one page has one address', async () => {
    for (const path of ['/gmina/060801', '/metodologia']) {
      const { status, headers } = await get(`${path}?lata=2015-2020`);
      expect([status, headers.location]).toEqual([308, `${base}${path}/?lata=2015-2020`]);
    }
    // A folder without a page is no page.
    for (const path of ['/gmina', '/gmina/']) expect((await get(path)).status).toBe(404);
  });

  test.each(['/nic/', '/gmina/999999/', '/data/nic.parquet', '/_app/immutable/nic.js'])(
    'an address that is none (%s) gives the page that says so, and is not kept',
    async (path) => {
      const { status, headers, body } = await get(path);
      expect([status, headers['cache-control']]).toEqual([404, 'no-cache']);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(body.equals(readFileSync('build/404.html'))).toBe(true);
    },
  );

  test('a page of another site may frame charts, and nothing else', async () => {
    const at = `http://127.0.0.1:${server.port}${base}`;
    const frames = ['/osadz/obs-korzystajacy/120102/', '/gmina/120102/', '/']
      .map((path) => `<iframe src="${at}${path}" title="${path}"></iframe>`)
      .join('');
    // Another port is another origin.
    const newspaper = createServer((_, answer) => {
      answer.setHeader('content-type', 'text/html; charset=utf-8');
      answer.end(`<!doctype html><html lang="pl"><title>Gazeta</title>${frames}</html>`);
    });
    await new Promise<void>((ready) => newspaper.listen(0, ready));
    const page = await browser().newPage();
    await page.goto(`http://127.0.0.1:${(newspaper.address() as AddressInfo).port}/`, {
      waitUntil: 'networkidle',
    });
    const framed = await Promise.all(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.locator('main').count()),
    );
    expect(framed).toEqual([1, 0, 0]);
    await page.close();
    newspaper.close();
  });

  test.each([
    '/osadz/nic/060801/',
    '/osadz/wersja/0123456789ab/deprywacja-lokalna/060801/',
    '/osadz/deprywacja-lokalna/',
  ])(
    'a chart or a version that is not there (%s) says so in its frame, and nothing else is shown for it',
    async (path) => {
      const { status, headers, body } = await get(path);
      expect([status, headers['cache-control']]).toEqual([404, 'no-cache']);
      expect(headers['content-security-policy']).toContain('frame-ancestors *');
      expect(headers['x-frame-options']).toBeUndefined();
      expect(body.toString()).toContain('W jego miejscu nie pokazano innych danych.');
    },
  );

  test('a chart for other sites has one address too', async () => {
    const { status, headers } = await get('/osadz/deprywacja-lokalna/060801');
    expect([status, headers.location]).toEqual([308, `${base}/osadz/deprywacja-lokalna/060801/`]);
    expect((await get('/osadz/deprywacja-lokalna/060801/')).status).toBe(200);
  });

  test('only reading is answered', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(405);
    const { status, body } = await get('/', {}, 'HEAD');
    expect([status, body.length]).toEqual([200, 0]);
  });

  test('without the module of brotli gzip is sent', async () => {
    const other = await serveByNginx({ root: 'build', base, brotli: false });
    try {
      const { headers } = await ask(other.port, `${base}/`, { 'accept-encoding': 'gzip, br' });
      expect(headers['content-encoding']).toBe('gzip');
    } finally {
      await other.close();
    }
  });

  test.each([
    '',
    'gmina/060801/',
    'wskaznik/obs-korzystajacy/',
    // Its rows come from published files.
    'zrodlo/gus-gminy-2020-2021/?czesc=gus-powierzchnia',
  ])('a second view of %s asks for the page alone', async (path) => {
    const folder = await mkdtemp(join(tmpdir(), 'gminoskop-log-'));
    const log = join(folder, 'requests');
    const logged = await serveByNginx({ root: 'build', base, log });
    const context = await browser().newContext({ viewport: WIDE });
    try {
      const page = await context.newPage();
      const view = async (): Promise<string[]> => {
        const before = (await readFile(log, 'utf8')).length;
        await page.goto(`${logged.url}${path}`, { waitUntil: 'networkidle' });
        const lines = (await readFile(log, 'utf8')).slice(before).trim().split('\n');
        await page.goto('about:blank');
        return lines;
      };
      expect((await view()).length).toBeGreaterThan(3);
      // The page itself is asked for again, and answered without a body.
      expect(await view()).toEqual([`GET ${base}/${path} 304`]);
    } finally {
      await context.close();
      await logged.close();
      await rm(folder, { recursive: true });
    }
  });
});

test('the configuration that is written is the one tested', () => {
  expect(existsSync('deploy/nginx.conf')).toBe(true);
  expect(readFileSync('deploy/nginx.conf', 'utf8')).toContain(VERSION);
});
