import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PHONE, WIDE, useBrowser, visit } from './browser';
import { KINDS_OF_PAGE } from './pages';

const browser = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations by rule, with the first places. */
async function violations(page: Page): Promise<string[]> {
  // Evaluated through the debugger, which the policy of the page does not bind.
  await page.evaluate(axe);
  const options: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] };
  const results = await page.evaluate(
    (options) =>
      (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run(options),
    options as object,
  );
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map((node) => `${node.target.join(' ')} (${node.any[0]?.message ?? node.all[0]?.message ?? ''})`)
        .join(', ')}`,
  );
}

describe.each(Object.entries(KINDS_OF_PAGE))('%s', (_kind, path) => {
  test.each([
    ['light', WIDE],
    ['dark', WIDE],
    ['light', PHONE],
    ['dark', PHONE],
  ] as const)(
    'has nothing for axe to find and does not scroll sideways: %s, %o',
    async (colorScheme, viewport) => {
      await visit(
        browser(),
        path,
        async (page) => {
          await page.evaluate(() => {
            for (const details of document.querySelectorAll('details')) details.open = true;
          });
          expect((await violations(page)).join('\n')).toBe('');
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
            viewport.width,
          );
        },
        { colorScheme, viewport },
      );
    },
  );
});

test('at 400 % zoom nothing scrolls sideways', async () => {
  await visit(
    browser(),
    'gmina/060801/',
    async (page) =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320),
    { viewport: { width: 320, height: 256 } },
  );
});

test('the accessibility statement has the ids that monitoring looks for', async () => {
  const ids =
    'wstep podmiot zakres url data-publikacja data-aktualizacja status kontakt email telefon procedura data-sporzadzenie architektura komunikacja';
  await visit(browser(), 'deklaracja-dostepnosci/', async (page) => {
    for (const id of ids.split(' ')) expect(await page.locator(`#a11y-${id}`).count(), id).toBe(1);
    for (const id of ['data-publikacja', 'data-aktualizacja', 'data-sporzadzenie'])
      expect(await page.locator(`time#a11y-${id}`).getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});
