import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from './axe';
import { openPage, PHONE, site, useBrowser, visit, wordsOf } from './browser';

const browser = useBrowser();
const THREE = 'porownanie/?gminy=120102,120103,120104';
const letters = (page: Page) => page.locator('ol[aria-label="Wybrane gminy"] li a').allInnerTexts();
const codes = (page: Page) => new URL(page.url()).searchParams.get('gminy');
const answered = (page: Page) =>
  page.locator('[data-measure="obs-korzystajacy"] .beside tbody tr').first().waitFor();

describe('a comparison', () => {
  test('opens what its address names, in that order, for one year, with OZPS and observatory apart', async () => {
    await visit(browser(), 'porownanie/?gminy=120104,120102,060801', async (page) => {
      await answered(page);
      expect(await letters(page)).toEqual(['Lipnica Murowana', 'Bochnia', 'Lubartów']);
      const block = page.locator('[data-measure="obs-korzystajacy"]');
      expect(await block.locator('.beside tbody th').allInnerTexts()).toEqual([
        expect.stringContaining('Lipnica Murowana'),
        expect.stringContaining('Bochnia'),
        expect.stringContaining('Lubartów'),
      ]);
      expect(await wordsOf(block.locator('.beside tbody tr').nth(2))).toContain('brak');
      expect(await wordsOf(block.locator('.reading').first())).toMatch(
        /^W 2024 r\. najwyższa wartość: .*najniższa: .*Brak wartości: Lubartów\.$/,
      );
      const origin = (id: string) =>
        page
          .locator(`section[aria-labelledby="g-${id}"] [data-measure]`)
          .evaluateAll((blocks) => blocks.map((one) => one.getAttribute('data-measure') ?? ''));
      expect((await origin('obserwatorium')).every((id) => id.startsWith('obs-'))).toBe(true);
      expect((await origin('ozps')).some((id) => id.startsWith('obs-'))).toBe(false);
    });
  });

  test('takes a gmina by keyboard, keeps the address, gives it up again, and goes back step by step', async () => {
    await visit(browser(), THREE, async (page) => {
      await answered(page);
      const search = page.getByLabel('Dodaj gminę');
      await search.focus();
      await page.keyboard.type('lapanow', { delay: 20 });
      await page.locator('#dodaj-0').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => letters(page)).toEqual(['Bochnia', 'Drwinia', 'Lipnica Murowana', 'Łapanów']);
      await expect.poll(() => codes(page)).toBe('120102,120103,120104,120105');
      expect(await search.inputValue()).toBe('');
      const remove = page.getByRole('button', { name: 'Usuń gminę Drwinia' });
      await remove.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => codes(page)).toBe('120102,120104,120105');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('wybrane');
      await page.goBack();
      await expect.poll(() => letters(page)).toEqual(['Bochnia', 'Drwinia', 'Lipnica Murowana', 'Łapanów']);
      await page.goBack();
      await expect.poll(() => letters(page)).toEqual(['Bochnia', 'Drwinia', 'Lipnica Murowana']);
    });
  });

  test('is the same in a fresh browser that is sent the address', async () => {
    const told = async (page: Page) => {
      await answered(page);
      return page.locator('[data-measure] .reading').allInnerTexts();
    };
    let address = '';
    let first: string[] = [];
    await visit(browser(), THREE, async (page) => {
      await answered(page);
      await page.getByLabel('Rok wskaźników').selectOption('2019');
      await expect
        .poll(() => wordsOf(page.locator('[data-measure="obs-korzystajacy"] h4').first()))
        .toContain('2019');
      await page.getByRole('button', { name: /Dodaj cały powiat bocheński/ }).click();
      await expect.poll(() => letters(page).then((all) => all.length)).toBe(9);
      await expect.poll(() => codes(page)).toContain('120109');
      await expect
        .poll(() => page.locator('[data-measure="obs-korzystajacy"] .beside tbody tr').count())
        .toBe(9);
      first = await told(page);
      address = page.url().slice(site.length);
    });
    await visit(browser(), address, async (page) => expect(await told(page)).toEqual(first));
  });

  test('finds similar gminy, anew for other weights, which stand in the address', async () => {
    await visit(browser(), 'porownanie/?gminy=060801', async (page) => {
      await page.locator('summary', { hasText: 'Podobne gminy' }).click();
      const rows = page.locator('.similar tbody th a');
      await expect.poll(() => rows.count()).toBe(21);
      const before = await rows.allInnerTexts();
      expect(before.slice(0, 2)).toEqual(['Lubartów', 'Działdowo']);
      const weight = page.getByRole('slider', { name: 'gęstość zaludnienia' });
      await weight.focus();
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => rows.allInnerTexts()).not.toEqual(before);
      await expect.poll(() => new URL(page.url()).searchParams.get('wagi')).toBe('gestosc:0');
      await page.getByRole('button', { name: /Dodaj 3 najbardziej podobne/ }).click();
      await expect.poll(() => letters(page).then((all) => all.length)).toBe(4);
    });
  });

  test('takes no more than twelve, and says so', async () => {
    const twelve = Array.from({ length: 12 }, (_, index) => String(120601 + index)).join();
    await visit(browser(), `porownanie/?gminy=${twelve}`, async (page) => {
      await answered(page);
      expect(await wordsOf(page.locator('.adding'))).toContain('Wybrano 12 gmin');
      expect(await page.getByLabel('Dodaj gminę').count()).toBe(0);
    });
    await visit(browser(), `porownanie/?gminy=${twelve},120101`, async (page) => {
      await expect
        .poll(() => wordsOf(page.locator('main')))
        .toContain('ma za wiele wartości: pokazano pierwsze 12.');
    });
  });

  test('says which code no gmina has', async () => {
    await visit(browser(), 'porownanie/?gminy=120102,999999', async (page) => {
      await answered(page);
      expect(await wordsOf(page.locator('main'))).toContain('„999999”');
    });
  });

  test('is handed on as CSV and XLSX with every value, kind and place', async () => {
    await visit(browser(), THREE, async (page) => {
      await answered(page);
      const fileOf = async (name: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.locator('.files').getByRole('button', { name, exact: true }).click(),
        ]);
        return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
      };
      const csv = await fileOf('CSV');
      expect(csv.name).toBe('porownanie-120102-120103-120104.csv');
      const text = csv.bytes.toString('utf8');
      expect(text).toMatch(/^120103,Drwinia,.*korzystających z pomocy społecznej,2024,2\.47,/m);
      expect(text).toContain('suma liczników przez sumę mianowników');
      expect((await fileOf('CSV dla Excela')).bytes.toString('utf8')).toContain(';2,47;');
      expect((await fileOf('XLSX')).bytes.subarray(0, 2).toString()).toBe('PK');
    });
  });

  test('that cannot be fetched says so, keeps the choice and tries again', async () => {
    const { page, close } = await openPage(browser());
    await page.route('**/indicator=obs-korzystajacy/**', (route) => route.abort());
    await page.goto(site + THREE);
    await page.getByText('Nie udało się wczytać danych gmin.').waitFor();
    expect(codes(page)).toBe('120102,120103,120104');
    await page.unroute('**/indicator=obs-korzystajacy/**');
    await page.getByRole('button', { name: 'Spróbuj ponownie' }).click();
    await answered(page);
    await close();
  });

  test.each([320, PHONE.width])('does not scroll sideways at %i pixels', async (width) => {
    await visit(
      browser(),
      'porownanie/?gminy=120101,120102,120103,120104,120105,120106,120107,120108,120109,126101,120201,120203',
      async (page) => {
        await answered(page);
        await page.locator('summary', { hasText: 'Podobne gminy' }).click();
        await page.locator('.similar tbody tr').nth(5).waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      },
      { viewport: { width, height: 720 } },
    );
  });

  test('has nothing for axe to find', async () => {
    await visit(browser(), 'porownanie/?gminy=120101,120102,126101,060801', async (page) => {
      await answered(page);
      await page.locator('summary', { hasText: 'Podobne gminy' }).click();
      await page.locator('.similar tbody tr').nth(5).waitFor();
      await page.locator('figure svg').nth(3).waitFor({ state: 'attached' });
      await expectAccessible(page);
    });
  });
});

test('without scripts the page says what it needs and where every gmina can be read', async () => {
  await visit(
    browser(),
    'porownanie/',
    async (page) => {
      expect(await wordsOf(page.locator('main'))).toContain('potrzebuje skryptów');
      expect(await page.getByRole('link', { name: 'lista gmin według województw' }).count()).toBe(1);
    },
    { javaScriptEnabled: false },
  );
});

describe('a gmina’s page', () => {
  test('sets it against similar ones without scripts, and leads to a comparison', async () => {
    await visit(
      browser(),
      'gmina/120102/',
      async (page) => {
        const section = page.locator('#podobne');
        expect(await wordsOf(section.locator('h2'))).toBe('Na tle 20 podobnych gmin');
        expect(await section.locator('.strip').count()).toBe(4);
        expect(await wordsOf(section.locator('.strip p').first())).toMatch(/dane ma \d+ z 20/);
        expect(await section.locator('ol li').count()).toBe(40);
        const link = await page.getByRole('link', { name: 'Porównaj', exact: true }).getAttribute('href');
        expect(link).toContain('/porownanie/?gminy=120102');
      },
      { javaScriptEnabled: false },
    );
  });

  test('says of how many similar gminy an OZPS indicator is known', async () => {
    await visit(browser(), 'gmina/060801/', async (page) => {
      expect(await wordsOf(page.locator('#podobne .strip p').first())).toContain('dane ma 0 z 20');
    });
  });

  test('weighs anew on interaction, from four small files', async () => {
    await visit(browser(), 'gmina/120102/', async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.locator('#podobne .weights summary').click();
      await expect.poll(() => page.locator('#podobne .weights table').count()).toBe(2);
      expect(asked.filter((path) => path.endsWith('.parquet')).length).toBe(4);
      await page.locator('#podobne').getByRole('slider', { name: 'liczba mieszkańców' }).focus();
      await page.keyboard.press('End');
      await expect.poll(() => page.locator('#podobne .weights .strip').count()).toBe(4);
      await expect.poll(() => new URL(page.url()).searchParams.get('wagi')).toBe('ludnosc:5');
    });
  });

  test('names the kind of every value of its powiat', async () => {
    await visit(browser(), 'gmina/120102/', async (page) => {
      const reading = page.locator('figure[data-indicator="obs-korzystajacy"] .reading');
      const text = await wordsOf(reading);
      for (const kind of [
        'średnia z gmin (każda gmina liczy się tak samo)',
        'suma liczników przez sumę mianowników',
        'podana przez źródło',
      ])
        expect(text).toContain(kind);
    });
  });
});

test('a powiat’s page puts the mean of gminy, the total and the source’s value in columns of their own', async () => {
  await visit(browser(), 'powiat/1201/', async (page) => {
    const row = page.locator('section[aria-labelledby="srednie"] tbody tr', {
      hasText: 'korzystających z pomocy społecznej',
    });
    expect(await wordsOf(row)).toMatch(/2024\s+2,44%\s*9 z 9\s+gmin\s+2,35%\s*9 z 9\s+gmin\s+2,35%/);
    const unknown = page.locator('section[aria-labelledby="srednie"] tbody tr', { hasText: 'bezrobocia' });
    expect(await wordsOf(unknown)).toContain('nie policzono');
  });
});
