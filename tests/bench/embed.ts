import { createServer } from 'node:http';
import { readdirSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Command } from 'commander';
import * as d3 from 'd3';
import { chromium } from 'playwright-core';
import { getChromium } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import { kB, machine, median, ms, printRows, type BenchRow } from './row';

// What a chart costs the page that frames it: `npm run bench:embed`, on the built site, in a page of another origin.

const program = new Command('bench:embed')
  .description('requests, bytes and time of embedded charts in a page of another origin')
  .option('--site <folder>', 'built site', 'build')
  .option('--rounds <number>', 'openings of each page', '5')
  .argument('[embeds...]', 'charts, below osadz/', [
    'deprywacja-lokalna/060801',
    'obs-korzystajacy/120102',
    'obs-wydatki-852-853-na-mieszkanca/121003',
  ])
  .parse();
const { site: root, rounds } = program.opts<{ site: string; rounds: string }>();
const embeds = program.args.length > 0 ? program.args : (program.processedArgs[0] as string[]);

/** The longest shift is that of the host page; a chart is there when its marks have a place. A text: tsx would change a function. */
const WATCH = `(() => {
  globalThis.benchShift = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { globalThis.benchShift += entry.value; }))
    .observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const marks = document.querySelectorAll('.stage svg :is(path, circle, rect)');
    if ([...marks].some((mark) => mark.getBoundingClientRect().width > 0)) globalThis.benchChart = performance.timeOrigin + performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

const site = await serve({ root, port: 0 });
let body = '';
const host = createServer((_, answer) => {
  answer.setHeader('content-type', 'text/html; charset=utf-8');
  answer.end(`<!doctype html><html lang="pl"><title>Gazeta</title><body>${body}</body></html>`);
});
await new Promise<void>((ready) => host.listen(0, ready));
const browser = await chromium.launch({ executablePath: await getChromium(), args: ['--no-sandbox'] });

interface Told {
  benchChart?: number;
  benchShift: number;
}
const tell = (): Told => {
  const { benchChart, benchShift } = globalThis as unknown as Told;
  return { ...(benchChart === undefined ? {} : { benchChart }), benchShift };
};

interface Opening {
  requests: number;
  bytes: number;
  scriptBytes: number;
  charts: number;
  shift: number;
}

async function opening(javaScriptEnabled: boolean): Promise<Opening> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 2400 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const types = new Map<string, string>();
  const seen: { bytes: number; script: boolean }[] = [];
  session.on('Network.requestWillBeSent', ({ requestId, type = '', request }) => {
    if (request.url.startsWith(site.url)) types.set(requestId, type);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId);
    if (type !== undefined) seen.push({ bytes: encodedDataLength, script: type === 'Script' });
  });
  await session.send('Network.enable');
  if (javaScriptEnabled) await page.addInitScript(WATCH);
  const began = Date.now();
  // Another port is another origin; another name would be another site, whose frames have an account of their own.
  await page.goto(
    `${new URL(site.url).protocol}//${new URL(site.url).hostname}:${(host.address() as AddressInfo).port}/`,
    { waitUntil: 'networkidle' },
  );
  const told = javaScriptEnabled ? await Promise.all(page.frames().map((frame) => frame.evaluate(tell))) : [];
  await context.close();
  return {
    requests: seen.length,
    bytes: d3.sum(seen, (one) => one.bytes),
    scriptBytes: d3.sum(seen, (one) => (one.script ? one.bytes : 0)),
    charts: (d3.max(told, ({ benchChart }) => benchChart ?? NaN) ?? NaN) - began,
    shift: d3.max(told, ({ benchShift }) => benchShift) ?? 0,
  };
}

async function row(what: string, goal: string, scripts: boolean): Promise<BenchRow> {
  const all: Opening[] = [];
  for (let i = 0; i < Number(rounds); i += 1) all.push(await opening(scripts));
  const of = (key: keyof Opening) => median(all.map((one) => one[key]));
  const bytes = of('bytes');
  return {
    what,
    goal,
    measured: [
      `${of('requests')} requests, ${kB(bytes)}`,
      scripts
        ? `of it scripts ${kB(of('scriptBytes'))}, charts after ${ms(of('charts'))}, shift ${of('shift').toFixed(3)}`
        : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
    ok: goal === '' ? null : bytes <= 30_000 && of('requests') === 1,
  };
}

const rows: BenchRow[] = [];
try {
  const frame = (path: string) =>
    `<iframe src="${site.url}osadz/${path}/" width="100%" height="700" title="Wykres"></iframe>`;
  for (const path of embeds) {
    body = frame(path);
    rows.push(await row(`${path}, scripts off`, '1 request, ≤ 30 kB', false));
    rows.push(await row(`${path}, scripts on`, '', true));
  }
  body = embeds.map(frame).join('');
  rows.push(await row(`all ${embeds.length} in one page, scripts on`, '', true));
} finally {
  await browser.close();
  host.close();
  await site.close();
}
const files = readdirSync(join(root, 'osadz'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.html.br'))
  .map((file) => ({ file, bytes: statSync(join(root, 'osadz', file)).size }))
  .sort((a, b) => b.bytes - a.bytes);
rows.push({
  what: `all ${files.length} embeds, brotli`,
  goal: '≤ 30 kB',
  measured: `median ${kB(median(files.map(({ bytes }) => bytes)))}, largest ${kB(files[0]?.bytes ?? NaN)} (${files[0]?.file ?? ''})`,
  ok: (files[0]?.bytes ?? Infinity) <= 30_000,
});
printRows(rows);
console.log(`${machine()}; site ${root}`);
