import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PHONE, WIDE } from './browser';

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

/** Nothing for axe to find and no scrolling sideways, in both themes and widths, with all that is folded opened. */
export async function expectAccessible(page: Page): Promise<void> {
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
}
