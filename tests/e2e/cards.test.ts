import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { bin } from '../../scripts/run.mjs';
import { expectAccessible } from './axe';
import { openPage, site, useBrowser, visit } from './browser';

const browser = useBrowser();
/** Most that a printed card may weigh. */
const MOST_BYTES = 300_000;

interface Paper {
  pages: number;
  tagged: boolean;
  bytes: number;
  /** Text of each page. */
  texts: string[];
}

async function read(pdf: Uint8Array): Promise<Paper> {
  const { length } = pdf;
  // It takes the bytes away from whoever gives them.
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    // A no-break space is an item of its own.
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/[ \u00a0]+/g, ' '),
    );
  }
  const tagged = (await document.getMarkInfo())?.Marked === true;
  await document.destroy();
  return { pages: texts.length, tagged, bytes: length, texts };
}

async function printed(path: string, ready?: string): Promise<Paper> {
  const { page, close, errors, elsewhere } = await openPage(browser());
  try {
    await page.goto(site + path, { waitUntil: 'networkidle' });
    if (ready !== undefined) await page.locator(ready).first().waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const paper = await read(
      await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }),
    );
    expect(errors).toEqual([]);
    expect(elsewhere).toEqual([]);
    return paper;
  } finally {
    await close();
  }
}

/** A sheet whose content stands below its lower edge would lose it, or push out another page. */
const overflow = (path: string): Promise<number[]> =>
  new Promise((resolve, reject) => {
    visit(browser(), path, async (page) => {
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 703, height: 1047 });
      resolve(
        await page.locator('.sheet').evaluateAll((sheets) =>
          sheets.map((sheet) => {
            const last = sheet.lastElementChild?.getBoundingClientRect();
            return Math.round((last?.bottom ?? 0) - sheet.getBoundingClientRect().bottom);
          }),
        ),
      );
    }).catch(reject);
  });

const GMINY = {
  'with a report': '060801',
  'with a report from a scan': '061705',
  'with series of the observatory': '120102',
  'city with powiat rights': '126101',
  'with an activity report and little else': '060505',
};

describe('the card of a gmina', () => {
  test.each(Object.entries(GMINY))(
    '%s is two sheets, filled, in Polish, small and tagged',
    async (_, teryt) => {
      const { pages, tagged, bytes, texts } = await printed(`gmina/${teryt}/karta/`);
      expect(pages).toBe(2);
      expect(tagged).toBe(true);
      expect(bytes).toBeLessThan(MOST_BYTES);
      for (const text of texts) expect(text).toMatch(/[ąćęłńóśźż]/);
      expect(texts[1]).toContain('Uwagi do danych');
      expect(texts[1]).toContain(`/gmina/${teryt}/`);
      for (const below of await overflow(`gmina/${teryt}/karta/`)) expect(below).toBeLessThanOrEqual(0);
    },
  );

  test('says in words what a council asks: verdict, whose money, recommendations, comparison, sources', async () => {
    const { texts } = await printed('gmina/060801/karta/');
    const text = texts.join(' ');
    for (const words of [
      'Deprywacja',
      'Bezrobocie',
      'Pracownicy socjalni',
      'Wydatki',
      'Warunek ustawowy',
      'Czyje to pieniądze',
      'Wnioski i zalecenia ośrodka',
      'Na tle powiatu i województwa',
      'Źródła',
    ])
      expect(text).toContain(words);
  });

  test.each(Object.values(GMINY))('%s is accessible on the screen too', async (teryt) => {
    await visit(browser(), `gmina/${teryt}/karta/`, (page) => expectAccessible(page));
  });

  test('is reached from its page', async () => {
    await visit(browser(), 'gmina/060801/', async (page) => {
      await page.getByRole('link', { name: 'Karta do druku' }).click();
      await page.waitForURL('**/gmina/060801/karta/');
    });
  });
});

describe('the card of an indicator', () => {
  const INDICATORS = ['obs-korzystajacy', 'obs-mieszkancy-na-pracownika', 'obs-stopa-bezrobocia'];
  test.each(INDICATORS)('%s is one sheet, in Polish, small and tagged', async (id) => {
    const { pages, tagged, bytes, texts } = await printed(`wskaznik/${id}/karta/`);
    expect(pages).toBe(1);
    expect(tagged).toBe(true);
    expect(bytes).toBeLessThan(MOST_BYTES);
    for (const words of [
      'Rozkład',
      'Najwyższe wartości',
      'Najniższe wartości',
      'Kolejność nie jest oceną',
      'Źródła',
    ])
      expect(texts[0]).toContain(words);
    expect(texts[0]).toMatch(/ma \d+ z \d+/);
    for (const below of await overflow(`wskaznik/${id}/karta/`)) expect(below).toBeLessThanOrEqual(0);
  });

  test('is accessible on the screen too, and is reached from its page', async () => {
    await visit(browser(), 'wskaznik/obs-korzystajacy/', async (page) => {
      await page.getByRole('link', { name: 'Karta do druku' }).click();
      await page.waitForURL('**/wskaznik/obs-korzystajacy/karta/');
      await expectAccessible(page);
    });
  });
});

test('a comparison prints as a hand-out: names, tables, sentences, sources and the address, without controls', async () => {
  const path = 'porownanie/?gminy=120102,120103,060801&wskazniki=obs-korzystajacy,obs-posilki-na-1000';
  const { texts, tagged, bytes } = await printed(path, '.print-foot p:nth-child(2)');
  const text = texts.join(' ');
  expect(text).toMatch(/Porównanie gmin\s*: Bochnia, Drwinia, Lubartów/);
  expect(text).toMatch(/Osoby w rodzinach\s+korzystających/);
  expect(text).toContain('Źródła:');
  expect(text).toMatch(/wersja danych [0-9a-f]{12}/);
  expect(text.replaceAll(/\s/g, '')).toContain('porownanie/?gminy=120102');
  for (const control of ['Usuń', 'Dodaj gminę', 'Rok wskaźników', 'Pobierz całe'])
    expect(text).not.toContain(control);
  expect(tagged).toBe(true);
  expect(bytes).toBeLessThan(MOST_BYTES);
});

describe('npm run cards', () => {
  const run = promisify(execFile);
  const cards = (...args: string[]) => run(bin('tsx'), ['scripts/cards.ts', ...args]);

  test('prints the cards asked for, each under its name', async () => {
    const out = mkdtempSync(join(tmpdir(), 'karty-'));
    const comparison = ['--comparison', 'gminy=120102,120103'];
    try {
      await cards(
        '--unit',
        '060801',
        '--unit',
        '120102',
        '--indicator',
        'obs-korzystajacy',
        ...comparison,
        '--out',
        out,
      );
      const files = readdirSync(out).sort();
      expect(files).toEqual([
        'karta-060801-lubartow.pdf',
        'karta-120102-bochnia.pdf',
        'karta-porownania-120102-120103.pdf',
        'karta-wskaznika-obs-korzystajacy.pdf',
      ]);
      for (const file of files) {
        const { pages, tagged, bytes } = await read(readFileSync(join(out, file)));
        if (!file.includes('porownania')) expect(pages).toBe(file.includes('wskaznika') ? 1 : 2);
        expect(tagged).toBe(true);
        expect(bytes).toBeLessThan(MOST_BYTES);
      }
    } finally {
      rmSync(out, { recursive: true });
    }
  });

  test('prints the rest where one cannot be had, names it, and ends with an error', async () => {
    const out = mkdtempSync(join(tmpdir(), 'karty-'));
    try {
      const failed = await cards('--unit', '060801', '--unit', '020101', '--out', out).then(
        () => null,
        (error: { code: number; stderr: string }) => error,
      );
      expect(failed?.code).toBe(1);
      expect(failed?.stderr).toContain('020101: this gmina has no card');
      expect(readdirSync(out)).toEqual(['karta-060801-lubartow.pdf']);
    } finally {
      rmSync(out, { recursive: true });
    }
  });
});
