import { readFile } from 'node:fs/promises';
import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/lib/report/readers';
import { expectAccessible } from './axe';
import { txtReport } from './made-report';
import { hydrated, useBrowser, visit, wordsOf } from './browser';

const browser = useBrowser();

/** Opens the files of a figure by keyboard. */
async function filesOf(page: Page, indicator: string): Promise<Locator> {
  await hydrated(page);
  const files = page.locator(`figure[data-indicator="${indicator}"] .figure-files`).first();
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
  await expect.poll(() => wordsOf(files.getByRole('status').first())).toBe(`Zapisano plik ${name}`);
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

  test('are read back: workbook, pictures and archive', async () => {
    await visit(browser(), 'gmina/060801/', async (page) => {
      // A picture is on white, whatever the reader's theme.
      await page.emulateMedia({ colorScheme: 'dark' });
      const files = await filesOf(page, 'deprywacja-lokalna');

      const workbook = await fileBehind(page, files, 'XLSX');
      const { lines } = await readDocument(workbook.bytes, workbook.name);
      const text = lines.map((line) => line.text).join('\n');
      expect(text).toContain('Wskaźnik deprywacji lokalnej');
      expect(text).toContain('wartość dla całego obszaru, obliczona tutaj');

      const parquet = await fileBehind(page, files, 'Parquet');
      const points = await parquetReadObjects({ file: new Uint8Array(parquet.bytes).buffer });
      const own = points.find((row) => row.rok === 2019 && row.seria === 'Lubartów');
      expect(own?.wartosc).toBeCloseTo(2.3, 1);
      expect(own?.adres).toContain('/zrodlo/ozps-060801-2019/#');

      const svg = (await fileBehind(page, files, 'SVG')).bytes.toString('utf8');
      expect(svg).toMatch(/^<\?xml /);
      expect(svg).not.toMatch(/var\(|<style|style=|class=|href=/);
      expect(svg).toContain('fill="#ffffff"');
      expect(svg).toContain('stroke="#0a58a6"');
      expect(svg).toContain('Źródło:');
      expect(svg).toMatch(/wersja danych [0-9a-f]{12}/);

      const widths: number[] = [];
      for (const button of ['PNG', 'PNG, podwójna wielkość']) {
        const { bytes } = await fileBehind(page, files, button);
        expect(bytes.subarray(1, 4).toString()).toBe('PNG');
        widths.push(bytes.readUInt32BE(16));
        expect(bytes.length).toBeGreaterThan(10_000);
      }
      expect(widths).toEqual([768, 1536]);

      const archive = await fileBehind(page, files, 'Pobierz wszystko (ZIP)');
      expect(archive.name).toBe('lubartow-060801-deprywacja-lokalna-2016-2019.zip');
      const entries = await new ZipReader(new Uint8ArrayReader(new Uint8Array(archive.bytes))).getEntries();
      expect(entries.map(({ filename }) => filename)).toEqual([
        'lubartow-060801-deprywacja-lokalna-2016-2019.csv',
        'lubartow-060801-deprywacja-lokalna-2016-2019.svg',
        'datapackage.json',
        'README.txt',
      ]);
    });
  });

  test('are cited with the version of the data and the place in the source, and copied', async () => {
    await visit(
      browser(),
      'gmina/060801/',
      async (page) => {
        const files = await filesOf(page, 'deprywacja-lokalna');
        await files.getByText('Cytuj', { exact: true }).click();
        await files.getByRole('button', { name: 'Kopiuj: BibTeX' }).click();
        await files.getByText('Skopiowano: BibTeX').waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied).toMatch(/^@misc\{gminoskop-060801-deprywacja-lokalna-/);
        expect(await wordsOf(files.locator('pre').first())).toMatch(
          /wersja danych [0-9a-f]{12}, http.*\/gmina\/060801\/ .*Źródło: .*\/zrodlo\/ozps-060801-2019\/#/,
        );
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
  });

  test('leave nothing for axe to find while they are open', async () => {
    await visit(browser(), 'gmina/060801/', async (page) => {
      await filesOf(page, 'deprywacja-lokalna');
      await expectAccessible(page);
    });
  });
});

describe('the files of a dropped report’s figure', () => {
  test('lead to no page, are cited as not published, and are made without a network', async () => {
    await visit(
      browser(),
      'wczytaj/',
      async (page) => {
        await page.waitForLoadState('networkidle');
        await page.locator('#pliki').waitFor({ state: 'attached' });
        await page.setInputFiles('#pliki', await txtReport());
        const figure = page.locator('figure[data-unit="061406"]').first();
        await figure.locator('svg').first().waitFor({ timeout: 30_000, state: 'attached' });
        await page.context().setOffline(true);
        const files = figure.locator('.figure-files');
        await files.locator('> summary').click();
        const csv = await fileBehind(page, files, 'CSV');
        expect(csv.name).toMatch(/^(kurow-)?061406-[a-z-]+/);
        const { data } = Papa.parse<Record<string, string>>(csv.bytes.toString('utf8'), {
          header: true,
          skipEmptyLines: true,
        });
        expect(data.length).toBeGreaterThan(0);
        expect(new Set(data.map((row) => row.adres))).toEqual(new Set(['']));
        expect((await fileBehind(page, files, 'PNG')).bytes.length).toBeGreaterThan(10_000);
        expect((await fileBehind(page, files, 'XLSX')).name).toMatch(/\.xlsx$/);
        await files.getByText('Cytuj', { exact: true }).click();
        await files
          .getByText(/nieopublikowanego/)
          .first()
          .waitFor();
      },
      { expectErrors: true },
    );
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
