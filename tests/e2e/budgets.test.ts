import { describe, expect, test } from 'vitest';
import { firstView, NO_SHIFT, openMeasured } from '../bench/measured-page';
import { site, useBrowser } from './browser';
import { KINDS_OF_PAGE } from './pages';

/** What a page may cost, in bytes on the wire and in requests. Times are for `npm run bench`. Scripts: compressed, without heads. */
const BUDGETS = {
  'gmina/060801/': { script: 60_000, toChart: 40_000, requests: 12 },
  'gmina/121003/': { script: 60_000, toChart: 40_000, requests: 12 },
} as const;

const browser = useBrowser();

describe('budgets', () => {
  test.each(Object.entries(BUDGETS))(
    '%s: bytes until the first chart, scripts, requests, layout shift, no engine',
    async (path, budget) => {
      const opened = await openMeasured(browser());
      const view = await firstView(opened, site + path);
      await opened.close();
      expect(view.bytes).toBeLessThanOrEqual(budget.toChart);
      expect(view.requests).toBeLessThanOrEqual(budget.requests);
      expect(view.scriptBytes).toBeLessThanOrEqual(budget.script);
      expect(view.shift).toBeLessThan(NO_SHIFT);
      expect(view.urls.filter((url) => url.includes('/duckdb/') || url.endsWith('.parquet'))).toEqual([]);
    },
  );

  test('a comparison fetches the one file of its indicator and the list of units, and no engine', async () => {
    const opened = await openMeasured(browser());
    await firstView(opened, `${site}gmina/121003/`);
    const before = opened.received().length;
    await opened.page.locator('details.compare summary').first().click();
    await opened.page.waitForFunction(
      () =>
        (document.querySelector<HTMLSelectElement>('details.compare[open] select')?.options.length ?? 0) > 3,
    );
    const data = opened
      .received()
      .slice(before)
      .filter(({ url }) => url.includes('/data/') || url.includes('/duckdb/'))
      .map(({ url }) => new URL(url).pathname.slice(new URL(site).pathname.length));
    await opened.close();
    expect(data.sort()).toEqual([
      'data/jednostki.json',
      expect.stringMatching(/^data\/wskaznik\/indicator=[^/]+\/data\.parquet$/),
    ]);
  });

  test.each([
    ...Object.values(KINDS_OF_PAGE),
    'porownanie/?gminy=060801,120102,061705',
    'wskaznik/obs-korzystajacy/?woj=12&typ=2',
    'gmina/060801/?porownaj=120102',
  ])('%s: nothing moves on a slow first load', async (path) => {
    const { page, close } = await openMeasured(browser(), 'slow');
    await page.goto(site + path, { waitUntil: 'networkidle' });
    // Fonts may come late and move the page: give them their time.
    await page.waitForTimeout(500);
    const shift = await page.evaluate(
      () => (globalThis as unknown as { benchSeen: { shift: number } }).benchSeen.shift,
    );
    await close();
    expect(shift).toBeLessThan(NO_SHIFT);
  });
});
