import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { findChromium } from '../../scripts/chromium.mjs';

export const site = inject('site');
export const WIDE = { width: 1280, height: 900 } as const;
export const PHONE = { width: 375, height: 720 } as const;

/** One browser for the tests of a file. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const executablePath = findChromium();
    if (!executablePath) throw new Error('no Chromium found: set CHROMIUM_PATH');
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error('the browser has not started');
    return browser;
  };
}

export interface Watched {
  page: Page;
  /** Requests to another origin; each was blocked. */
  elsewhere: string[];
  /** Errors of the console and of the page. */
  errors: string[];
  close: () => Promise<void>;
}

/** A page whose every request to another origin is blocked and noted, in workers too. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: WIDE, locale: 'pl-PL', ...options });
  const elsewhere: string[] = [];
  const errors: string[] = [];
  const { origin } = new URL(site);
  await context.route(
    (url) => url.origin !== origin,
    (route) => {
      elsewhere.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, elsewhere, errors, close: () => context.close() };
}

/** Opens a page, runs the test, and fails it where anything left the origin or broke. */
export async function visit(
  browser: Browser,
  path: string,
  test: (page: Page) => Promise<void>,
  options: BrowserContextOptions & { expectErrors?: boolean } = {},
): Promise<void> {
  const { expectErrors = false, ...contextOptions } = options;
  const watched = await openPage(browser, contextOptions);
  try {
    await watched.page.goto(new URL(path, site).href, { waitUntil: 'load' });
    await test(watched.page);
    expect(watched.elsewhere).toEqual([]);
    if (!expectErrors) expect(watched.errors).toEqual([]);
  } finally {
    await watched.close();
  }
}

/** Waits until the page answers to a reader: scripts have run. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForSelector('[role="slider"], [role="combobox"], :not([inert]) > form.filters');
}

/** What an element says, its no-break spaces as plain ones: which words keep together is tested where texts are set. */
export const wordsOf = async (element: Locator): Promise<string> => plain(await element.innerText());
export const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
