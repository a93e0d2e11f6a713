import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EmbedFile } from '../../src/routes/osadz/embed-file';
import { expectAccessible } from './axe';
import { openPage, site, useBrowser, visit, wordsOf } from './browser';

const browser = useBrowser();
const EMBED = 'osadz/obs-korzystajacy/120102/';
const OTHERS = ['osadz/deprywacja-lokalna/060801/', 'osadz/obs-wydatki-852-853-na-mieszkanca/121003/'];
/** Most that an embed may weigh without its scripts, compressed. */
const MOST_BYTES = 30_000;

/** A page of another origin, as a newspaper would have it: only what sanitising leaves of a frame. */
let host: Server;
let body = '';
beforeAll(async () => {
  host = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(`<!doctype html><html lang="pl"><title>Gazeta</title><body>${body}</body></html>`);
  });
  await new Promise<void>((ready) => host.listen(0, ready));
});
afterAll(() => host.close());
const hostUrl = () => `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;

const heightOf = (path: string): number =>
  Number(/data-wysokosc="(\d+)"/.exec(readFileSync(`build/${path}index.html`, 'utf8'))?.[1]);
const frameOf = (path: string, query = '', width = '100%'): string =>
  `<iframe src="${site}${path}${query}" width="${width}" height="${heightOf(path)}" title="Wykres"></iframe>`;

async function hosted(html: string, check: (page: Page) => Promise<void>, javaScriptEnabled = true): Promise<void> {
  body = html;
  const context = await browser().newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  try {
    await page.goto(hostUrl(), { waitUntil: 'networkidle' });
    await check(page);
  } finally {
    await context.close();
  }
} // prettier-ignore

describe('an embed', () => {
  test.each([EMBED, ...OTHERS])('%s is one small request, whole without scripts, at any width', async (path) => {
    expect(brotliCompressSync(readFileSync(`build/${path}index.html`)).length).toBeLessThanOrEqual(MOST_BYTES);
    for (const width of ['320', '600', '1200'])
      await hosted(
        frameOf(path, '', width),
        async (page) => {
          const frame = page.frames()[1];
          if (!frame) throw new Error('no frame');
          expect((await wordsOf(frame.locator('h1'))).length).toBeGreaterThan(5);
          expect(await frame.locator('.stage svg:visible').count()).toBe(1);
          expect(await wordsOf(frame.locator('footer'))).toMatch(/Źródło:[\s\S]*Gminoskop: /);
          const box = await frame.locator('main').boundingBox();
          expect(box && box.height).toBeLessThanOrEqual(heightOf(path));
          expect(box && box.width).toBeLessThanOrEqual(Number(width));
        },
        false,
      );
  }); // prettier-ignore

  test('asks for nothing but itself where no script runs', async () => {
    const { page, close } = await openPage(browser(), { javaScriptEnabled: false });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(site + EMBED, { waitUntil: 'networkidle' });
    expect(asked).toEqual([site + EMBED]);
    await close();
  });

  test('stands three times on one page, and grows with what is unfolded, moving nothing by itself', async () => {
    const frames = [EMBED, ...OTHERS].map((path) => frameOf(path)).join('');
    await hosted(`${frames}<script src="${site}osadz.js"></script>`, async (page) => {
      expect(page.frames()).toHaveLength(4);
      const first = page.frames()[1];
      const before = await page.locator('iframe').first().boundingBox();
      expect(before?.height).toBeGreaterThanOrEqual(heightOf(EMBED));
      await first?.locator('summary').click();
      await expect
        .poll(async () => (await page.locator('iframe').first().boundingBox())?.height ?? 0)
        .toBeGreaterThan((before?.height ?? 0) + 100);
    });
  });

  test('takes theme, accent and years from its address, and leaves unsafe ones aside', async () => {
    const colours = (page: Page) =>
      page.evaluate(() => ({
        paper: getComputedStyle(document.documentElement).getPropertyValue('--paper').trim(),
        accent: getComputedStyle(document.querySelector('.stage') as Element)
          .getPropertyValue('--gmina')
          .trim(),
        rows: [...document.querySelectorAll<HTMLTableRowElement>('tbody tr')].filter((row) => !row.hidden).length,
      }));
    let standard = { paper: '', accent: '', rows: 0 };
    await visit(browser(), EMBED, async (page) => void (standard = await colours(page)));
    await visit(browser(), `${EMBED}?motyw=ciemny&akcent=ff8800&lata=2015-2020`, async (page) => {
      await expect.poll(async () => (await colours(page)).rows).toBe(6);
      const chosen = await colours(page);
      expect(chosen.paper).not.toBe(standard.paper);
      expect(chosen.accent).toBe('rgb(255 136 0)');
    });
    await visit(
      browser(),
      `${EMBED}?motyw=%22%3E%3Cscript%3E&akcent=fefefe&lata=2020-2015&wysokosc=1e9`,
      async (page) => {
        await page.waitForTimeout(300);
        expect(await colours(page)).toEqual(standard);
      },
    );
  }); // prettier-ignore

  test('draws other gminy beside its own with their figures and sources, and says which have no such chart', async () => {
    const inTable = (page: Page) => page.locator('thead th').allTextContents();
    const other = JSON.parse(readFileSync('build/osadz/dane/061705.json', 'utf8')) as EmbedFile;
    const { sources } = other.charts['deprywacja-lokalna']?.about ?? { sources: [] };
    // What is asked of a gmina without such a chart is answered 404.
    await visit(
      browser(),
      'osadz/deprywacja-lokalna/060801/?porownaj=061705,020101',
      async (page) => {
        await expect.poll(() => page.locator('.wide .r-other').count()).toBeGreaterThan(0);
        expect(await inTable(page)).toContain(other.name);
        expect(await wordsOf(page.locator('footer'))).toContain(sources[0]?.title);
        expect(await wordsOf(page.locator('.said'))).toContain('020101');
      },
      { expectErrors: true },
    );
  }); // prettier-ignore

  test('its links open outside the frame: inside it every other page is refused', async () => {
    for (const query of ['', '?lata=2015-2020'])
      await visit(browser(), EMBED + query, async (page) => {
        await expect.poll(() => page.locator('tbody tr').count()).toBe(query === '' ? 18 : 6);
        const inside = page.locator('a:not([target="_blank"])');
        expect(await inside.count()).toBe(0);
        expect(await page.locator('td a[target="_blank"]').count()).toBeGreaterThan(5);
      });
  });

  test('has nothing for axe to find', async () => {
    await visit(browser(), EMBED, (page) => expectAccessible(page));
  });
});

describe('an embed that was not drawn beforehand', () => {
  /** Its address answers with the page that draws, as `EMBEDS=browser` lays it (`scripts/frames.mjs`). */
  const shell = (page: Page) =>
    page.route('**/osadz/*/*/*', (route) => route.fulfill({ path: 'build/osadz/wykres.html' }));
  /**
   * What is shown, element by element: without the marks that tell Svelte's styles apart, what the page's script adds, and the
   * half pixel by which Plot shifts groups of marks on a screen.
   */
  const shown = (page: Page) =>
    page.evaluate(() => {
      const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
      for (const added of main.querySelectorAll('.rule, .tip, .reader')) added.remove();
      return [...main.querySelectorAll('*')].map((element) =>
        [
          element.tagName,
          ...[...element.attributes]
            .filter(({ name }) => name !== 'transform' || element.tagName !== 'g')
            .map(({ name, value }) => `${name}=${value.replace(/ ?svelte-\w+/, '')}`)
            .sort(),
          element.children.length === 0 ? element.textContent.trim() : '',
        ].join(' '),
      );
    });

  test.each([EMBED, ...OTHERS])('%s is the one that the build draws', async (path) => {
    let drawn: string[] = [];
    await visit(browser(), path, async (page) => void (drawn = await shown(page)));
    const { page, close, errors } = await openPage(browser());
    await shell(page);
    await page.goto(site + path);
    await page.locator('.stage svg:visible').waitFor();
    expect(drawn.length).toBeGreaterThan(100);
    expect(await shown(page)).toEqual(drawn);
    expect(await page.locator('html').getAttribute('data-wysokosc')).toBe(String(heightOf(path)));
    await expectAccessible(page);
    expect(errors).toEqual([]);
    await close();
  });

  test('says what it waits for without a network, and draws when asked again', async () => {
    const { page, close } = await openPage(browser());
    await shell(page);
    await page.route('**/osadz/dane/*', (route) => route.abort());
    await page.goto(site + EMBED);
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await page.unroute('**/osadz/dane/*');
    await page.getByRole('button', { name: 'Spróbuj ponownie' }).click();
    await page.locator('.stage svg:visible').waitFor();
    await close();
  });

  test('never shows another chart where there is none of the indicator', async () => {
    const { page, close } = await openPage(browser());
    await shell(page);
    await page.goto(`${site}osadz/nic/120102/`);
    await page.getByRole('heading', { name: 'Nie ma takiego wykresu' }).waitFor();
    expect(await page.locator('svg').count()).toBe(0);
    await close();
  });

  test('leads to the site where no script runs', async () => {
    const { page, close } = await openPage(browser(), { javaScriptEnabled: false });
    await shell(page);
    await page.goto(site + EMBED);
    expect(await wordsOf(page.locator('main'))).toContain('potrzebny jest JavaScript');
    expect(await page.locator('main a:visible').count()).toBe(1);
    await close();
  });
});

test('a chart’s dialog previews its embed and hands on codes that say they were copied', async () => {
  const { page, close, errors } = await openPage(browser(), {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(`${site}gmina/120102/`);
  const figure = page.locator('figure[data-indicator="obs-korzystajacy"]').first();
  await figure.locator('.figure-files > summary').click();
  await figure.getByText('Osadź na swojej stronie').click();
  await expect.poll(() => figure.locator('iframe').getAttribute('src')).toContain('/osadz/obs-korzystajacy/120102/');
  await figure.getByRole('button', { name: 'Kopiuj: Ramka (iframe)' }).click();
  await page.getByText('Skopiowano: Ramka (iframe)').waitFor();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toMatch(/^<iframe src="http[^"]+\/osadz\/obs-korzystajacy\/120102\/"/);
  expect(code).toMatch(/ title="[^"]+"/);
  expect(code).toContain('loading="lazy"');
  expect(errors).toEqual([]);
  await close();
}); // prettier-ignore

test('an old address leads on', async () => {
  await visit(browser(), 'porownaj/', async (page) => {
    await page.waitForURL('**/porownanie/');
  });
});
