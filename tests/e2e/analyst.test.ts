import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { parseCatalogue, type Catalogue } from '../../src/lib/catalogue';
import { readValues, type ValueRow } from '../../src/lib/extract';
import { readCatalogueTexts } from '../../src/lib/server/files';
import { hydrated, openPage, site, useBrowser, visit, wordsOf } from './browser';

// An analyst's hour: the ten gminy wiejskie of małopolskie with more than 5000 people and the most inhabitants per social
// worker; three of them beside similar ones; the files; the link, opened in a fresh browser.

const ID = 'obs-mieszkancy-na-pracownika';
const browser = useBrowser();

let catalogue: Catalogue;
let expected: string[];

const valuesOf = async (indicator: string): Promise<ValueRow[]> =>
  readValues(await readFile(`build/data/wskaznik/indicator=${indicator}/data.parquet`), {
    by: 'indicator',
    indicator,
  });

/** The answer by the published files alone, without the code of the page's views. */
beforeAll(async () => {
  catalogue = parseCatalogue(readCatalogueTexts());
  const people = new Map((await valuesOf('gus-ludnosc')).map((row) => [row.teryt, row.value ?? 0]));
  const rows = (await valuesOf(ID)).filter(
    (row) => row.year === 2024 && row.level === 'gmina' && row.preferred && row.doubt === null && row.value !== null,
  );
  expected = rows
    .filter(({ teryt }) => teryt.startsWith('12') && catalogue.units.typeOf(teryt) === 2 && (people.get(teryt) ?? 0) >= 5001)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .slice(0, 10)
    .map(({ teryt }) => teryt);
}); // prettier-ignore

const ranked = (page: Page) =>
  page
    .locator('.ranking tbody:not(.pinned) tr')
    .evaluateAll((rows) => rows.slice(0, 10).map((row) => row.getAttribute('data-teryt')));
const letters = (page: Page) => page.locator('ol[aria-label="Wybrane gminy"] li a').allInnerTexts();

async function told(page: Page): Promise<string[]> {
  await page.locator(`[data-measure="${ID}"] .beside tbody tr`).nth(5).waitFor();
  return page.locator('[data-measure] .beside').allInnerTexts();
}

test('finds the ten, sets three beside similar ones, exports and sends the link', async () => {
  expect(expected).toHaveLength(10);
  let address = '';
  let seen: string[] = [];
  await visit(browser(), `wskaznik/${ID}/`, async (page) => {
    await hydrated(page);
    await page.getByLabel('Województwo', { exact: true }).selectOption('12');
    await page.getByLabel('Rodzaj gminy').selectOption('2');
    await page.getByLabel('Mieszkańcy od').fill('5001');
    await page.getByLabel('Mieszkańcy od').blur();
    await expect.poll(() => ranked(page)).toEqual(expected);
    // Families per worker are unknown here: no threshold, no verdict.
    expect(await wordsOf(page.locator('main'))).not.toMatch(/(nie spełnia|spełnia warunek|2000 mieszkańców na)/);
    for (const teryt of expected.slice(0, 3)) await page.locator(`.ranking tr[data-teryt="${teryt}"] input`).click();
    await expect.poll(() => page.locator('.pinned tr').count()).toBe(3);
    const files = page.locator('section[aria-labelledby="widoki"] .figure-files').last();
    await files.locator('> summary').click();
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      files.getByRole('button', { name: 'CSV', exact: true }).click(),
    ]);
    expect(table.suggestedFilename()).toContain(`${ID}-2024-gmina-wiejska`);
    await page.getByRole('link', { name: 'Zestaw wybrane gminy obok siebie' }).click();
    await page.waitForURL('**/porownanie/**');
    await expect.poll(() => letters(page).then((all) => all.length)).toBe(3);
    await page.locator('summary', { hasText: 'Podobne gminy' }).click();
    await page.getByRole('button', { name: /Dodaj 3 najbardziej podobne/ }).click();
    await expect.poll(() => letters(page).then((all) => all.length)).toBe(6);
    seen = await told(page);
    const [export_] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.files').getByRole('button', { name: 'CSV', exact: true }).click(),
    ]);
    const csv = await readFile(await export_.path(), 'utf8');
    for (const teryt of expected.slice(0, 3)) expect(csv).toContain(`\n${teryt},`);
    await expect.poll(() => new URL(page.url()).searchParams.get('gminy')?.split(',').length).toBe(6);
    address = page.url();
  });
  const fresh = await openPage(browser());
  await fresh.page.goto(address);
  await expect.poll(() => told(fresh.page)).toEqual(seen);
  expect(address.startsWith(site)).toBe(true);
  expect(fresh.errors).toEqual([]);
  await fresh.close();
}); // prettier-ignore
