import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PHONE, WIDE, useBrowser, visit } from './browser';
import { KINDS_OF_PAGE } from './pages';

const browser = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** Violations by rule, with the first places. */
async function violations(page: Page, options: RunOptions): Promise<string> {
  const results = await page.evaluate(
    (options) =>
      (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run(options),
    options as object,
  );
  return results.violations
    .map(({ id, nodes }) => {
      const places = nodes
        .slice(0, 3)
        .map((node) => `${node.target.join(' ')} (${node.any[0]?.message ?? node.all[0]?.message ?? ''})`);
      return `${id}: ${places.join(', ')}`;
    })
    .join('\n');
}

/** Gminy drawn by chance, the same ones in every run. */
function sample(units: readonly string[], n: number): string[] {
  let seed = 20261122;
  return Array.from({ length: n }, () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return units[seed % units.length] ?? '';
  });
}
const built = readdirSync('build/gmina');
const beyond = built.filter((teryt) => teryt.startsWith('12'));
const pages: [string, string][] = [
  ...Object.entries(KINDS_OF_PAGE),
  ...[...sample(built, 3), ...sample(beyond, 3)].map((teryt): [string, string] => [
    `gmina ${teryt}`,
    `gmina/${teryt}/`,
  ]),
];

test.each(pages)(
  '%s has nothing for axe to find and does not scroll sideways, in both themes and widths',
  async (_kind, path) => {
    await visit(browser(), path, async (page) => {
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      // Evaluated through the debugger, which the policy of the page does not bind.
      await page.evaluate(axe);
      for (const viewport of [WIDE, PHONE]) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme: 'light' });
        expect(await violations(page, { runOnly: STANDARDS }), `light, ${viewport.width}`).toBe('');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          viewport.width,
        );
        // The dark theme differs in colours only.
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(
          await violations(page, {
            runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
          }),
          `dark, ${viewport.width}`,
        ).toBe('');
      }
    });
  },
);

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
