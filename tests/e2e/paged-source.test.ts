import { statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from './axe';
import { PHONE, useBrowser, visit, wordsOf } from './browser';

const browser = useBrowser();
const GUS = 'zrodlo/gus-gminy-2020-2021/';
const REPORT = 'zrodlo/ozps-060801-2019/';
/** The row that the page leads to, once it does. */
const askedRow = (page: Page) => page.locator('main tr[tabindex="-1"]');
const words = async (page: Page, pattern: RegExp) =>
  page.locator('main [role="status"]', { hasText: pattern }).waitFor();

describe('a source with more rows than a page holds', () => {
  test('has a small page however many rows there are', () => {
    for (const path of [GUS, REPORT, 'zrodlo/obserwatorium-97/'])
      expect(statSync(`build/${path}index.html`).size, path).toBeLessThan(100_000);
  });

  test('shows the place that a ranking leads to, and gives the ranking back', async () => {
    await visit(browser(), 'wskaznik/obs-korzystajacy/', async (page) => {
      const link = page.locator('main td a.value').nth(150);
      const value = await wordsOf(link);
      const href = (await link.getAttribute('href')) ?? '';
      expect(href).toMatch(/\/zrodlo\/obserwatorium-17\/#.+/);
      await link.click();
      await askedRow(page).waitFor();
      expect(await askedRow(page).getAttribute('id')).toBe(href.split('#')[1]);
      expect(await wordsOf(askedRow(page).locator('td.num'))).toBe(value);
      // The keyboard goes on from the row, and the row can be seen.
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(href.split('#')[1]);
      await expect
        .poll(async () => {
          const box = await askedRow(page).boundingBox();
          return box !== null && box.y > 0 && box.y < 900;
        })
        .toBe(true);
      await page.goBack();
      await page.waitForURL('**/wskaznik/obs-korzystajacy/');
      expect(await page.locator('main td a.value').count()).toBeGreaterThan(150);
    });
  });

  test('shows a place of a report, of the unit that it is about', async () => {
    await visit(browser(), 'gmina/060801/', async (page) => {
      const hrefs = await page
        .locator('figure td a')
        .evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLAnchorElement).href))]);
      const own = hrefs.filter((href) => href.includes(`/${REPORT}#`));
      expect(own.length).toBeGreaterThan(20);
      // A cell of the form, a table of the gmina, and the last of them.
      for (const href of [
        own.find((one) => /#s\d/.test(one)),
        own.find((one) => !/#s\d/.test(one)),
        own.at(-1),
      ]) {
        await page.goto('about:blank');
        await page.goto(href ?? '');
        await askedRow(page).waitFor();
        expect(await askedRow(page).getAttribute('id')).toBe(href?.split('#')[1]);
      }
    });
  });

  test('follows a finding to its place and back, on the same page', async () => {
    await visit(browser(), REPORT, async (page) => {
      await page.waitForSelector('#czesc:enabled');
      await page.locator('main > .wrap > details > summary').click();
      const links = page.locator('details a.place');
      for (const link of [links.first(), links.last()]) {
        const anchor = ((await link.getAttribute('href')) ?? '').slice(1);
        await link.click();
        await page.locator(`tr[tabindex="-1"][id="${anchor}"]`).waitFor();
      }
      await page.goBack();
      const anchor = ((await links.first().getAttribute('href')) ?? '').slice(1);
      await page.locator(`tr[tabindex="-1"][id="${anchor}"]`).waitFor();
    });
  });

  test('is searched and leafed through by keyboard, and its address says it', async () => {
    await visit(browser(), GUS, async (page) => {
      await page.locator('#szukaj-wiersza:enabled').focus();
      await page.keyboard.type('lubartow');
      await words(page, /^Wiersze 1–2 z 2\.$/);
      expect(await page.locator('main tr[id] td:nth-child(2)').allInnerTexts()).toEqual([
        'Lubartów',
        'Lubartów',
      ]);
      expect(new URL(page.url()).search).toBe('?szukaj=lubartow');
      await page.locator('#szukaj-wiersza').fill('');
      await words(page, /^Wiersze 1–50 z 2\s477\.$/u);
      const next = page
        .getByRole('navigation', { name: 'Strony wierszy', exact: true })
        .getByRole('button')
        .nth(1);
      await next.focus();
      await page.keyboard.press('Enter');
      await words(page, /^Wiersze 51–100 z/);
      await page.keyboard.press('Enter');
      await words(page, /^Wiersze 101–150 z/);
      expect(new URL(page.url()).search).toBe('?strona=3');
      await page.locator('#czesc').selectOption('gus-powierzchnia');
      await words(page, /^Wiersze 1–50 z/);
      expect(new URL(page.url()).search).toBe('?czesc=gus-powierzchnia');
      const first = await page.locator('main tr[id]').first().getAttribute('id');
      await page.reload();
      await words(page, /^Wiersze 1–50 z/);
      await page.locator(`tr[id="${first}"]`).waitFor();
    });
  });

  test('says what it does not know, and shows its first rows', async () => {
    await visit(browser(), `${GUS}?czesc=%3Cb%3E&strona=0`, async (page) => {
      await page.getByText('W tym źródle nie ma części „<b>”.').waitFor();
      expect(await page.locator('main tr[id]').count()).toBe(50);
    });
    await visit(browser(), `${GUS}#gus-gus-ludnosc-999999-2021`, async (page) => {
      await page.getByText('W tym źródle nie ma miejsca „gus-gus-ludnosc-999999-2021”.').waitFor();
      expect(await page.locator('main tr[id]').count()).toBe(50);
    });
  });

  test('keeps its rows where the others do not come, and tries again', async () => {
    await visit(
      browser(),
      GUS,
      async (page) => {
        await page.waitForSelector('#czesc:enabled');
        await page.route('**/data/wskaznik/**', (route) => route.abort());
        await page.locator('#czesc').selectOption('gus-powierzchnia');
        const failure = page.getByRole('alert');
        await failure.waitFor();
        expect(await page.locator('main tr[id]').count()).toBe(50);
        await page.unroute('**/data/wskaznik/**');
        await failure.getByRole('button', { name: 'Spróbuj ponownie' }).click();
        await failure.waitFor({ state: 'detached' });
        await page.locator('main tr[id*="gus-powierzchnia"]').first().waitFor();
      },
      { expectErrors: true },
    );
  });

  test('has nothing for axe to find with a place shown, on a phone too', async () => {
    const place = `${GUS}#dochody-wlasne-na-mieszkanca-2020-pln-gus-dochody-wlasne-na-mieszkanca-060801-2020`;
    await visit(
      browser(),
      place,
      async (page) => {
        await askedRow(page).waitFor();
        await expectAccessible(page);
      },
      { viewport: PHONE },
    );
  });
});
