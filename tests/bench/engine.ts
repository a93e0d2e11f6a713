import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { openMeasured } from './measured-page';
import { median, ms, type BenchRow } from './row';

const ROUNDS = 3;

/** Milliseconds from asking for the engine until it is compiled and until it is ready, on a page that needs it. */
async function startEngine(
  browser: Browser,
  url: string,
): Promise<{ cold: number[]; warm: number[]; compiled: number[]; peak: number }> {
  const cold: number[] = [];
  const warm: number[] = [];
  const compiled: number[] = [];
  let peak = 0;
  for (let i = 0; i < ROUNDS; i += 1) {
    const context = await browser.newContext({ locale: 'pl-PL' });
    for (const into of [cold, warm]) {
      const { page, close } = await openMeasured(browser, 'as is', context);
      await page.goto(url, { waitUntil: 'networkidle' });
      await page.getByText('Warunek z innego').click();
      await page.locator('#f-warunek').selectOption({ index: 1 });
      await page.locator('#f-from').fill('1');
      await page.locator('#f-from').blur();
      await page.waitForFunction(() => performance.getEntriesByName('engine-ready').length > 0);
      const marks = await page.evaluate(() =>
        ['engine-asked', 'engine-compiled', 'engine-ready'].map(
          (name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN,
        ),
      );
      const [asked = NaN, done = NaN, ready = NaN] = marks;
      into.push(ready - asked);
      if (into === cold) compiled.push(done - asked);
      await page.waitForLoadState('networkidle');
      peak = Math.max(peak, await largestRenderer(browser));
      await close();
    }
    await context.close();
  }
  return { cold, warm, compiled, peak };
}

/** Most memory that a renderer has had resident, in bytes: code that it shares with others included. Linux only. */
async function largestRenderer(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return Math.max(
    ...processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1])
      .map((kilobytes) => Number(kilobytes) * 1024),
  );
}

export async function engineRows(browser: Browser, url: string): Promise<BenchRow[]> {
  const { cold, warm, compiled, peak } = await startEngine(browser, url);
  return [
    {
      what: 'engine ready after it is asked for, cold',
      goal: '≤ 1000 ms',
      measured: `${ms(median(cold))}, of it fetching and compiling ${ms(median(compiled))}`,
      ok: median(cold) <= 1000,
    },
    {
      what: 'engine ready after it is asked for, warm',
      goal: '≤ 700 ms',
      measured: ms(median(warm)),
      ok: median(warm) <= 700,
    },
    {
      what: 'renderer’s peak with the engine',
      goal: '≤ 400 MB',
      measured: `${Math.round(peak / 1e6)} MB`,
      ok: peak <= 400e6,
    },
  ];
}

/** Script heap of a gmina's page that has come to rest. */
export async function heapRows(browser: Browser, url: string): Promise<BenchRow[]> {
  const { page, session, close } = await openMeasured(browser);
  await page.goto(url, { waitUntil: 'networkidle' });
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await close();
  return [
    {
      what: 'script heap of a gmina’s page',
      goal: '≤ 40 MB',
      measured: `${(usedSize / 1e6).toFixed(1)} MB`,
      ok: usedSize <= 40e6,
    },
  ];
}
