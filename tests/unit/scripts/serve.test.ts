import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../../scripts/serve.mjs';
import { ask } from '../../ask';

const SCRIPT = 'export const answer = 42;\n'.repeat(50);
const FILES: Record<string, string | Buffer> = {
  'index.html': '<h1>start</h1>',
  '404.html': '<h1>nie ma</h1>',
  'osadz/404.html': '<h1>nie ma wykresu</h1>',
  'osadz/a/060801/index.html': '<h1>wykres</h1>',
  'gmina/060801/index.html': '<h1>Lubartów</h1>',
  'data/wersja.json': JSON.stringify({ manifest: '0123456789ab'.padEnd(64, '0') }),
  'data/x.parquet': Buffer.from('PAR1 0123456789 PAR1'),
  '_app/immutable/a.js': SCRIPT,
  '_app/immutable/a.js.br': brotliCompressSync(SCRIPT),
  '_app/immutable/a.js.gz': gzipSync(SCRIPT),
  'duckdb/worker.js': 'importScripts();',
  'duckdb/duckdb-eh.0123456789ab.wasm': Buffer.from([0, 97, 115, 109]),
};
let root: string;
let site: Awaited<ReturnType<typeof serve>>;
let below: Awaited<ReturnType<typeof serve>>;

const get = (path: string, headers?: Record<string, string>) => ask(site.port, path, headers);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'gminoskop-serve-'));
  for (const [path, content] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  site = await serve({ root, port: 0 });
  below = await serve({ root, port: 0, base: '/gminoskop' });
});
afterAll(async () => {
  await Promise.all([site.close(), below.close()]);
  await rm(root, { recursive: true, force: true });
});

describe('the server', () => {
  test('sends each kind of file with its type', async () => {
    const types = {
      '/': 'text/html;charset=utf-8',
      '/_app/immutable/a.js': 'text/javascript',
      '/data/x.parquet': 'application/vnd.apache.parquet',
      '/duckdb/duckdb-eh.0123456789ab.wasm': 'application/wasm',
    };
    for (const [path, type] of Object.entries(types))
      expect((await get(path)).headers['content-type']).toBe(type);
  });

  test('sends the compressed twin that the browser takes', async () => {
    const path = '/_app/immutable/a.js';
    const brotli = await get(path, { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(brotli.headers['content-type']).toBe('text/javascript');
    expect((await get(path, { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
    const plain = await get(path);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(SCRIPT);
  });

  test('answers a range with that range of the file itself', async () => {
    const { status, headers, body } = await get('/data/x.parquet', {
      range: 'bytes=5-14',
      'accept-encoding': 'br',
    });
    expect([status, body.toString(), headers['content-range']]).toEqual([206, '0123456789', 'bytes 5-14/20']);
    expect((await get('/data/x.parquet', { range: 'bytes=16-' })).body.toString()).toBe('PAR1');
    const script = await get('/_app/immutable/a.js', { range: 'bytes=0-5', 'accept-encoding': 'br' });
    expect([script.body.toString(), script.headers['content-encoding']]).toEqual(['export', undefined]);
  });

  test.each(['bytes=5-2', 'bytes=-', 'bytes=0-1,4-5', 'lines=1-2'])(
    'answers a range it does not read (%s) with the whole file',
    async (range) => {
      const { status, body } = await get('/data/x.parquet', { range });
      expect([status, body.length]).toEqual([200, 20]);
    },
  );

  test('lets hashed files be kept for ever, and has everything else asked for again', async () => {
    const kept = 'public, max-age=31536000, immutable';
    expect((await get('/_app/immutable/a.js')).headers['cache-control']).toBe(kept);
    expect((await get('/duckdb/duckdb-eh.0123456789ab.wasm')).headers['cache-control']).toBe(kept);
    for (const path of ['/', '/duckdb/worker.js', '/data/x.parquet'])
      expect((await get(path)).headers['cache-control']).toBe('no-cache');
    // Data are kept under the version that is published, and under no other.
    expect((await get('/data/x.parquet?v=0123456789ab')).headers['cache-control']).toBe(kept);
    for (const path of [
      '/data/x.parquet?v=0123456789ac',
      '/data/y.parquet?v=0123456789ab',
      '/?v=0123456789ab',
    ])
      expect((await get(path)).headers['cache-control']).toBe('no-cache');
    const { etag } = (await get('/')).headers;
    expect((await get('/', { 'if-none-match': String(etag) })).status).toBe(304);
  });

  test.each(['/', '/gmina/060801/', '/nothing/', '/duckdb/worker.js', '/data/x.parquet'])(
    'sends the security headers with %s',
    async (path) => {
      const { headers } = await get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['content-security-policy']).toContain("connect-src 'self'");
    },
  );

  test('forbids framing by others, and ties the worker to its own origin', async () => {
    expect((await get('/')).headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect((await get('/duckdb/worker.js')).headers['content-security-policy']).toContain(
      "default-src 'none'",
    );
  });

  test('lets published data be read from anywhere, and nothing else', async () => {
    expect((await get('/data/x.parquet')).headers['access-control-allow-origin']).toBe('*');
    expect((await get('/')).headers['access-control-allow-origin']).toBeUndefined();
  });

  test('leads to the address of a page with a slash', async () => {
    const { status, headers } = await get('/gmina/060801?x=1');
    expect([status, headers.location]).toEqual([308, '/gmina/060801/?x=1']);
  });

  test('shows the page of lost addresses with 404', async () => {
    for (const path of ['/nothing/', '/gmina/999999/', '/data/y.parquet', '/..%2f..%2fetc/passwd']) {
      const { status, body } = await get(path);
      expect([status, body.toString()]).toEqual([404, FILES['404.html']]);
    }
  });

  test('says in the frame of a chart or a version that is not there that it is not, and shows no other', async () => {
    for (const path of ['/osadz/b/060801/', '/osadz/wersja/0123456789ab/a/060801/', '/osadz/']) {
      const { status, body, headers } = await get(path);
      expect([status, body.toString()]).toEqual([404, FILES['osadz/404.html']]);
      expect(headers['content-security-policy']).toContain('frame-ancestors *');
      expect(headers['x-frame-options']).toBeUndefined();
    }
    expect((await get('/osadz/a/060801/')).status).toBe(200);
    expect((await ask(below.port, '/gminoskop/osadz/b/060801/')).body.toString()).toBe(
      FILES['osadz/404.html'],
    );
    expect((await get('/osadzone/')).body.toString()).toBe(FILES['404.html']);
  });

  test('answers reading only', async () => {
    expect((await ask(site.port, '/', {}, 'POST')).status).toBe(405);
    const head = await ask(site.port, '/', {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });
});

describe('below a path', () => {
  test('serves the site there and nothing beside it', async () => {
    expect((await ask(below.port, '/gminoskop/gmina/060801/')).body.toString()).toBe('<h1>Lubartów</h1>');
    expect((await ask(below.port, '/gminoskop/_app/immutable/a.js')).headers['cache-control']).toContain(
      'immutable',
    );
    expect((await ask(below.port, '/gmina/060801/')).status).toBe(404);
    expect((await ask(below.port, '/gminoskopia/')).status).toBe(404);
  });

  test('leads from its bare path to its start', async () => {
    const { status, headers } = await ask(below.port, '/gminoskop');
    expect([status, headers.location]).toEqual([308, '/gminoskop/']);
  });
});

test('a folder without a start page is an error that says what to run', async () => {
  await expect(serve({ root: join(root, 'data'), port: 0 })).rejects.toThrow('npm run build');
});
