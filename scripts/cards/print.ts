// Prints pages of a served site to PDF, some at a time.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { foldName } from '../../src/lib/format/collate';
import type { Wanted } from './choose';

export interface Printed {
  wanted: Wanted;
  file: string;
  bytes: number;
  /** Sheets that it takes. */
  pages: number;
}
export interface Failed {
  wanted: Wanted;
  reason: string;
}

interface Press {
  browser: Browser;
  /** Address of the site, with a slash at its end. */
  site: string;
  out: string;
  /** Pages at a time. */
  together: number;
  done: (result: Printed | Failed) => void;
}

/** Longest that a page may take, in milliseconds. */
const PATIENCE = 30_000;

/** Prints every page; what fails is handed to `done` and does not stop the others. */
export async function printAll(all: readonly Wanted[], press: Press): Promise<void> {
  const waiting = [...all];
  const work = async (): Promise<void> => {
    for (let wanted = waiting.shift(); wanted; wanted = waiting.shift()) {
      try {
        press.done(await printOne(wanted, press));
      } catch (error) {
        press.done({
          wanted,
          reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
        });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(press.together, all.length) }, work));
}

async function printOne(wanted: Wanted, { browser, site, out }: Press): Promise<Printed> {
  const page = await browser.newPage({ locale: 'pl-PL', colorScheme: 'light' });
  page.setDefaultTimeout(PATIENCE);
  try {
    const answer = await page.goto(site + wanted.path, { waitUntil: 'load' });
    if (!answer?.ok()) throw new Error(`the page answers ${answer?.status() ?? 'nothing'}`);
    if (wanted.kind === 'comparison') await compared(page);
    // What only print asks for is fetched before it.
    await page.emulateMedia({ media: 'print' });
    // A font that comes late would leave its letters to another.
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
    const name =
      wanted.kind === 'gmina'
        ? `-${foldName(await page.locator('h1').innerText()).replaceAll(' ', '-')}`
        : '';
    const file = join(out, `${wanted.file}${name}.pdf`);
    await writeFile(file, bytes);
    return { wanted, file, bytes: bytes.length, pages: pagesOf(bytes) };
  } finally {
    await page.close();
  }
}

/** Chromium leaves what stands between the contents of pages uncompressed. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

/** A comparison is made in the browser. @throws where nothing came of it, with what the page says */
async function compared(page: Page): Promise<void> {
  const notices = page.locator('[role="alert"], .notice');
  try {
    await page.locator('.results:not(.stale) article').first().waitFor();
  } catch {
    const said = (await notices.allInnerTexts()).join(' ').trim();
    throw new Error(`nothing is compared${said === '' ? '' : `: ${said}`}`);
  }
  await page.waitForLoadState('networkidle');
}
