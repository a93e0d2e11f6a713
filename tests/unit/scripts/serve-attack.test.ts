import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkPort, serve } from '../../../scripts/serve.mjs';
import { type Answer, ask } from '../../ask';
import { type Dice, diceOf } from '../../report/writer/random';

const folder = mkdtempSync(join(tmpdir(), 'gminoskop-attack-'));
const root = join(folder, 'build');
const SECRET = 'nobody may read this';
const DIGITS = '0123456789'.repeat(10);
const SCRIPT = 'export const answer = 42;\n'.repeat(50);
let site: Awaited<ReturnType<typeof serve>>;

const write = (path: string, content: string | Buffer): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
};
const lives = async (): Promise<void> => expect((await ask(site.port, '/')).status).toBe(200);
const get = (path: string, headers?: Record<string, string>): Promise<Answer> =>
  ask(site.port, path, headers);

const oneOf = <T>(dice: Dice, list: readonly [T, ...T[]]): T => list[dice.upTo(list.length - 1)] ?? list[0];
/** Lets the server do a few steps of its work. */
const steps = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n++) await new Promise((resolve) => setImmediate(resolve));
};

/** Bytes as they are over a socket, and what comes back until it is closed or nothing comes. `whole`: nothing follows them. */
const raw = (text: string, whole = false): Promise<string> =>
  new Promise((resolve) => {
    let answer = '';
    const socket = connect(site.port, '127.0.0.1', () =>
      whole ? socket.end(text, 'latin1') : socket.write(text, 'latin1'),
    );
    socket.setTimeout(3000, () => socket.destroy());
    socket.on('data', (piece) => (answer += piece.toString('latin1')));
    // A connection that the server has reset is an answer too.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });

beforeAll(async () => {
  write('index.html', '<h1>start</h1>');
  write('404.html', '<h1>nie ma</h1>');
  write('data/x.parquet', DIGITS);
  write('data/empty.parquet', '');
  write('a.js', SCRIPT);
  write('a.js.br', brotliCompressSync(SCRIPT));
  write('a.js.gz', gzipSync(SCRIPT));
  write('.hidden', SECRET);
  writeFileSync(join(folder, 'secret.txt'), SECRET);
  mkdirSync(join(folder, 'build-beside'));
  writeFileSync(join(folder, 'build-beside', 'index.html'), SECRET);
  symlinkSync(join(folder, 'secret.txt'), join(root, 'leads-out.txt'));
  symlinkSync(join(folder, 'build-beside'), join(root, 'beside'));
  symlinkSync(join(folder, 'nothing'), join(root, 'dangling'));
  symlinkSync(root, join(root, 'around'));
  symlinkSync(join(root, 'a.js'), join(root, 'inside.js'));
  site = await serve({ root, port: 0 });
});
afterEach(lives);
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

describe('a range', () => {
  /** What RFC 9110 says of one range over the digits. */
  function expected(range: string): [status: number, body: string] {
    const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
    if (from === undefined || to === undefined || (from === '' && to === '')) return [200, DIGITS];
    if (from === '') return Number(to) === 0 ? [416, ''] : [206, DIGITS.slice(-Number(to))];
    if (to !== '' && BigInt(to) < BigInt(from)) return [200, DIGITS];
    if (BigInt(from) >= DIGITS.length) return [416, ''];
    return [206, to === '' ? DIGITS.slice(Number(from)) : DIGITS.slice(Number(from), Number(to) + 1)];
  }

  test('is answered with that range, with 416 or with the whole file, whatever it says', async () => {
    const random = diceOf('ranges');
    const numbers: [string, ...string[]] = ['', '0', '1', '5', '2', '99', '100', '101', '4294967296', '9007199254740993', '9'.repeat(400)];
    const drawn = Array.from({ length: 60 }, () => oneOf(random, ['bytes=', 'bytes ', 'lines=', 'bytes=-', '']) + `${oneOf(random, numbers)}-${oneOf(random, numbers)}`);
    for (const range of [...numbers.flatMap((a) => numbers.map((b) => `bytes=${a}-${b}`)), ...drawn, 'bytes=0-1,5-6', '-', 'bytes']) {
      const { status, body, headers } = await get('/data/x.parquet', { range });
      expect([range, status, body.toString()]).toEqual([range, ...expected(range)]);
      expect(Number(headers['content-length'])).toBe(body.length);
    }
  }); // prettier-ignore

  test('of an empty file has nothing', async () => {
    expect((await get('/data/empty.parquet', { range: 'bytes=0-' })).status).toBe(416);
    expect((await get('/data/empty.parquet')).body).toHaveLength(0);
  });

  test('is given of the file that the reader has, and not of a later one', async () => {
    const { etag } = (await get('/data/x.parquet')).headers;
    const headers = { range: 'bytes=0-1', 'if-range': String(etag) };
    expect((await get('/data/x.parquet', headers)).status).toBe(206);
    expect((await get('/data/x.parquet', { ...headers, 'if-range': '"another"' })).status).toBe(200);
  });
});

test('a coding that is refused is not sent', async () => {
  const coded: Record<string, string | undefined> = {
    'br;q=0': undefined, 'br;q=0, gzip': 'gzip', 'br;q=0.0,*': 'gzip', '*;q=0': undefined, 'gzip;q=0.5, br;q=0.1': 'br',
    brotli: undefined, identity: undefined, 'BR': 'br', ';;;,,,q=': undefined,
  }; // prettier-ignore
  for (const [accepted, coding] of Object.entries(coded)) {
    const { headers, body } = await get('/a.js', { 'accept-encoding': accepted });
    expect([accepted, headers['content-encoding']]).toEqual([accepted, coding]);
    const text = coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body;
    expect(text.toString()).toBe(SCRIPT);
  }
});

describe('no path', () => {
  test('leads out of the folder, into what is hidden, or ends the server', async () => {
    const random = diceOf('paths');
    const parts: [string, ...string[]] = ['..', '.', '%2e%2e', '%2E.', '..%2f', '..%5c', '\\', '%00', '%', '%zz', '%ff', '.hidden', 'beside', 'around', 'dangling', 'leads-out.txt', 'secret.txt', 'build-beside', 'index.html', '', '//', 'a.js', 'ż', '%C5%BC', 'x'.repeat(300), 'con', '?', '#', ';']; // prettier-ignore
    for (let n = 0; n < 400; n++) {
      const path = `/${Array.from({ length: random.between(1, 6) }, () => oneOf(random, parts)).join('/')}`;
      const answer = await raw(`GET ${path} HTTP/1.0\r\n\r\n`);
      expect(answer, path).not.toContain(SECRET);
      expect(answer, path).toMatch(/^HTTP\/1\.1 (?:200|308|400|404|416) /);
    }
  });

  test('is followed over a link out of the folder; one inside it is', async () => {
    for (const path of ['/leads-out.txt', '/beside/', '/dangling', '/.hidden'])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    expect((await get('/inside.js')).body.toString()).toBe(SCRIPT);
  });
});

test('no request ends the server, whatever its method, target or headers', { timeout: 20_000 }, async () => {
  const targets = ['/', '*', 'http://example.org/', '//example.org/', '/a.js', '', '/%', '/?', `/${'a'.repeat(20_000)}`];
  const methods = ['GET', 'HEAD', 'POST', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'get', 'GARBAGE', ''];
  const headers: [string, ...string[]] = ['', 'Range: bytes=5-2\r\n', 'If-None-Match: *\r\n', 'If-Modified-Since: never\r\n', 'Accept-Encoding: \xff;q=NaN\r\n', 'Upgrade: websocket\r\nConnection: Upgrade\r\n', 'Content-Length: -1\r\n', 'Transfer-Encoding: chunked\r\n', 'Expect: 100-continue\r\n', `X: ${'y'.repeat(20_000)}\r\n`]; // prettier-ignore
  const random = diceOf('requests');
  const requests = methods.flatMap((method) => targets.map((target) => `${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${oneOf(random, headers)}\r\n`)); // prettier-ignore
  for (const header of headers) requests.push(`GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${header}\r\n`);
  await Promise.all(requests.map(async (request) => {
    const answer = await raw(request);
    if (answer !== '') expect(answer).toMatch(/^HTTP\/1\.1 [1-5]\d\d /);
  })); // prettier-ignore
  for (const rubbish of ['', '\r\n\r\n', '\0\0\0\0', 'GET / HTTP/9.9\r\n\r\n', '\x16\x03\x01\x02\x00\r\n\r\n']) await raw(rubbish, true);
}); // prettier-ignore

test('a folder that changes under it: each answer is one file as it was, whole, or says that there is none', async () => {
  const random = diceOf('changes');
  const file = join(root, 'changing.txt');
  const versions = new Set<string>();
  for (let n = 0; n < 150; n++) {
    rmSync(file, { recursive: true, force: true });
    const what = oneOf(random, ['write', 'write', 'grow', 'shrink', 'delete', 'folder', 'link', 'pipe']);
    const content = String(n).repeat(random.between(1, 40_000));
    if (what === 'folder') mkdirSync(file);
    else if (what === 'link') symlinkSync(join(folder, 'secret.txt'), file);
    else if (what === 'pipe' && process.platform !== 'win32') execFileSync('mkfifo', [file]);
    else if (what !== 'delete') {
      writeFileSync(file, content);
      versions.add(content);
    }
    const asked = ask(site.port, '/changing.txt').catch(() => null);
    await steps(random.between(0, 30));
    if (what === 'grow') writeFileSync(file, 'x', { flag: 'a' });
    if (what === 'shrink') truncateSync(file, 1);
    if (what === 'write' && random.chance(0.5)) unlinkSync(file);
    const answer = await asked;
    // A promise that could not be kept: the connection is broken, and the reader knows.
    if (answer === null) continue;
    expect([200, 404]).toContain(answer.status);
    if (answer.status === 404) continue;
    const body = answer.body.toString();
    expect(body.length).toBe(Number(answer.headers['content-length']));
    expect([...versions, `${content}x`, content.slice(0, 1)].includes(body), what).toBe(true);
  }
});

test('a twin that is older than its file is not sent in its place', async () => {
  write('twin.js', 'old');
  write('twin.js.br', brotliCompressSync('old'));
  const headers = { 'accept-encoding': 'br' };
  expect((await get('/twin.js', headers)).headers['content-encoding']).toBe('br');
  await new Promise((resolve) => setTimeout(resolve, 20));
  write('twin.js', 'new');
  expect((await get('/twin.js', headers)).body.toString()).toBe('new');
});

describe('the server', () => {
  test('is heard on this machine only, unless it is told otherwise', async () => {
    const outer = Object.values(networkInterfaces()).flat().find((one) => one && !one.internal && one.family === 'IPv4');
    if (!outer) return;
    const refused = new Promise((resolve) => connect(site.port, outer.address).on('error', () => resolve('refused')).on('connect', () => resolve('heard')));
    expect(await refused).toBe('refused');
  }); // prettier-ignore

  test('says that a port is taken, and what to do', async () => {
    await expect(checkPort(site.port)).rejects.toThrow(/^port \d+ is taken: .*PORT=\d+ npm start/);
    await expect(serve({ root, port: site.port })).rejects.toThrow('is taken');
  });

  test('lets a download end before it stops', async () => {
    write('large.bin', Buffer.alloc(40_000_000, 7));
    const own = await serve({ root, port: 0 });
    const download = ask(own.port, '/large.bin');
    // The first bytes are on their way.
    await new Promise((resolve) => setTimeout(resolve, 10));
    await own.drain();
    expect((await download).body).toHaveLength(40_000_000);
    await expect(ask(own.port, '/')).rejects.toThrow('ECONNREFUSED');
  });
});
