import { describe, expect, test } from 'vitest';
import { site, useBrowser, visit, wordsOf } from './browser';

const browser = useBrowser();
const off = { javaScriptEnabled: false } as const;

describe('the other tables of a report', () => {
  test('are fetched when a reader opens one, and each number leads to its place', async () => {
    await visit(browser(), 'gmina/060801/', async (page) => {
      const requests: string[] = [];
      page.on('request', (request) => requests.push(new URL(request.url()).pathname));
      const block = page.locator('#tabele-powody');
      expect(await block.locator('table').count()).toBe(0);
      await block.locator('summary').click();
      await block.locator('table').first().waitFor();
      expect(requests.filter((path) => path.endsWith('/gmina/060801/tabele.json'))).toHaveLength(1);
      await page.locator('#tabele-barometr summary').click();
      await page.locator('#tabele-barometr table').first().waitFor();
      expect(requests.filter((path) => path.endsWith('tabele.json'))).toHaveLength(1);

      const poverty = block.locator('tr', { has: page.locator('th', { hasText: /^ubóstwo$/ }) }).first();
      const link = poverty.locator('td a').first();
      expect(await wordsOf(link)).toBe('249');
      await link.click();
      await page.waitForURL(/\/zrodlo\/ozps-060801-2019\/#powody-pomocy/);
      const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
      expect(await wordsOf(page.locator(`[id="${anchor}"]`))).toContain('249');
    });
  });
  test('are fetched too where a reader opens one before the scripts have come', async () => {
    await visit(browser(), '', async (page) => {
      let letThrough = (): void => undefined;
      const held = new Promise<void>((resolve) => (letThrough = resolve));
      await page.route('**/_app/**/*.js', async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(new URL('gmina/060801/', site).href, { waitUntil: 'commit' });
      const block = page.locator('#tabele-powody');
      await block.locator('summary').click();
      expect(await block.getAttribute('open')).not.toBeNull();
      expect(await block.locator('table').count()).toBe(0);
      letThrough();
      await block.locator('table').first().waitFor();
    });
  });
  test('stand on a page of their own, readable with scripts off', async () => {
    await visit(
      browser(),
      'gmina/060801/tabele/',
      async (page) => {
        const row = page.locator('#tabele-rozdzialy tr', { hasText: '85202' }).first();
        expect(await wordsOf(row)).toMatch(/510\u202f237/);
        expect(await wordsOf(page.locator('#tabele-barometr'))).toContain('−0,07');
        const powiaty = await page.locator('#tabele-w-powiatach tbody th').allInnerTexts();
        expect(new Set(powiaty.map((text) => text.split(' – ').at(-1))).size).toBe(24);
        expect(await page.locator('script[type="module"]').count()).toBe(0);
      },
      off,
    );
  });
  test('say that an edition does not have the Barometr', async () => {
    await visit(
      browser(),
      'gmina/061705/',
      async (page) => {
        expect(await wordsOf(page.locator('main'))).toContain('Barometr ubóstwa nie występuje w tej edycji');
      },
      off,
    );
  });
}); // prettier-ignore

describe('quality', () => {
  test('a correction is marked on the page of the gmina and leads to its proof and its place', async () => {
    await visit(
      browser(),
      'jakosc/ozps-061705-2023/',
      async (page) => {
        const correction = page.locator('li', { hasText: '185 → 195' });
        expect(await wordsOf(correction)).toContain('2,22% z 8771 mieszkańców');
        await correction.locator('a').click();
        const anchor = new URL(page.url()).hash.slice(1);
        const row = await wordsOf(page.locator(`[id="${anchor}"]`));
        expect(row).toMatch(/195.*\(\?\)/s);
        expect(row).toContain('poprawiony z 185 na 195');
      },
      off,
    );
  });
  test('a gmina whose report contradicts itself says so, with the number of contradictions', async () => {
    await visit(
      browser(),
      'gmina/060801/',
      async (page) => {
        const notice = page.locator('.notice', { hasText: 'nierozstrzygnięte sprzeczności' });
        const count = Number(/\d+/.exec(await wordsOf(notice.locator('a')))?.[0]);
        await notice.locator('a').click();
        expect(await page.locator('main li .doubt-word').count()).toBe(count);
      },
      off,
    );
  });
  test('tables are named with what was read, what is unreadable and what was not found', async () => {
    await visit(
      browser(),
      'jakosc/ozps-061705-2023/',
      async (page) => {
        const cells = async (name: string) =>
          (await wordsOf(page.locator('tr', { has: page.locator('th', { hasText: name }) }).first())).replace(/\s+/g, ' ');
        expect(await cells('wskaźnik deprywacji lokalnej')).toContain('1 1 1 1 1');
        expect(await cells('powody udzielania pomocy')).toContain('nieczytelne');
        expect(await cells('pracownicy socjalni ze specjalizacją')).toContain('nie znaleziono w dokumencie');
      },
      off,
    );
  });
}); // prettier-ignore
