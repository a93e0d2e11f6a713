import { describe, expect, test } from 'vitest';
import { PHONE, useBrowser, visit, wordsOf } from './browser';
import { KINDS_OF_PAGE } from './pages';

const browser = useBrowser();
const off = { javaScriptEnabled: false } as const;

describe('with scripts off', () => {
  test.each(Object.entries(KINDS_OF_PAGE))('%s has a heading, landmarks and a title', async (_kind, path) => {
    await visit(
      browser(),
      path,
      async (page) => {
        expect(await page.locator('h1').count()).toBe(1);
        expect(await page.title()).toMatch(/ – Gminoskop$/);
        for (const landmark of ['header.site-header', 'main', 'footer'])
          expect(await page.locator(landmark).count()).toBe(1);
      },
      off,
    );
  });

  test.each(['gmina/060801/', 'gmina/061705/', 'gmina/120101/', 'gmina/126101/'])(
    '%s shows every chart, sentence and table',
    async (path) => {
      await visit(
        browser(),
        path,
        async (page) => {
          const figures = page.locator('figure[data-indicator][data-unit]');
          const count = await figures.count();
          expect(count).toBeGreaterThanOrEqual(4);
          for (let index = 0; index < count; index += 1) {
            const figure = figures.nth(index);
            expect(await figure.getAttribute('data-unit')).toBe(path.slice(6, 12));
            expect(await wordsOf(figure.locator('figcaption'))).not.toBe('');
            const shown = figure.locator('svg[role="img"]:visible');
            expect(await shown.count()).toBe(1);
            expect(await shown.getAttribute('aria-label')).not.toBe('');
            expect(await wordsOf(figure.locator('.reading'))).not.toBe('');
            expect(await figure.locator('table tbody tr').count()).toBeGreaterThan(0);
          }
        },
        off,
      );
    },
  );

  test('a phone gets the narrow drawing with text of 11 px or more', async () => {
    await visit(
      browser(),
      'gmina/060801/',
      async (page) => {
        expect(await page.locator('figure .drawing.narrow svg:visible').count()).toBeGreaterThan(3);
        expect(await page.locator('figure .drawing.wide svg:visible').count()).toBe(0);
      },
      { ...off, viewport: PHONE },
    );
  });

  test('every gmina can be reached by links from the first page', async () => {
    await visit(
      browser(),
      '',
      async (page) => {
        await page.getByRole('link', { name: 'małopolskie', exact: true }).click();
        await page.waitForURL('**/wojewodztwo/12/');
        await page.locator('#gminy + .scroll').getByRole('link', { name: 'Alwernia' }).click();
        await page.waitForURL('**/gmina/120301/');
        expect(await wordsOf(page.locator('h1'))).toBe('Alwernia');
      },
      off,
    );
  });

  test('the themes of a report say what must be said', async () => {
    await visit(
      browser(),
      'gmina/060801/',
      async (page) => {
        const text = (await wordsOf(page.locator('main'))).replace(/\s+/g, ' ');
        for (const sentence of [
          'Wskaźnik mierzy, ilu mieszkańcom przyznano świadczenie, a nie ilu żyje w ubóstwie; spadek może wynikać z niezmienionego kryterium dochodowego.',
          'Wystarczy spełnić jeden z dwóch progów: 2 000 mieszkańców albo 50 rodzin na pracownika, przy co najmniej 3 pracownikach',
          'Kwoty obejmują zadania własne i zlecone, w dużej części finansowane z budżetu państwa; OZPS nie podaje źródeł.',
          'w powiecie lubartowskim',
          '2,30%',
        ])
          expect(text).toContain(sentence);
        expect(text).not.toContain('wydatki na pomoc społeczną');
      },
      off,
    );
  });

  test('a gmina whose families per worker are unknown has no limit and no verdict', async () => {
    await visit(
      browser(),
      'gmina/120101/',
      async (page) => {
        expect(await page.locator('.threshold').count()).toBe(0);
        expect(await wordsOf(page.locator('main'))).not.toMatch(/próg 2|warunek (jest|nie jest) spełniony/);
      },
      off,
    );
  });

  test('indicators of different origin never stand in one figure', async () => {
    await visit(
      browser(),
      'gmina/120101/',
      async (page) => {
        const indicators = await page
          .locator('figure')
          .evaluateAll((all) => all.map((one) => one.getAttribute('data-indicator')));
        expect(indicators.every((id) => id?.startsWith('obs-'))).toBe(true);
      },
      off,
    );
  });

  test('an address leads to its place in the source', async () => {
    await visit(
      browser(),
      'gmina/061705/',
      async (page) => {
        const href = await page
          .locator('figure[data-indicator="deprywacja-lokalna"] td a')
          .first()
          .getAttribute('href');
        expect(href).toMatch(/\/zrodlo\/ozps-061705-2023\/#.+/);
        await page.goto(new URL(href ?? '', page.url()).href);
        expect(await page.locator(`[id="${href?.split('#')[1] ?? ''}"]`).count()).toBe(1);
      },
      off,
    );
  });

  test('a source too large for one page says where its rows are', async () => {
    await visit(
      browser(),
      'zrodlo/gus-gminy-2020-2021/',
      async (page) => {
        expect(await page.locator('main tbody tr[id]').count()).toBe(50);
        expect(await wordsOf(page.locator('main'))).toContain('wymaga skryptów');
        expect(await page.locator('#tabele ~ .scroll tbody tr').count()).toBe(5);
        const files = page.locator('#pliki ~ ul a');
        expect(await files.count()).toBe(10);
        for (const href of await files.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')))
          expect((await page.request.get(new URL(href, page.url()).href)).status()).toBe(200);
      },
      off,
    );
  });

  test('an unknown address, at any depth, says so and leads on', async () => {
    await visit(
      browser(),
      'gmina/nie/ma/takiej/',
      async (page) => {
        expect(await wordsOf(page.locator('h1'))).toBe('Nie ma takiej strony');
        await page.getByRole('link', { name: 'Dane do pobrania' }).first().click();
        expect(await wordsOf(page.locator('h1'))).not.toBe('Nie ma takiej strony');
      },
      { ...off, expectErrors: true },
    );
  });
});
