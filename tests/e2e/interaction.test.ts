import { describe, expect, test } from 'vitest';
import { hydrated, useBrowser, visit, wordsOf } from './browser';

const browser = useBrowser();
const engine = { timeout: 60_000 } as const;

describe('a chart', () => {
  test('is in the HTML once, keeps its markup through hydration, and is not in the data', async () => {
    await visit(browser(), 'gmina/060801/', async (page) => {
      const html = await (await page.request.get(page.url())).text();
      const drawn = html.split('class="chart"').length - 1;
      await hydrated(page);
      expect(await page.locator('figure svg').count()).toBe(drawn);
      const scripts = html.slice(html.lastIndexOf('<script'));
      expect(scripts).not.toMatch(/<svg|<path|\\u003Csvg/);
      expect(scripts).toContain('deprywacja-lokalna');
      const [path] = /<path d="M[^"]{40,}"/.exec(html) ?? [''];
      expect(html.split(path).length - 1).toBe(1);
      expect(
        await page.evaluate(
          () => performance.getEntriesByType('resource').filter((one) => /plot|duckdb/.test(one.name)).length,
        ),
      ).toBe(0);
    });
  });

  test('is read year by year with the arrow keys', async () => {
    await visit(browser(), 'gmina/060801/', async (page) => {
      await hydrated(page);
      const cursor = page.locator('figure[data-indicator="deprywacja-lokalna"] [role="slider"]');
      await cursor.focus();
      expect(await cursor.getAttribute('aria-valuetext')).toMatch(/^2019: Lubartów: 2,30%/);
      await page.keyboard.press('ArrowLeft');
      expect(await cursor.getAttribute('aria-valuetext')).toMatch(/^2018: Lubartów: 2,36%/);
      expect(await wordsOf(cursor.locator('.tip'))).toContain('2,36%');
      await page.keyboard.press('Home');
      expect(await cursor.getAttribute('aria-valuenow')).toBe('2016');
      await page.keyboard.press('Escape');
      expect(await cursor.locator('.tip').count()).toBe(0);
    });
  });

  test('is read by pointer', async () => {
    await visit(browser(), 'gmina/120101/', async (page) => {
      await hydrated(page);
      const cursor = page.locator('figure[data-indicator="obs-korzystajacy"] [role="slider"]');
      await cursor.scrollIntoViewIfNeeded();
      const box = await cursor.boundingBox();
      if (!box) throw new Error('the chart is not drawn');
      await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
      const text = await wordsOf(cursor.locator('.tip'));
      expect(text).toMatch(/^20\d\d/);
      expect(text).toContain('powiat bocheński');
    });
  });

  test('takes another gmina, asked of the engine, into the same box and the URL', async () => {
    await visit(browser(), 'gmina/120101/', async (page) => {
      await hydrated(page);
      const figure = page.locator('figure[data-indicator="obs-korzystajacy"]');
      await figure.getByText('Porównaj z inną gminą').click();
      const select = figure.getByLabel(/Dodaj gminę/);
      await select.locator('option[value="120302"]').waitFor({ state: 'attached', ...engine });
      await select.selectOption('120302');
      await figure
        .locator('svg .r-other')
        .first()
        .waitFor({ state: 'attached', ...engine });
      expect(new URL(page.url()).searchParams.get('porownaj')).toBe('120302');
      await expect.poll(() => figure.locator('thead').textContent(), engine).toContain('Babice');
      await figure.getByRole('button', { name: /Usuń: Babice/ }).click();
      await expect.poll(() => figure.locator('svg .r-other').count()).toBe(0);
    });
  });
});

describe('the URL', () => {
  test('opens the view it names', async () => {
    await visit(browser(), 'gmina/120101/?porownaj=120302&lata=2015-2020', async (page) => {
      const figure = page.locator('figure[data-indicator="obs-korzystajacy"]');
      await figure
        .locator('svg .r-other')
        .first()
        .waitFor({ state: 'attached', ...engine });
      await expect.poll(async () => figure.locator('tbody tr').count(), engine).toBe(6);
    });
  });

  test('with unsafe values opens the default view and says so', async () => {
    await visit(browser(), "gmina/120101/?porownaj=1'%3BDROP&lata=9-1", async (page) => {
      await page.locator('.notice.error').waitFor();
      const text = await wordsOf(page.locator('.notice.error'));
      expect(text).toContain('„porownaj”');
      expect(text).toContain('„lata”');
      expect(text).toContain('Resztę adresu uwzględniono.');
    });
  });
});

describe('a ranking', () => {
  test('is filtered and stands in the URL', async () => {
    await visit(browser(), 'wskaznik/obs-korzystajacy/', async (page) => {
      await hydrated(page);
      const rows = page.locator('#kolejnosc ~ div tbody tr');
      const all = await rows.count();
      expect(all).toBeGreaterThan(170);
      await page.getByLabel('Powiat', { exact: true }).selectOption('1201');
      await expect.poll(() => rows.count(), engine).toBe(9);
      expect(new URL(page.url()).searchParams.get('powiat')).toBe('1201');
      await page.getByLabel('Powiat', { exact: true }).selectOption('');
      await expect.poll(() => rows.count()).toBe(all);
    });
  });

  test('asks the engine only for a condition on another indicator', async () => {
    await visit(browser(), 'wskaznik/obs-korzystajacy/', async (page) => {
      await hydrated(page);
      const rows = page.locator('#kolejnosc ~ div tbody tr');
      const all = await rows.count();
      await page.getByText('Warunek z innego wskaźnika').click();
      await page.locator('#f-warunek').selectOption('obs-mieszkancy-na-pracownika');
      await page.locator('#f-from').fill('2500');
      await page.locator('#f-from').blur();
      await expect.poll(() => rows.count(), engine).toBeLessThan(all);
      expect(await rows.count()).toBeGreaterThan(5);
      expect(new URL(page.url()).searchParams.get('warunek')).toContain('obs-mieszkancy-na-pracownika');
    });
  });

  test('stays readable when its file cannot be had, and tries again', async () => {
    await visit(
      browser(),
      'wskaznik/obs-korzystajacy/',
      async (page) => {
        await hydrated(page);
        await page.route('**/data/wskaznik/**', (route) => route.abort());
        await page.getByLabel('Rok', { exact: true }).selectOption('2015');
        await page.getByText('Nie udało się wczytać danych.').waitFor(engine);
        expect(await page.locator('#kolejnosc ~ div tbody tr').count()).toBeGreaterThan(170);
        await page.unroute('**/data/wskaznik/**');
        await page.getByRole('button', { name: 'Spróbuj ponownie' }).click();
        await page.getByRole('heading', { name: /Kolejność według wartości, 2015/ }).waitFor(engine);
      },
      { expectErrors: true },
    );
  });
});

describe('the search', () => {
  test('finds a gmina without diacritics, by keyboard alone', async () => {
    await visit(browser(), '', async (page) => {
      const box = page.getByRole('combobox', { name: 'Nazwa gminy' });
      await box.focus();
      await page.keyboard.type('lubartow');
      const options = page.getByRole('option');
      await options.first().waitFor();
      expect(await box.getAttribute('aria-expanded')).toBe('true');
      expect(await wordsOf(options.first())).toContain('powiat lubartowski');
      await page.keyboard.press('ArrowDown');
      expect(await box.getAttribute('aria-activedescendant')).toBe('szukaj-0');
      expect(await options.first().getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/gmina/060801/');
    });
  });

  test('leads to the page of a powiat', async () => {
    await visit(browser(), '', async (page) => {
      await page.getByRole('combobox', { name: 'Nazwa gminy' }).fill('powiat lubartowski');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/powiat/0608/');
    });
  });

  test('offers the nearest names where none fits, and opens none of them by itself', async () => {
    await visit(browser(), '', async (page) => {
      await page.getByRole('combobox', { name: 'Nazwa gminy' }).fill('Lubartuw');
      await page.getByText('Brak takiej nazwy. Na liście są nazwy najbliższe w pisowni.').waitFor();
      expect(await page.getByRole('option').count()).toBe(3);
      await page.keyboard.press('Enter');
      await page.getByRole('option', { name: 'Lubartów gmina miejska' }).click();
      await page.waitForURL('**/gmina/060801/');
    });
  });

  test('closes with Escape and says when nothing is found', async () => {
    await visit(browser(), '', async (page) => {
      const box = page.getByRole('combobox', { name: 'Nazwa gminy' });
      await box.fill('xyzxyz');
      await page.getByText('Brak takiej nazwy.').waitFor();
      await box.fill('Moszczenica');
      await page.getByRole('option').first().waitFor();
      expect(await page.getByRole('option').count()).toBe(2);
      await page.keyboard.press('Escape');
      expect(await box.getAttribute('aria-expanded')).toBe('false');
    });
  });
});

test('the skip link leads to the content', async () => {
  await visit(browser(), 'gmina/060801/', async (page) => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Przejdź do treści');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tresc');
  });
});
