import type { Browser, Page } from 'playwright-core';
import { openMeasured, type Line } from './measured-page';
import { median, ms, type BenchRow } from './row';

const ROUNDS = 20;

/**
 * Changes a select of the page and waits for the first chart in view to be another one; milliseconds, layout included.
 * A text: tsx would change a function.
 */
const CHANGE = (select: string, value: string): string => `new Promise((resolve) => {
  const field = document.querySelector(${JSON.stringify(select)});
  const figure = field.closest('figure') ?? document.querySelector('figure[data-indicator]');
  const from = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    figure.getBoundingClientRect();
    resolve(performance.now() - from);
  }).observe(figure, { childList: true, subtree: true });
  field.value = ${JSON.stringify(value)};
  field.dispatchEvent(new Event('change', { bubbles: true }));
})`;

async function openComparison(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.locator('details.compare summary').first().click();
  await page.waitForFunction(() => {
    const list = document.querySelector<HTMLSelectElement>('select[id^="porownaj-"][id$="-gmina"]');
    return (list?.options.length ?? 0) > 3;
  });
  await page.waitForLoadState('networkidle');
}

const idOf = (page: Page, end: string): Promise<string> =>
  page
    .locator(`select[id^="porownaj-"][id$="-${end}"]`)
    .first()
    .evaluate((field) => `#${field.id}`);
const valuesOf = (page: Page, select: string): Promise<string[]> =>
  page
    .locator(select)
    .evaluate((field) => [...(field as HTMLSelectElement).options].map((option) => option.value));

/** A change of years, and of the gmina compared with, on a gmina's page. */
export async function changeRows(browser: Browser, url: string, line: Line): Promise<BenchRow[]> {
  const { page, close } = await openMeasured(browser, line);
  await openComparison(page, url);
  const years = await idOf(page, 'od');
  const choices = (await valuesOf(page, years)).slice(0, 6);
  const changed: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    changed.push(await page.evaluate<number>(CHANGE(years, choices[(i + 1) % choices.length] ?? '')));
    await page.waitForTimeout(100);
  }
  const units = await idOf(page, 'gmina');
  const others = (await valuesOf(page, units)).filter((value) => value !== '');
  const added: number[] = [];
  for (const other of others.slice(0, 3)) {
    added.push(await page.evaluate<number>(CHANGE(units, other)));
    await page.waitForTimeout(300);
  }
  await close();
  const slow = line === 'slow';
  const [year, unit] = [median(changed), median(added)];
  return [
    {
      what: `change of years, ${line} (median of ${ROUNDS}, worst)`,
      goal: slow ? '≤ 150 ms' : '≤ 16 ms',
      measured: `${ms(year)}, worst ${ms(Math.max(...changed))}`,
      ok: year <= (slow ? 150 : 16),
    },
    {
      what: `another gmina beside it, ${line} (3)`,
      goal: slow ? '≤ 150 ms' : '≤ 16 ms',
      measured: `${ms(unit)}, first ${ms(added[0] ?? NaN)}`,
      ok: unit <= (slow ? 150 : 16),
    },
  ];
}
