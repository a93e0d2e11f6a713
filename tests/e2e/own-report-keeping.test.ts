import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser, visit, wordsOf } from './browser';
import { txtReport } from './made-report';

const browser = useBrowser();
const PATH = 'wczytaj/';
const patience = { timeout: 30_000 } as const;
const result = (page: Page) => page.getByRole('heading', { name: 'Kurów, 2019' });

async function give(page: Page): Promise<void> {
  await page.locator('#pliki').waitFor({ state: 'attached' });
  await page.setInputFiles('#pliki', await txtReport());
}
const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).length);

describe('the dropped files', () => {
  test('are kept nowhere unless the reader asks', async () => {
    await visit(browser(), PATH, async (page) => {
      await give(page);
      await result(page).waitFor(patience);
      expect(await databases(page)).toBe(0);
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
      expect(await page.context().cookies()).toEqual([]);
      await page.reload();
      await page.locator('#pliki').waitFor({ state: 'attached' });
      expect(await page.locator('.files > li').count()).toBe(0);
    });
  });

  test('survive a reload when asked to, until one button deletes them', async () => {
    await visit(browser(), PATH, async (page) => {
      await give(page);
      await result(page).waitFor(patience);
      await page.getByLabel('Zapamiętaj pliki w tej przeglądarce').check();
      await page.getByText('zostaną po odświeżeniu strony').waitFor();
      await expect.poll(() => databases(page)).toBe(1);
      await page.reload();
      await page.getByText('Wczytano pliki zapisane w tej przeglądarce.').waitFor(patience);
      await result(page).waitFor(patience);
      expect(await page.getByLabel('Zapamiętaj pliki w tej przeglądarce').isChecked()).toBe(true);
      await page.getByRole('button', { name: 'Usuń zapisane pliki' }).click();
      await page.getByText('Usunięto wszystko').waitFor();
      expect(await databases(page)).toBe(0);
      await page.reload();
      await page.locator('#pliki').waitFor({ state: 'attached' });
      expect(await page.locator('.files > li').count()).toBe(0);
    });
  });

  test('are read without a network once the page is open', async () => {
    await visit(
      browser(),
      PATH,
      async (page) => {
        await page.getByText('gotowa do pracy bez sieci').waitFor(patience);
        await page.context().setOffline(true);
        await give(page);
        await result(page).waitFor(patience);
        await page.locator('figure svg').first().waitFor(patience);
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: 'Odczytane liczby (CSV)' }).click(),
        ]);
        expect(download.suggestedFilename()).toContain('kurow');
      },
      { expectErrors: true },
    );
  });
});

test('reading is ended at once by one button, and can be begun again', async () => {
  await visit(browser(), PATH, async (page) => {
    await page.locator('#pliki').waitFor({ state: 'attached' });
    const report = await txtReport();
    // Of many files the last one waits long enough to be told to stop.
    await page.setInputFiles(
      '#pliki',
      Array.from({ length: 30 }, (_, index) => ({ ...report, name: `raport-${index}.txt` })),
    );
    const last = page.locator('.files > li').last();
    await last.getByRole('button', { name: /Przerwij/ }).click();
    expect(await wordsOf(last)).toContain('Przerwano');
    // Found and clicked at once: what is being read changes by itself.
    const name = await page.evaluate(() => {
      const all = [...document.querySelectorAll('.files > li')];
      const reading = all.find((one) => one.textContent.includes('Trwa odczyt'));
      reading?.querySelector('button')?.click();
      return reading?.querySelector('.name')?.textContent ?? '';
    });
    expect(name).not.toBe('');
    const ended = page.locator('.files > li', { hasText: name }).first();
    await expect.poll(() => wordsOf(ended), patience).toContain('Przerwano');
    await last.getByRole('button', { name: /Spróbuj ponownie/ }).click();
    await expect.poll(() => wordsOf(last), patience).toContain('Kurów, 2019');
    // The others were read meanwhile by a new worker.
    await expect.poll(() => page.getByText('Kurów, 2019 ·').count(), patience).toBeGreaterThan(20);
  });
});
