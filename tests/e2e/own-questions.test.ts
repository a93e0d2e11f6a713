import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tableFromIPC } from 'apache-arrow';
import { parquetReadObjects } from 'hyparquet';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './axe';
import { PHONE, useBrowser, visit, wordsOf } from './browser';

const browser = useBrowser();
const PATH = 'eksplorator/';
/** The engine starts in a second, and in more on a busy machine. */
const ENGINE = { timeout: 20_000 };

/** The editor with this text in it, the focus there. */
async function write(page: Page, sql: string): Promise<void> {
  await page.locator('[data-editor="ready"]').waitFor();
  await page.getByRole('textbox', { name: 'Zapytanie SQL' }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(sql);
}
const said = (page: Page) => wordsOf(page.locator('.said'));
async function ask(page: Page, sql: string): Promise<void> {
  await write(page, sql);
  await page.keyboard.press('Control+Enter');
}
const result = (page: Page) => page.getByRole('group', { name: 'Wynik zapytania' });

describe('the explorer', () => {
  test('answers a ready question with a table and a chart, and its address does so in a fresh browser', async () => {
    let address = '';
    let rows: string[] = [];
    await visit(browser(), PATH, async (page) => {
      await page.getByRole('button', { name: /W których dziesięciu gminach/ }).click();
      await result(page).waitFor();
      rows = await result(page).locator('tbody tr').allInnerTexts();
      expect(rows).toHaveLength(10);
      expect(await page.locator('section[aria-labelledby="wynik"] svg.chart').count()).toBe(2);
      await expect.poll(() => page.url()).toContain('?zapytanie=');
      address = page.url();
    });
    await visit(browser(), address, async (page) => {
      await result(page).waitFor();
      expect(await result(page).locator('tbody tr').allInnerTexts()).toEqual(rows);
      expect(await wordsOf(page.getByRole('textbox', { name: 'Zapytanie SQL' }))).toContain('LIMIT 10');
    });
  });

  test('shows an error at its place, in Polish and in the engine’s words, and breaks no policy', async () => {
    await visit(browser(), PATH, async (page) => {
      await ask(page, "SELECT teryt,\n  nope\nFROM wartosci WHERE indicator = 'obs-korzystajacy'");
      const alert = page.getByRole('alert');
      await alert.locator('pre').waitFor();
      expect(await wordsOf(alert)).toMatch(/wiersz 2, znak 3\.[^]*Binder Error: Referenced column "nope"/);
      expect(await wordsOf(page.locator('.cm-lintRange-error'))).toBe('nope');
    });
  });

  test('completes columns and, in quotes, indicators, by keyboard; Tab indents, after Escape it goes on', async () => {
    await visit(browser(), PATH, async (page) => {
      await write(page, '');
      await page.keyboard.type("SELECT 'deprywacja-lok");
      await page.locator('.cm-tooltip-autocomplete').getByText('deprywacja-lokalna').waitFor();
      // The list takes no key in its first moment, so that it does not catch one meant for the text.
      await page.waitForTimeout(150);
      await page.keyboard.press('Tab');
      const editor = page.getByRole('textbox', { name: 'Zapytanie SQL' });
      await expect.poll(() => wordsOf(editor)).toContain("'deprywacja-lokalna'");
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Wykonaj');
    });
  });

  test('is stopped in the middle of a question, and answers the next one', async () => {
    await visit(browser(), PATH, async (page) => {
      await ask(page, 'SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b');
      await expect.poll(() => said(page), ENGINE).toBe('Trwa zapytanie…');
      await page.getByRole('button', { name: 'Przerwij' }).click();
      expect(await said(page)).toContain('Przerwano');
      await ask(page, 'SELECT 6 * 7 AS odpowiedz');
      await expect.poll(() => wordsOf(result(page).locator('tbody')), ENGINE).toBe('42');
    });
  });

  test('takes the first rows of an endless answer and says so', async () => {
    await visit(browser(), PATH, async (page) => {
      await ask(page, 'SELECT range AS n FROM range(1000000000000)');
      await result(page).waitFor();
      expect(await said(page)).toMatch(/ponad 100\s000\swierszy/);
      expect(await result(page).locator('tbody tr').count()).toBe(1000);
      await ask(page, 'SELECT 1 AS potem');
      await expect.poll(() => wordsOf(result(page).locator('thead th')), ENGINE).toBe('potem');
    });
  });

  test('hands an answer on as CSV, Parquet and Arrow', async () => {
    await visit(browser(), PATH, async (page) => {
      await ask(
        page,
        "SELECT '=1+1' AS tekst, 2.5 AS liczba, NULL::DOUBLE AS brak UNION ALL SELECT 'b', -1, 3",
      );
      await result(page).waitFor();
      const file = async (name: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name, exact: true }).click(),
        ]);
        return readFile(await download.path());
      };
      expect((await file('CSV')).toString()).toBe("tekst,liczba,brak\n'=1+1,2.5,\nb,-1,3\n");
      const rows = [
        { tekst: '=1+1', liczba: 2.5, brak: null },
        { tekst: 'b', liczba: -1, brak: 3 },
      ];
      const parquet = await file('Parquet');
      expect(await parquetReadObjects({ file: new Uint8Array(parquet).buffer })).toEqual(rows);
      const arrow = tableFromIPC(await file('Arrow'));
      expect(arrow.toArray().map((row: { toJSON: () => unknown }) => row.toJSON())).toEqual(rows);
    });
  });

  test('leaves nothing for axe to find with an answer, an error and a phone', async () => {
    await visit(browser(), PATH, async (page) => {
      await page.getByRole('button', { name: /Jak zmieniała się mediana/ }).click();
      await result(page).waitFor();
      await ask(page, 'SELECT nope');
      await page.getByRole('alert').locator('pre').waitFor();
      await expectAccessible(page);
    });
  });

  test('tells a reader without scripts where the numbers are', async () => {
    await visit(
      browser(),
      PATH,
      async (page) => {
        expect(await wordsOf(page.locator('noscript').first())).toContain('potrzebuje skryptów');
        expect(await page.getByRole('rowheader', { name: 'missing' }).isVisible()).toBe(true);
      },
      { javaScriptEnabled: false, viewport: PHONE },
    );
  });

  test('says that a damaged question in the address was left aside', async () => {
    await visit(browser(), `${PATH}?zapytanie=~abc`, async (page) => {
      await page.getByText('niepełne lub uszkodzone').waitFor();
    });
  });
});

describe('another origin', () => {
  let elsewhere: Server;
  let address = '';
  const reached: string[] = [];
  beforeAll(async () => {
    elsewhere = createServer((request, response) => {
      reached.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*').end('a,b\n1,2\n');
    });
    await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    elsewhere.close();
  });

  test('is reached by no question, and the reader is told why', async () => {
    await visit(browser(), PATH, async (page) => {
      await ask(page, `SELECT * FROM read_csv('${address}/x.csv')`);
      await page.getByRole('alert').locator('pre').waitFor();
      expect(await wordsOf(page.getByRole('alert'))).toContain('nie sięga do plików ani do sieci');
      await ask(page, 'SET enable_external_access = true');
      await expect.poll(() => wordsOf(page.getByRole('alert')), ENGINE).toMatch(/nie można zmieniać|Cannot/);
    });
    expect(reached).toEqual([]);
  });
});
