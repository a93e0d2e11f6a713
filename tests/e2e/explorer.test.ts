import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from './axe';
import { hydrated, openPage, PHONE, site, useBrowser, visit, wordsOf } from './browser';

const browser = useBrowser();
const INDICATOR = 'wskaznik/obs-korzystajacy/';

const rows = (page: Page) => page.locator('.ranking tbody tr');
const points = (page: Page) => page.locator('section[aria-labelledby="rozklad"] .wide circle');
const tiles = (page: Page) => page.locator('.map .wide .window .area');
const keyOf = (page: Page, key: string) => new URL(page.url()).searchParams.get(key);
const litIn = (page: Page, teryt: string) =>
  page.evaluate(
    (code) =>
      ['.ranking', 'section[aria-labelledby="rozklad"] .wide', '.map .wide'].map(
        (box) => document.querySelectorAll(`${box} [data-teryt="${code}"].lit`).length,
      ),
    teryt,
  );

describe('the views of an indicator', () => {
  test('are three of one question: filters change all of them, the counts and the address', async () => {
    await visit(browser(), INDICATOR, async (page) => {
      await hydrated(page);
      expect(await points(page).count()).toBe(182);
      expect(await tiles(page).count()).toBe(182);
      await page.getByLabel('Powiat', { exact: true }).selectOption('1201');
      await expect.poll(() => rows(page).count()).toBe(9);
      await expect.poll(() => points(page).count()).toBe(9);
      expect(await page.locator('.map .wide .window .area:not(.outside)').count()).toBe(9);
      expect(await wordsOf(page.locator('.counts'))).toBe('Dane za 2024 rok ma 9 z 9 gmin.');
      await expect.poll(() => keyOf(page, 'powiat')).toBe('1201');
      await page.getByLabel('Rodzaj gminy').selectOption('2');
      await page.getByLabel('Mieszkańcy od').fill('10000');
      await page.getByLabel('Mieszkańcy od').blur();
      await expect.poll(() => keyOf(page, 'ludnosc')).toBe('10000..');
      const few = await rows(page).count();
      expect(few).toBeGreaterThan(0);
      expect(few).toBeLessThan(7);
      // Each step back is one choice back.
      await page.goBack();
      await expect.poll(() => keyOf(page, 'ludnosc')).toBeNull();
      await page.goBack();
      await expect.poll(() => rows(page).count()).toBe(9);
      await page.goBack();
      await expect.poll(() => rows(page).count()).toBe(182);
      expect(page.url()).toBe(site + INDICATOR);
    });
  });

  test('light what is pointed at in one of them in all', async () => {
    await visit(browser(), INDICATOR, async (page) => {
      await hydrated(page);
      await page.locator('.ranking tr[data-teryt="120705"] th').hover();
      await expect.poll(() => litIn(page, '120705')).toEqual([1, 1, 1]);
      await page.locator('.map .wide [data-teryt="120101"]').scrollIntoViewIfNeeded();
      await page.locator('.map .wide [data-teryt="120101"]').hover();
      await expect.poll(() => litIn(page, '120101')).toEqual([1, 1, 1]);
      expect(await litIn(page, '120705')).toEqual([0, 0, 0]);
      expect(await wordsOf(page.locator('.tip'))).toMatch(/^Bochnia\n\s*3,17%, miejsca \d+–\d+/);
    });
  });

  test('are read and chosen from by keyboard alone', async () => {
    await visit(browser(), INDICATOR, async (page) => {
      await hydrated(page);
      const cursor = page.getByRole('slider', { name: 'Odczyt wartości z rozkładu' });
      await cursor.focus();
      await page.keyboard.press('End');
      expect(await cursor.getAttribute('aria-valuetext')).toMatch(/^Korzenna: 11,99%, miejsce 1/);
      await expect.poll(() => litIn(page, '121006')).toEqual([1, 1, 1]);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.pinned tr').count()).toBe(1);
      await expect.poll(() => keyOf(page, 'wybrane')).toBe('121006');
      expect(await page.locator('.map .wide .area.chosen').getAttribute('data-teryt')).toBe('121006');
      const map = page.getByRole('slider', { name: /Odczyt wartości z mapy/ });
      await map.focus();
      await page.keyboard.press('+');
      const zoomed = page.locator('.map .wide .zoomed');
      await expect.poll(() => zoomed.getAttribute('transform')).toMatch(/scale\(1\.5\)/);
      const before = await zoomed.getAttribute('transform');
      await page.keyboard.press('Shift+ArrowRight');
      await expect.poll(() => zoomed.getAttribute('transform')).not.toBe(before);
      await page.keyboard.press('0');
      await expect.poll(() => zoomed.getAttribute('transform')).toBe('translate(0,0) scale(1)');
    });
  });

  test('tick what the address names and nothing else', async () => {
    await visit(browser(), `${INDICATOR}?woj=12&typ=2&ludnosc=5000..`, async (page) => {
      await hydrated(page);
      const ticked = () =>
        page
          .locator('.ranking tbody tr:has(input:checked)')
          .evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.teryt));
      const inAddress = () => (keyOf(page, 'wybrane') ?? '').split(',').filter((code) => code !== '');
      await expect.poll(() => rows(page).first().getAttribute('data-teryt')).toBe('121006');
      for (const at of [0, 3, 1]) {
        const before = inAddress();
        await page.locator('.ranking tbody:last-child tr').nth(at).locator('input').click();
        await expect.poll(() => inAddress().length).toBe(before.length + 1);
        await expect.poll(async () => (await ticked()).sort()).toEqual(inAddress().sort());
      }
      await page.locator('.ranking .pinned tr').first().locator('input').click();
      await expect.poll(() => inAddress().length).toBe(2);
      await expect.poll(async () => (await ticked()).sort()).toEqual(inAddress().sort());
    });
  });

  test('enlarge the map by wheel and keep it so when it is drawn anew', async () => {
    await visit(browser(), INDICATOR, async (page) => {
      await hydrated(page);
      const box = page.locator('.map .wide .window');
      await box.scrollIntoViewIfNeeded();
      await page.locator('.map .wide [data-teryt="120101"]').hover();
      await page.waitForTimeout(400);
      await page.mouse.wheel(0, -300);
      const zoomed = page.locator('.map .wide .zoomed');
      await expect.poll(() => zoomed.getAttribute('transform')).toMatch(/scale\(1\.[1-9]/);
      const before = await zoomed.getAttribute('transform');
      await page.getByLabel('Klasy').selectOption('naturalne');
      await expect.poll(() => keyOf(page, 'klasy')).toBe('naturalne');
      await expect.poll(() => zoomed.getAttribute('transform')).toBe(before);
    });
  });

  test('stand in an address that shows the same in a fresh browser', async () => {
    let address = '';
    let seen: string[] = [];
    const look = async (page: Page) => [
      await wordsOf(page.locator('.counts')),
      ...(await rows(page).locator('th').allInnerTexts()),
      String(await page.locator('.map .wide .area.chosen').count()),
    ];
    await visit(browser(), INDICATOR, async (page) => {
      await hydrated(page);
      await page.getByLabel('Zmiana od roku').selectOption('2020');
      await page.getByLabel('Powiat', { exact: true }).selectOption('1210');
      await expect.poll(() => rows(page).count()).toBe(16);
      await rows(page).nth(3).getByRole('checkbox').click();
      await page.getByRole('button', { name: 'Gmina', exact: true }).click();
      await expect.poll(() => keyOf(page, 'porzadek')).toBe('nazwa');
      await page.locator('figure .r-gmina').first().waitFor({ state: 'attached' });
      address = page.url();
      seen = await look(page);
    });
    const fresh = await openPage(browser());
    await fresh.page.goto(address);
    await expect.poll(() => look(fresh.page)).toEqual(seen);
    expect(await fresh.page.locator('.pinned tr').count()).toBe(1);
    expect(fresh.errors).toEqual([]);
    await fresh.close();
  });

  test('say in words what lies between two years, what is far, and what cannot be judged', async () => {
    await visit(browser(), 'wskaznik/obs-wydatki-852-853-na-mieszkanca/?odroku=2015', async (page) => {
      await page.getByText(/Zmiana obejmuje przerwę porównywalności \(2016, 500\+\)/).waitFor();
      await page.getByText('Największy wzrost, 2015–2024').waitFor();
      // Spending is no share of persons: nothing is said of chance.
      expect(await page.getByText(/wahaniach losowych|mogą być przypadkiem/).count()).toBe(0);
    });
    await visit(
      browser(),
      INDICATOR,
      async (page) => {
        const text = await wordsOf(page.locator('main'));
        expect(text).toContain('Wysoko: dalej niż 1,5 rozstępu międzykwartylowego od górnego kwartyla');
        expect(text).toContain('Tego nie da się ocenić: źródło nie podaje liczby rodzin');
        expect(text).toContain('Największy wzrost, 2023–2024');
        expect(await points(page).count()).toBe(182);
        expect(await tiles(page).count()).toBe(182);
        expect(await rows(page).count()).toBe(182);
      },
      { javaScriptEnabled: false },
    );
  });

  test('are handed on as a table whose name says the indicator, the year and the filter', async () => {
    await visit(browser(), `${INDICATOR}?typ=2&rok=2023&woj=12`, async (page) => {
      await expect.poll(() => wordsOf(page.locator('.counts'))).toMatch(/^Dane za 2023 rok/);
      const files = page.locator('.figure-files').first();
      await files.locator('> summary').click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        files.getByRole('button', { name: 'CSV', exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('12-obs-korzystajacy-2023-gmina-wiejska.csv');
      const text = await readFile(await download.path(), 'utf8');
      expect(text.trim().split('\n')).toHaveLength(1 + (await rows(page).count()));
    });
  });

  test('of powiaty are tiles that lie where they do', async () => {
    await visit(browser(), 'wskaznik/obs-stopa-bezrobocia/', async (page) => {
      await hydrated(page);
      expect(await tiles(page).count()).toBe(22);
      await page.locator('.map .wide [data-teryt="1201"]').click();
      await expect.poll(() => keyOf(page, 'wybrane')).toBe('1201');
      expect(await wordsOf(page.locator('.pinned tr'))).toContain('powiat bocheński');
    });
  });

  test('take no more than twelve areas', async () => {
    const codes = Array.from({ length: 9 }, (_, i) => `12010${i + 1}`);
    await visit(
      browser(),
      `${INDICATOR}?wybrane=${[...codes, '120201', '120202', '120203'].join(',')}`,
      async (page) => {
        await expect.poll(() => page.locator('.pinned tr').count()).toBe(12);
        await page.locator('.ranking tr[data-teryt="120705"] input').click();
        await page.getByText('Można wybrać najwyżej 12 obszarów.').waitFor();
        expect(await page.locator('.pinned tr').count()).toBe(12);
      },
    );
  });

  test('are accessible with areas chosen, at both widths', async () => {
    await visit(browser(), `${INDICATOR}?wybrane=120101,121009&odroku=2020`, async (page) => {
      await expect.poll(() => page.locator('.pinned tr').count()).toBe(2);
      await page.locator('figure .r-gmina').first().waitFor({ state: 'attached' });
      await expectAccessible(page);
    });
  });

  test('fit a phone, where a finger scrolls past the map', async () => {
    await visit(
      browser(),
      INDICATOR,
      async (page) => {
        await hydrated(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
        expect(await page.locator('.map .narrow .window .area').first().isVisible()).toBe(true);
        expect(await page.locator('.map').evaluate((map) => getComputedStyle(map).touchAction)).toBe('pan-y');
      },
      { viewport: PHONE },
    );
  });

  test('enlarge the map under two fingers', async () => {
    await visit(
      browser(),
      INDICATOR,
      async (page) => {
        await hydrated(page);
        const map = page.locator('.map .narrow .window');
        const tile = map.locator('.area').nth(40);
        await tile.scrollIntoViewIfNeeded();
        const box = await tile.boundingBox();
        if (!box) throw new Error('no map');
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        // What enlarges it is fetched with the first touch.
        await Promise.all([
          page.waitForResponse((response) => response.url().endsWith('.js')),
          page.touchscreen.tap(x, y),
        ]);
        await page.waitForTimeout(500);
        const session = await page.context().newCDPSession(page);
        const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
          session.send('Input.dispatchTouchEvent', {
            type,
            touchPoints:
              type === 'touchEnd'
                ? []
                : [
                    { x: x - apart, y, id: 1 },
                    { x: x + apart, y, id: 2 },
                  ],
          });
        await touch('touchStart', 5);
        for (const apart of [10, 20, 30]) await touch('touchMove', apart);
        await touch('touchEnd', 0);
        await expect
          .poll(() => map.locator('.zoomed').getAttribute('transform'))
          .toMatch(/scale\((?:[2-9]|1\.[1-9])/);
      },
      { viewport: PHONE, hasTouch: true },
    );
  });
});
