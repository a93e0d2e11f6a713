import { readFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { getChromium } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import { makeNational } from './explore/national-page';
import { openMeasured } from './measured-page';
import { machine, median, ms, printRows, type BenchRow } from './row';

// From a change of filter, year or indicator to all three views redrawn: `npm run bench:explore`, on the built site.

const INDICATOR = 'obs-korzystajacy';
const OTHER = 'obs-powod-bezrobocie';
const ROUNDS = 20;
const GOAL = 100;

/**
 * Changes a field and waits until ranking, distribution and map have all changed and are on the screen; milliseconds,
 * layout and paint included. A text: tsx would change a function.
 */
const CHANGE = (select: string, value: string): string => `new Promise((resolve, fail) => {
  const boxes = ['.ranking table', 'section[aria-labelledby="rozklad"] .wide', '.map .wide'];
  const waiting = new Set(boxes);
  const field = document.querySelector(${JSON.stringify(select)});
  const late = setTimeout(() => fail(new Error('not redrawn: ' + [...waiting].join(', '))), 10000);
  const from = performance.now();
  for (const box of boxes)
    new MutationObserver((_, observer) => {
      observer.disconnect();
      waiting.delete(box);
      if (waiting.size > 0) return;
      clearTimeout(late);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - from);
        port2.postMessage(0);
      });
    }).observe(document.querySelector(box), { childList: true, subtree: true, characterData: true });
  field.value = ${JSON.stringify(value)};
  field.dispatchEvent(new Event('change', { bubbles: true }));
})`;

async function times(page: Page, select: string, values: readonly string[]): Promise<number[]> {
  const measured: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    measured.push(await page.evaluate<number>(CHANGE(select, values[i % values.length] ?? '')));
    // Words and the drawing that is not shown follow when the browser is idle: they belong to no later change.
    await page.waitForTimeout(350);
  }
  return measured;
}

/** Time from asking for another indicator's page to its three views on the screen. */
async function indicatorTimes(page: Page, site: string): Promise<number[]> {
  const measured: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    await page.goto(`${site}wskaznik/${i % 2 === 0 ? OTHER : INDICATOR}/`, { waitUntil: 'commit' });
    await page.waitForFunction(
      () =>
        document.querySelectorAll('.wide .u').length > 0 &&
        document.querySelectorAll('.wide .window .area').length > 0 &&
        document.querySelectorAll('.ranking tbody tr').length > 100,
    );
    measured.push(
      await page.evaluate(
        () =>
          new Promise<number>((done) =>
            requestAnimationFrame(() => setTimeout(() => done(performance.now()))),
          ),
      ),
    );
  }
  return measured;
}

const row = (what: string, measured: readonly number[]): BenchRow => ({
  what,
  goal: `≤ ${GOAL} ms`,
  measured: `${ms(median(measured))}, worst ${ms(Math.max(...measured))}`,
  ok: median(measured) <= GOAL && Math.max(...measured) <= GOAL,
});

const gminy = (JSON.parse(readFileSync('static/data/jednostki.json', 'utf8')) as [string][])
  .map(([teryt]) => teryt)
  .filter((teryt) => teryt !== '120713' && teryt !== '200216');
const server = await serve({ port: 0 });
const browser = await chromium.launch({
  executablePath: await getChromium(),
  args: ['--no-sandbox'],
});
const rows: BenchRow[] = [];
try {
  for (const national of [false, true]) {
    const { page, close } = await openMeasured(browser);
    if (national) await makeNational(page, INDICATOR, gminy);
    await page.goto(`${server.url}wskaznik/${INDICATOR}/`, { waitUntil: 'networkidle' });
    await page.locator('form.filters').hover();
    await page.waitForLoadState('networkidle');
    const n = national ? gminy.length : 182;
    rows.push(row(`${n} units: another year`, await times(page, '#f-rok', ['2020', '2021', '2022', '2023'])));
    rows.push(row(`${n} units: type of gmina`, await times(page, '#f-typ', ['2', '', '3', ''])));
    rows.push(
      row(`${n} units: band of population`, await times(page, '#f-ludnosc-from', ['5000', '8000', ''])),
    );
    rows.push(row(`${n} units: change since a year`, await times(page, '#f-odroku', ['2015', '2016', ''])));
    await close();
  }
  const { page, close } = await openMeasured(browser);
  rows.push(row('182 units: another indicator, its whole page', await indicatorTimes(page, server.url)));
  await close();
} finally {
  await browser.close();
  await server.close();
}
printRows(rows);
console.log(
  `median and worst of ${ROUNDS}, layout and paint included. ${gminy.length} units: made-up values in the page of małopolskie.`,
);
console.log(machine());
