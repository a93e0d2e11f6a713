import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectAccessible } from './axe';
import { useBrowser, visit } from './browser';
import { KINDS_OF_PAGE } from './pages';

const browser = useBrowser();
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
    await visit(browser(), path, expectAccessible);
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
