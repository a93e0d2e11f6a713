// How long a reader waits, measured on the built site: bytes and requests until the first chart, time to its first
// mark, time to a ready engine. `npm run bench:page`
import { chromium, type Browser, type CDPSession } from 'playwright-core';
import { getChromium } from './chromium.mjs';
import { serve } from './serve.mjs';

const PAGES = ['gmina/060801/?porownaj=061705', 'gmina/121003/?porownaj=121001'];
const ROUNDS = 3;
const LINES = {
  'this machine': null,
  // The slow line of architecture.md: 1.6 Mbit/s, 150 ms, a CPU four times slower.
  'slow line': { bytesPerSecond: 1.6e6 / 8, latency: 150, cpu: 4 },
} as const;
type Line = keyof typeof LINES;
/** The engine is not waited for longer than this. */
const PATIENCE = 120_000;

interface Measured {
  chart: number;
  engine: number;
  bytesToChart: number;
  requestsToChart: number;
  bytesInAll: number;
}

/** Notes in the page when the first mark of a chart has a place on the screen. A text: tsx would change a function. */
const WATCH_FOR_CHART = `(() => {
  const look = () => {
    const marks = document.querySelectorAll('figure[data-indicator] svg :is(path, circle, rect)');
    const seen = [...marks].some((mark) => mark.getBoundingClientRect().width > 0);
    if (seen) performance.mark('first-chart');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

/** Bytes on the wire with the time of each, from the browser's own account. */
async function countBytes(session: CDPSession) {
  const received: { time: number; bytes: number }[] = [];
  const asked: number[] = [];
  session.on('Network.requestWillBeSent', ({ timestamp }) => asked.push(timestamp));
  session.on('Network.dataReceived', ({ timestamp, encodedDataLength }) =>
    received.push({ time: timestamp, bytes: encodedDataLength }),
  );
  session.on('Network.responseReceived', ({ timestamp, response }) =>
    received.push({ time: timestamp, bytes: response.encodedDataLength }),
  );
  await session.send('Network.enable');
  return { received, asked };
}

const markOf = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? NaN;

async function measure(browser: Browser, url: string, line: Line): Promise<Measured> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const { received, asked } = await countBytes(session);
  const limits = LINES[line];
  if (limits) {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: limits.latency,
      downloadThroughput: limits.bytesPerSecond,
      uploadThroughput: limits.bytesPerSecond,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: limits.cpu });
  }
  // The session sees the page; what its worker fetches is counted here.
  let bytesInAll = 0;
  page.on('requestfinished', (request) => {
    void request.sizes().then((sizes) => {
      bytesInAll += sizes.responseBodySize + sizes.responseHeadersSize;
    });
  });
  await page.addInitScript(WATCH_FOR_CHART);
  await page.goto(url, { waitUntil: 'commit' });
  const wait = (name: string) =>
    page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, name, {
      timeout: PATIENCE,
    });
  await wait('first-chart');
  await wait('engine-ready');
  const [chart, engine] = await Promise.all(
    ['first-chart', 'engine-ready'].map((name) => page.evaluate(markOf, name)),
  );
  const start = Math.min(...asked);
  const until = start + (chart ?? NaN) / 1000;
  const sum = (entries: typeof received) => entries.reduce((total, entry) => total + entry.bytes, 0);
  await context.close();
  return {
    chart: chart ?? NaN,
    engine: engine ?? NaN,
    bytesToChart: sum(received.filter((entry) => entry.time <= until)),
    requestsToChart: asked.filter((time) => time <= until).length,
    bytesInAll,
  };
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

async function main(): Promise<void> {
  const site = await serve({ port: 0 });
  const browser = await chromium.launch({ executablePath: await getChromium(), args: ['--no-sandbox'] });
  const table: Record<string, string | number>[] = [];
  for (const path of PAGES)
    for (const line of Object.keys(LINES) as Line[]) {
      const rounds: Measured[] = [];
      for (let i = 0; i < ROUNDS; i += 1) rounds.push(await measure(browser, site.url + path, line));
      const of = (key: keyof Measured) => middle(rounds.map((round) => round[key]));
      table.push({
        page: `/${path.split('?')[0] ?? ''}`,
        line,
        'kB to first chart': Math.round(of('bytesToChart') / 1000),
        'requests to first chart': of('requestsToChart'),
        'first chart (ms)': Math.round(of('chart')),
        'engine ready (ms)': Math.round(of('engine')),
        'MB in all': (of('bytesInAll') / 1e6).toFixed(2),
      });
    }
  console.table(table);
  await browser.close();
  await site.close();
}

await main();
