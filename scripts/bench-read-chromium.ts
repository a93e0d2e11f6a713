// How long a clerk waits on /wczytaj/ and how much memory the tab takes, measured on the built site in Chromium.
import { existsSync, readFileSync } from 'node:fs';
import { chromium as playwright, type Browser } from 'playwright-core';
import { getChromium } from './chromium.mjs';
import { serve } from './serve.mjs';

interface GivenFile {
  says: string;
  name: string;
  bytes: Uint8Array;
}

interface Reading {
  first: number;
  again: number;
  memory: number | null;
}

/** Set by the page (src/routes/wczytaj/dropped-file.svelte.ts) from the choice of a file to its findings. */
const MARK = 'report-read';
const PATIENCE = 120_000;

/**
 * Gives each file to a page of its own twice.
 * @returns lines to print; one that says why where the site is not built
 */
export async function readInChromium(files: readonly GivenFile[]): Promise<string[]> {
  if (!existsSync('build/wczytaj/index.html'))
    return ['Chromium: not measured, the site is not built (npm run build)'];
  const site = await serve({ port: 0 });
  const browser = await playwright.launch({ executablePath: await getChromium(), args: ['--no-sandbox'] });
  const lines = ['Chromium, /wczytaj/: from the choice of a file to its findings'];
  try {
    for (const file of files) {
      const { first, again, memory } = await reading(browser, `${site.url}wczytaj/`, file);
      const tab = memory === null ? '' : `, at most ${memory.toFixed(0)} MB in the tab`;
      lines.push(`  ${file.says.padEnd(24)} ${first.toFixed(0)} ms, again ${again.toFixed(0)} ms${tab}`);
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return lines;
}

async function reading(browser: Browser, url: string, { name, bytes }: GivenFile): Promise<Reading> {
  const page = await browser.newPage();
  await page.goto(url);
  const times: number[] = [];
  for (const round of [1, 2]) {
    await page.locator('#pliki').waitFor({ state: 'attached' });
    await page.setInputFiles('#pliki', { name, mimeType: '', buffer: Buffer.from(bytes) });
    const handle = await page.waitForFunction(
      ([mark, count]) => performance.getEntriesByName(mark)[count - 1]?.duration,
      [MARK, round] as const,
      { timeout: PATIENCE },
    );
    times.push((await handle.jsonValue()) ?? NaN);
  }
  const memory = await peakOfTab(browser);
  await page.close();
  return { first: times[0] ?? NaN, again: times[1] ?? NaN, memory };
}

/** Peak of resident memory of the largest renderer in MB; null where the system does not tell it. */
async function peakOfTab(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type, id }) => type === 'renderer' && existsSync(`/proc/${id}/status`))
    .map(({ id }) => /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1])
    .filter((kilobytes) => kilobytes !== undefined);
  await session.detach();
  return peaks.length === 0 ? null : Math.max(...peaks.map(Number)) / 1000;
}
