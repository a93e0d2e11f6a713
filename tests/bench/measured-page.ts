import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

/** The slow line of architecture.md: 1.6 Mbit/s, 150 ms, a CPU four times slower. */
export const LINES = { 'as is': null, slow: { bytesPerSecond: 1.6e6 / 8, latency: 150, cpu: 4 } } as const;
export type Line = keyof typeof LINES;

/** Told by the page itself. A text: tsx would change a function. */
const WATCH = `(() => {
  const seen = { longest: 0, shift: 0, lcp: 0 };
  globalThis.benchSeen = seen;
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('longtask', (entry) => { seen.longest = Math.max(seen.longest, entry.duration); });
  observe('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  observe('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; });
  const look = () => {
    const marks = document.querySelectorAll('figure[data-indicator] svg :is(path, circle, rect)');
    if ([...marks].some((mark) => mark.getBoundingClientRect().width > 0)) performance.mark('first-chart');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

/** Below this nothing has moved: a line of the head may grow while it is still coming. */
export const NO_SHIFT = 0.0005;

export interface Received {
  url: string;
  type: string;
  /** Seconds of the browser's clock at which it was asked for. */
  asked: number;
  /** When its answer began and ended; never, where it has not. */
  answered: number;
  finished: number;
  /** On the wire: head and compressed body. */
  bytes: number;
  /** The head alone. */
  head: number;
}

/** A page that is counted and timed. */
export interface MeasuredPage {
  page: Page;
  session: CDPSession;
  received: () => Received[];
  bytesInAll: () => number;
  close: () => Promise<void>;
}

/** What came over the wire, from the browser's own account. Workers of the page are not in it. */
async function countBytes(session: CDPSession): Promise<() => Received[]> {
  const requests = new Map<string, Received>();
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp, type = 'Other' }) => {
    requests.set(requestId, {
      url: request.url,
      type,
      asked: timestamp,
      answered: Infinity,
      finished: Infinity,
      bytes: 0,
      head: 0,
    });
  });
  session.on('Network.responseReceived', ({ requestId, timestamp, response }) => {
    const request = requests.get(requestId);
    if (!request) return;
    request.answered = timestamp;
    request.head = response.encodedDataLength;
  });
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (!request) return;
    request.bytes = encodedDataLength;
    request.finished = timestamp;
  });
  await session.send('Network.enable');
  return () => [...requests.values()];
}

export const newContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'pl-PL' });

/** Opens a page of its own; in a context given, what that has cached is warm. */
export async function openMeasured(
  browser: Browser,
  line: Line = 'as is',
  context?: BrowserContext,
): Promise<MeasuredPage> {
  const own = context ?? (await newContext(browser));
  const page = await own.newPage();
  const session = await own.newCDPSession(page);
  const received = await countBytes(session);
  let bytesInAll = 0;
  page.on('requestfinished', (request) => {
    void request.sizes().then(
      ({ responseBodySize, responseHeadersSize }) => (bytesInAll += responseBodySize + responseHeadersSize),
      // The page was closed meanwhile.
      () => undefined,
    );
  });
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
  await page.addInitScript(WATCH);
  return {
    page,
    session,
    received,
    bytesInAll: () => bytesInAll,
    close: () => (context ? page.close() : own.close()),
  };
}

export interface FirstView {
  /** Milliseconds from navigation to the first mark of a chart. */
  chart: number;
  lcp: number;
  shift: number;
  longest: number;
  /** Bytes and requests until the first chart; fonts apart. */
  bytes: number;
  fontBytes: number;
  requests: number;
  /** Compressed bytes of the scripts loaded without any interaction. */
  scriptBytes: number;
  /** All that came, what workers asked for included. */
  bytesInAll: number;
  urls: string[];
}

const markOf = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Opens an address and waits until it shows a chart and has come to rest. */
export async function firstView(
  { page, received, bytesInAll }: MeasuredPage,
  url: string,
): Promise<FirstView> {
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-chart').length > 0, undefined, {
    timeout: 180_000,
  });
  await page.waitForLoadState('networkidle');
  // Fonts may come late and move the page: give them their time.
  await page.waitForTimeout(300);
  const chart = await page.evaluate(markOf, 'first-chart');
  const seen = await page.evaluate(
    () => (globalThis as unknown as { benchSeen: { longest: number; shift: number; lcp: number } }).benchSeen,
  );
  const all = received();
  // The browser asks for the page itself when the navigation begins.
  const until = Math.min(...all.map((one) => one.asked)) + chart / 1000;
  // What has begun to come counts whole.
  const before = all.filter((one) => one.answered <= until);
  const isFont = (one: Received) => one.url.endsWith('.woff2');
  const bytesOf = (some: readonly Received[]) => sum(some.map((one) => one.bytes));
  return {
    chart,
    ...seen,
    bytes: bytesOf(before.filter((one) => !isFont(one))),
    fontBytes: bytesOf(before.filter(isFont)),
    requests: before.length,
    scriptBytes: sum(all.filter((one) => one.type === 'Script').map((one) => one.bytes - one.head)),
    bytesInAll: bytesInAll(),
    urls: all.map((one) => one.url),
  };
}
