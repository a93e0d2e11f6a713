import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../scripts/chromium.mjs';
import { layOutOcr } from '../../../scripts/ocr-engine.mjs';
import { serve } from '../../../scripts/serve.mjs';
import type { Answer } from './browser-reading';
import { packed, pdf } from './made-pdf';
import { docx, html, htmlTable, TABLE, TITLE, paragraph, wordTable } from './made-files';

const executablePath = findChromium();
const WITHOUT_CHROMIUM = 'Chromium is not on this machine (CHROMIUM_PATH)';
/** The policy of the site's pages (svelte.config.js). */
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'";
const PAGE = html(
  `<h1>${TITLE}</h1>${htmlTable(TABLE)}`,
  '<meta charset="utf-8"><style>body { font: 12pt sans-serif } h1 { font-size: 14pt } td { padding: 4pt 20pt; white-space: nowrap }</style>',
);

describe.skipIf(!executablePath)(executablePath ? 'in a browser' : WITHOUT_CHROMIUM, () => {
  let root: string;
  let site: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  const elsewhere: string[] = [];
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'gminoskop-reading-'));
    await build({
      configFile: false,
      logLevel: 'error',
      worker: { format: 'es' },
      build: {
        outDir: root,
        minify: false,
        reportCompressedSize: false,
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 2000,
        rollupOptions: {
          input: join(import.meta.dirname, 'browser-entry.ts'),
          output: { entryFileNames: '[name].js' },
        },
      },
    });
    layOutOcr(join(root, 'ocr'));
    const head = `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><script type="module" src="/browser-entry.js"></script>`;
    await writeFile(join(root, 'index.html'), html('', head));
    site = await serve({ root, port: 0 });
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
    await rm(root, { recursive: true });
  });

  /** Reads a file there; every request and every complaint of the browser is noted. */
  async function read(where: 'page' | 'worker', bytes: Uint8Array, name: string) {
    const tab = await browser.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    tab.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await tab.context().route(
      (url) => url.origin !== new URL(site.url).origin,
      (route) => {
        elsewhere.push(route.request().url());
        return route.abort();
      },
    );
    tab.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await tab.goto(site.url);
    await tab.waitForFunction('globalThis.reading');
    const call = `reading.${where}(${JSON.stringify(Buffer.from(bytes).toString('base64'))}, ${JSON.stringify(name)})`;
    const answer = await tab.evaluate<Answer>(call);
    await tab.close();
    expect(complaints).toEqual([]);
    expect(elsewhere).toEqual([]);
    return { answer, requests };
  }
  const photograph = async (): Promise<Uint8Array> => {
    const tab = await browser.newPage({ deviceScaleFactor: 3, viewport: { width: 1100, height: 400 } });
    await tab.setContent(PAGE);
    return Uint8Array.from(await tab.screenshot({ type: 'jpeg', quality: 90 }));
  };
  const scan = async (): Promise<Uint8Array> => {
    const tab = await browser.newPage();
    const picture = Buffer.from(await photograph()).toString('base64');
    await tab.setContent(`<img style="width: 100%" src="data:image/jpeg;base64,${picture}">`);
    return Uint8Array.from(await tab.pdf({ format: 'A4' }));
  };
  const print = async (): Promise<Uint8Array> => {
    const tab = await browser.newPage();
    await tab.setContent(PAGE.replace('4pt 20pt', '2pt 8pt').replace('12pt', '9pt'));
    return Uint8Array.from(await tab.pdf({ format: 'A4' }));
  };

  it.each(['page', 'worker'] as const)('files with text are read without OCR (%s)', async (where) => {
    const files = { 'a.docx': await docx(paragraph(TITLE) + wordTable(TABLE)), 'a.pdf': await print() };
    for (const [name, bytes] of Object.entries(files)) {
      const { answer, requests } = await read(where, bytes, name);
      expect(answer.message).toBeUndefined();
      expect(answer.document?.lines.flatMap(({ cells }) => (cells ? [cells] : []))).toEqual(TABLE);
      expect(requests.filter((path) => path.startsWith('/ocr/'))).toEqual([]);
    }
  });

  it.each(['page', 'worker'] as const)('scans are read by OCR from the site itself (%s)', async (where) => {
    for (const [name, bytes] of Object.entries({ 'a.jpg': await photograph(), 'a.pdf': await scan() })) {
      const { answer } = await read(where, bytes, name);
      expect(answer.message).toBeUndefined();
      expect(answer.document?.reading).toBe('skan');
      const texts = answer.document?.lines.map(({ text }) => text) ?? [];
      expect(texts[0]).toMatch(/^Ocena zasobów pomocy społecznej . zażółć gęślą jaźń$/);
      expect(texts).toContainEqual(
        expect.stringMatching(/^Liczba osób, którym przyznano świadczenie 2 1 ?369 1 ?277 1 ?300$/),
      );
    }
  });

  it('a drawing of millions of steps and a page of a hundred megabytes are refused there too', async () => {
    for (const content of ['0 0 l\n'.repeat(3_000_000), ' '.repeat(1e8)]) {
      const { answer } = await read('worker', pdf([packed(content)]), 'a.pdf');
      expect(answer.code).toBe('too-large');
    }
  });

  it('a scan says so where the files of OCR are missing', async () => {
    const picture = await photograph();
    await rm(join(root, 'ocr', 'pol.traineddata.gz'));
    const without = await serve({ root, port: 0 });
    const tab = await browser.newPage();
    await tab.goto(without.url);
    await tab.waitForFunction('globalThis.reading');
    const answer = await tab.evaluate<Answer>(
      `reading.page(${JSON.stringify(Buffer.from(picture).toString('base64'))}, 'a.jpg')`,
    );
    await without.close();
    expect(answer.code).toBe('ocr-unavailable');
  });
});
