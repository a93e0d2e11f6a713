// What one small machine serves: nginx with the shipped configuration, a load generator beside it, loopback only.
// `npm run bench:serve [-- --site DIR]`
import autocannon, { type Request } from 'autocannon';
import { Command } from 'commander';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { formatBytes } from '../src/lib/format/bytes';
import { getNginx, hasNginx, serveByNginx } from './nginx.mjs';

const CONNECTIONS = 50;
/** Addresses of one kind that are asked for in turn. */
const ADDRESSES = 400;
/** No kind of request is sent for longer than this. */
const PATIENCE = 60_000;
const BROWSER = { 'accept-encoding': 'gzip, deflate, br' };

/** Evenly spread over a list, the same ones in every run. */
function sample<T>(all: readonly T[]): T[] {
  const step = Math.max(1, all.length / ADDRESSES);
  return Array.from({ length: Math.min(all.length, ADDRESSES) }, (_, i) => all[Math.floor(i * step)]).filter(
    (one) => one !== undefined,
  );
}

/** Paths of the files below a folder of the site. None where it is missing. */
function filesBelow(site: string, folder: string, name: string): string[] {
  if (!existsSync(join(site, folder))) return [];
  return readdirSync(join(site, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path === name || path.endsWith(`/${name}`))
    .sort()
    .map((path) => `/${folder}/${path}`);
}

const get = (path: string, headers: Record<string, string> = BROWSER): Request => ({
  method: 'GET',
  path,
  headers,
});
/** What a reader of Parquet in place asks for: the last bytes, which say where the columns are, then some of them. */
const rangesOf = (site: string, path: string): Request[] => {
  const { size } = statSync(join(site, path));
  const middle = Math.floor(size / 2);
  return [`bytes=-8`, `bytes=${middle}-${Math.min(size - 1, middle + 4095)}`].map((range) =>
    get(path, { range }),
  );
};

/** Requests of each kind with their number, 10 000 in all. */
function kindsOf(site: string): { kind: string; requests: Request[]; amount: number }[] {
  const pages = (folder: string) =>
    sample(filesBelow(site, folder, 'index.html')).map((path) => get(path.replace(/index\.html$/, '')));
  const data = ['data/jednostka', 'data/wskaznik'].flatMap((folder) =>
    sample(filesBelow(site, folder, 'data.parquet')),
  );
  return [
    { kind: 'pages', requests: ['gmina', 'powiat', 'wskaznik', 'zrodlo'].flatMap(pages), amount: 4000 },
    { kind: 'embeds', requests: pages('osadz'), amount: 2000 },
    { kind: 'data files', requests: data.map((path) => get(path)), amount: 2000 },
    { kind: 'ranges', requests: data.flatMap((path) => rangesOf(site, path)), amount: 2000 },
  ];
}

interface Measured {
  answered: number;
  seconds: number;
  /** Milliseconds of each answer, the quickest first. */
  times: number[];
  bytes: number;
}

/** Sends the requests in turn until the amount is reached. Anything but 2xx counts as not answered. */
async function load(url: string, requests: readonly Request[], amount: number): Promise<Measured> {
  let client = 0;
  const times: number[] = [];
  const started = performance.now();
  let last = started;
  const run = autocannon({
    url,
    amount,
    connections: CONNECTIONS,
    timeout: 10,
    requests: requests.slice(0, 1),
    // Each connection has its own part of the list: to hold all of it in each would keep the generator busy.
    setupClient(one) {
      const own = client++;
      one.setRequests(requests.filter((_, i) => i % CONNECTIONS === own % requests.length));
    },
  });
  const instance = run as unknown as autocannon.Instance;
  instance.on('response', (_client, _status, _bytes, time) => {
    times.push(time);
    last = performance.now();
  });
  const late = setTimeout(() => instance.stop?.(), PATIENCE);
  const result = await run;
  clearTimeout(late);
  return {
    answered: result['2xx'],
    seconds: (last - started) / 1000,
    times: times.sort((a, b) => a - b),
    bytes: result.throughput.total,
  };
}
const quantile = (times: readonly number[], q: number) =>
  (times[Math.floor(q * (times.length - 1))] ?? NaN).toFixed(1);

async function main({ site }: { site: string }): Promise<void> {
  await getNginx();
  if (!hasNginx()) throw new Error('nginx with its module of brotli is missing');
  const server = await serveByNginx({ root: site, base: process.env.BASE_PATH ?? '' });
  const total = { sent: 0, seconds: 0, bytes: 0, failed: 0 };
  try {
    const [cpu] = cpus();
    console.log(
      `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${formatBytes(totalmem())}; nginx and the load generator share them`,
    );
    console.log(`${CONNECTIONS} connections to ${server.url}, site: ${site}\n`);
    console.log('kind         requests  addresses  requests/s   p50 ms   p99 ms   errors   bytes sent');

    const kinds = kindsOf(site);
    // What does not exist yet leaves its share to the pages.
    const missing = kinds.filter(({ requests }) => requests.length === 0);
    const spare = missing.reduce((sum, { amount }) => sum + amount, 0);
    for (const { kind, requests, amount } of kinds) {
      if (requests.length === 0) continue;
      const wanted = kind === 'pages' ? amount + spare : amount;
      const { answered, seconds, times, bytes } = await load(server.url, requests, wanted);
      const errors = wanted - answered;
      total.failed += errors;
      total.sent += wanted;
      total.seconds += seconds;
      total.bytes += bytes;
      console.log(
        [
          kind.padEnd(11),
          String(wanted).padStart(9),
          String(requests.length).padStart(10),
          (answered / seconds).toFixed(0).padStart(11),
          quantile(times, 0.5).padStart(8),
          quantile(times, 0.99).padStart(8),
          String(errors).padStart(8),
          formatBytes(bytes).padStart(12),
        ].join(' '),
      );
    }
    console.log(
      `\n${total.sent} requests in ${total.seconds.toFixed(1)} s, ${(total.sent / total.seconds).toFixed(0)} a second, ${formatBytes(total.bytes)}, ${total.failed} errors`,
    );
    for (const { kind } of missing) console.log(`No ${kind} in this site: their share went to the pages.`);
  } finally {
    await server.close();
  }
  if (total.failed > 0) process.exitCode = 1;
}

await main(new Command().option('--site <folder>', 'built site', 'build').parse().opts<{ site: string }>());
