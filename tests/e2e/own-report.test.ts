import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import type { Download, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { OBSERVATION_COLUMNS } from '../../src/lib/domain';
import { expectAccessible } from './axe';
import { plain, useBrowser, visit, wordsOf } from './browser';
import { badFile, docxReport, txtReport, TERYT, type MadeFile } from './made-report';

const browser = useBrowser();
const PATH = 'wczytaj/';
const patience = { timeout: 30_000 } as const;

async function give(page: Page, ...files: MadeFile[]): Promise<void> {
  await page.locator('#pliki').waitFor({ state: 'attached' });
  await page.setInputFiles('#pliki', files);
}
const result = (page: Page) => page.getByRole('heading', { name: 'Kurów, 2019' });
const worklist = (page: Page) => page.locator('.worklist > li');

async function downloaded(page: Page, button: string): Promise<{ download: Download; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { download, bytes: await readFile(await download.path()) };
}

describe('a dropped report', () => {
  test.each([
    ['txt', txtReport],
    ['docx', docxReport],
  ] as const)('of %s is read in the browser: whose it is, what contradicts, and charts', async (_, made) => {
    await visit(browser(), PATH, async (page) => {
      await give(page, await made());
      await result(page).waitFor(patience);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('wynik');
      const messages = plain((await worklist(page).allInnerTexts()).join('\n'));
      expect(messages).toContain('zasiłki stałe to 113\u202f251 zł (część 3.1, wiersz 2)');
      expect(messages).toContain('Do poprawienia w gminie: wiersz formularza.');
      await page.locator('#wykresy ~ section figure svg').first().waitFor(patience);
      expect(await page.locator('figure[data-unit="061406"]').count()).toBeGreaterThan(0);
      // A number of a chart's table leads to its line in the text.
      await page.locator('figure summary', { hasText: 'Tabela' }).first().click();
      expect(await page.locator('figure td a').first().getAttribute('href')).toMatch(/^#plik-1-w\d+$/);
      expect(await page.title()).toBe('Sprawdź raport – Gminoskop');
    });
  });

  test('is drawn only from its own file, with nothing sent anywhere', async () => {
    await visit(browser(), PATH, async (page) => {
      const sent: string[] = [];
      page.on('request', (request) => {
        if (request.method() !== 'GET' || request.postData() !== null) sent.push(request.url());
      });
      await page.waitForLoadState('networkidle');
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await give(page, await txtReport());
      await result(page).waitFor(patience);
      await page.locator('figure svg').first().waitFor(patience);
      expect(sent).toEqual([]);
      // What is asked of the site tells at most which powiat and województwo stand beside the gmina.
      expect(asked.filter((path) => path.includes(TERYT) || path.includes('kurow'))).toEqual([]);
    });
  });

  test('can be dragged onto the page', async () => {
    await visit(browser(), PATH, async (page) => {
      await page.locator('#pliki').waitFor({ state: 'attached' });
      const { name, buffer } = await txtReport();
      const transfer = await page.evaluateHandle(
        ([name, text]) => {
          const data = new DataTransfer();
          data.items.add(new File([text], name, { type: 'text/plain' }));
          return data;
        },
        [name, buffer.toString()] as const,
      );
      await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
      expect(await page.getByText('Upuść, aby odczytać').isVisible()).toBe(true);
      await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
      await result(page).waitFor(patience);
    });
  });
});

describe('a finding', () => {
  test('leads to its line by keyboard, and back', async () => {
    await visit(browser(), PATH, async (page) => {
      await give(page, await txtReport());
      await result(page).waitFor(patience);
      const link = page.locator('.places a').first();
      const line = /w(\d+)$/.exec((await link.getAttribute('href')) ?? '')?.[1];
      await link.focus();
      await page.keyboard.press('Enter');
      await page.locator('.pane li.target').waitFor();
      expect(await wordsOf(page.locator('.pane li.target .n'))).toBe(line);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-line')))
        .toBe(line);
      await page.goBack();
      expect(await page.locator('.pane li.target').count()).toBe(0);
      await result(page).waitFor();
    });
  });

  test('can be filtered away by its kind', async () => {
    await visit(browser(), PATH, async (page) => {
      await give(page, await txtReport());
      await result(page).waitFor(patience);
      expect(await worklist(page).first().getAttribute('class')).toContain('error');
      await page.locator('input[value="error"]').uncheck();
      await expect.poll(() => page.locator('.worklist > li.error').count()).toBe(0);
      await page.locator('input[value="error"]').check();
      await page.locator('input[value="formularz"]').uncheck();
      await page.getByText('Żadna uwaga nie odpowiada wybranym filtrom.').waitFor();
    });
  });

  test('stands on one printed page with nothing but the list', async () => {
    await visit(browser(), PATH, async (page) => {
      await give(page, await txtReport());
      await result(page).waitFor(patience);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.pane').isVisible()).toBe(false);
      expect(await page.locator('#wykresy').isVisible()).toBe(false);
      expect(await worklist(page).first().isVisible()).toBe(true);
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    });
  });
});

const DOCUMENTS = '../shared/documents';
describe.skipIf(!existsSync(DOCUMENTS))(
  'the findings of a real report (../shared/documents is there)',
  () => {
    test('stand on one sheet', async () => {
      for (const name of readdirSync(DOCUMENTS))
        await visit(
          browser(),
          PATH,
          async (page) => {
            await give(page, { name, mimeType: 'text/plain', buffer: readFileSync(join(DOCUMENTS, name)) });
            await page.locator('#wynik').waitFor({ timeout: 60_000 });
            const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
            expect(pdf.match(/\/Type\s*\/Page\b/g), name).toHaveLength(1);
          },
          { expectErrors: true },
        );
    });
  },
);

test('a gmina that the text does not name is asked for, can be chosen, and changed for another', async () => {
  await visit(browser(), PATH, async (page) => {
    await give(page, await txtReport({ clear: false }));
    await page.getByText('której gminy dotyczy dokument').waitFor(patience);
    await page.getByRole('combobox', { name: 'Gmina' }).fill('kurow pulawski');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await result(page).waitFor(patience);
    // What was chosen by hand says so, and stays open to be changed.
    await page.getByText('Wskazano ręcznie.').waitFor();
    await page.getByLabel('Rok oceny').fill('20x9');
    await page.getByRole('button', { name: 'Zastosuj rok' }).click();
    await page.getByText('Rok to cztery cyfry').waitFor();
    await page.getByRole('combobox', { name: 'Inna gmina' }).fill('lubartow');
    await page.getByRole('option').first().click();
    await page.getByRole('heading', { name: 'Lubartów, 2019' }).waitFor(patience);
  });
});

test('a text stays text: nothing in it becomes a part of the page', async () => {
  await visit(browser(), PATH, async (page) => {
    await give(page, await docxReport());
    await result(page).waitFor(patience);
    expect(await page.locator('.pane img').count()).toBe(0);
    expect(await page.locator('.pane li').last().textContent()).toContain('<img src=x');
    const { bytes } = await downloaded(page, 'Arkusz uwag (HTML)');
    expect(bytes.toString()).not.toContain('<img');
  });
});

test('what is downloaded says gmina and year, and reads back', async () => {
  await visit(browser(), PATH, async (page) => {
    await give(page, await txtReport());
    await result(page).waitFor(patience);
    const csv = await downloaded(page, 'Odczytane liczby (CSV)');
    expect(csv.download.suggestedFilename()).toBe('ozps-kurow-061406-2019.csv');
    const lines = csv.bytes.toString().trimEnd().split('\n');
    expect(lines[0]).toBe(OBSERVATION_COLUMNS.join(','));
    const parquet = await downloaded(page, 'Odczytane liczby (Parquet)');
    expect(parquet.download.suggestedFilename()).toBe('ozps-kurow-061406-2019.parquet');
    const rows = await parquetReadObjects({ file: Uint8Array.from(parquet.bytes).buffer });
    expect(rows).toHaveLength(lines.length - 1);
    expect(Object.keys(rows[0] ?? {})).toEqual([...OBSERVATION_COLUMNS]);
    const sheet = await downloaded(page, 'Arkusz uwag (HTML)');
    expect(sheet.download.suggestedFilename()).toBe('ozps-kurow-061406-2019-uwagi.html');
    expect(sheet.bytes.toString()).toContain('Kurów, 2019');
  });
});

test('a bad file says what is wrong and does not stop the others', async () => {
  await visit(
    browser(),
    PATH,
    async (page) => {
      await give(page, badFile(), await txtReport());
      await result(page).waitFor(patience);
      const bad = page.locator('.files li', { hasText: 'zepsuty.pdf' });
      expect(await wordsOf(bad)).toContain('Nie odczytano');
      expect(await wordsOf(bad)).toContain('uszkodzony');
      expect(await bad.getByRole('button', { name: /Spróbuj ponownie/ }).count()).toBe(1);
    },
    { expectErrors: true },
  );
});

test('a result has nothing for axe to find and does not scroll sideways, also with a place in the text open', async () => {
  await visit(browser(), PATH, async (page) => {
    await give(page, await txtReport());
    await result(page).waitFor(patience);
    await page.locator('figure svg').first().waitFor(patience);
    await page.getByText('Inna gmina lub inny rok').click();
    await page.locator('.places a').first().click();
    await page.locator('.pane li.target').waitFor();
    await expectAccessible(page);
  });
});
