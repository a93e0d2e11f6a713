import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from './axe';
import { hydrated, useBrowser, visit } from './browser';

const browser = useBrowser();

/** Opens the files of a figure by keyboard. */
async function filesOf(page: Page, indicator: string): Promise<Locator> {
  await hydrated(page);
  const files = page.locator(`figure[data-indicator="${indicator}"] .files`).first();
  await files.locator('> summary').focus();
  await page.keyboard.press('Enter');
  await files.getByRole('button', { name: 'CSV', exact: true }).waitFor();
  return files;
}

/** The file behind a button: its name and bytes. */
async function fileBehind(
  page: Page,
  files: Locator,
  button: string,
): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    files.getByRole('button', { name: button, exact: true }).press('Enter'),
  ]);
  const name = download.suggestedFilename();
  await expect.poll(() => files.getByRole('status').first().innerText()).toBe(`Zapisano plik ${name}`);
  return { name, bytes: await readFile(await download.path()) };
}

describe('the files of a gmina’s figure', () => {
  test('are made by keyboard, in the browser, with the numbers of the chart', async () => {
    await visit(browser(), 'gmina/060801/', async (page) => {
      const files = await filesOf(page, 'deprywacja-lokalna');
      const csv = await fileBehind(page, files, 'CSV');
      expect(csv.name).toBe('lubartow-060801-deprywacja-lokalna-2016-2019.csv');
      const { data } = Papa.parse<Record<string, string>>(csv.bytes.toString('utf8'), {
        header: true,
        skipEmptyLines: true,
      });
      const own = data.find((row) => row.rok === '2019' && row.seria === 'Lubartów');
      expect(Number(own?.wartosc)).toBeCloseTo(2.3, 1);
      expect(own?.adres).toContain('/zrodlo/ozps-060801-2019/#');
      expect(data.some((row) => row.rodzaj === 'wartość dla całego obszaru, obliczona tutaj')).toBe(true);

      const excel = await fileBehind(page, files, 'CSV dla Excela');
      expect([...excel.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(excel.bytes.toString('utf8')).toMatch(/;2019;2,\d+;%;/);
    });
  });

  test('leave nothing for axe to find while they are open', async () => {
    await visit(browser(), 'gmina/060801/', async (page) => {
      await filesOf(page, 'deprywacja-lokalna');
      await expectAccessible(page);
    });
  });
});

describe('the files of an indicator’s figure', () => {
  test('say the years and leave out a code where the figure is about the country', async () => {
    await visit(browser(), 'wskaznik/obs-korzystajacy/', async (page) => {
      const files = await filesOf(page, 'obs-korzystajacy');
      const { name } = await fileBehind(page, files, 'CSV');
      expect(name).toMatch(/^polska-obs-korzystajacy-\d{4}-\d{4}\.csv$/);
    });
  });
});
