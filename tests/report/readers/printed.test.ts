import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../scripts/chromium.mjs';
import { programOcr } from '../../../scripts/ocr';
import { hasOcrPrograms } from '../../../scripts/ocr-programs.mjs';
import { type OcrEngine, OcrUnavailable, readDocument } from '../../../src/lib/report';
import { html, htmlTable, TABLE, TITLE } from './made-files';

const executablePath = findChromium();
const WITHOUT_CHROMIUM = 'Chromium is not on this machine (CHROMIUM_PATH)';
const WITHOUT_OCR = 'tesseract with Polish data and poppler-utils are not on this machine';

const STYLE = `<meta charset="utf-8"><style>body { font: 12pt sans-serif } table { border-collapse: collapse } td { padding: 2pt 6pt }
  .lines td { border: 1px solid black } .narrow td:first-child { width: 9em } .gaps td { padding: 2pt 10pt; white-space: nowrap; font-size: 9pt } .wide td { padding: 4pt 20pt; white-space: nowrap } h1 { font-size: 14pt }</style>`;
const page = (style: string) =>
  html(`<h1>${TITLE}</h1><div class="${style}">${htmlTable(TABLE)}</div>`, STYLE);

describe.skipIf(!executablePath)(executablePath ? 'a page printed by a browser' : WITHOUT_CHROMIUM, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());
  const print = async (content: string): Promise<Uint8Array> => {
    const tab = await browser.newPage();
    await tab.setContent(content);
    const bytes = await tab.pdf({ format: 'A4' });
    await tab.close();
    return Uint8Array.from(bytes);
  };
  const photograph = async (content: string): Promise<Uint8Array> => {
    const tab = await browser.newPage({ deviceScaleFactor: 3, viewport: { width: 1100, height: 400 } });
    await tab.setContent(content);
    const bytes = await tab.screenshot({ type: 'png' });
    await tab.close();
    return Uint8Array.from(bytes);
  };
  /** A PDF whose only content is a picture of a page. */
  const scan = async (content: string): Promise<Uint8Array> => {
    const picture = Buffer.from(await photograph(content)).toString('base64');
    return await print(`<img style="width: 100%" src="data:image/png;base64,${picture}">`);
  };

  it.each(['lines', 'lines narrow', 'gaps'])('gives the cells of its table (%s)', async (style) => {
    const document = await readDocument(await print(page(style)), 'a.pdf');
    expect(document.lines.flatMap(({ cells }) => (cells ? [cells] : []))).toEqual(TABLE);
    expect(document.lines[0]).toEqual({ number: 1, page: 1, text: TITLE, cells: null });
    expect(document).toMatchObject({ format: 'pdf', reading: 'tekst', notices: [] });
  });

  it('as a picture goes to OCR page by page, what is not there is left out and told', async () => {
    const asked: number[] = [];
    const engine: OcrEngine = {
      open: (_, format) =>
        Promise.resolve({
          read: (number) => {
            asked.push(number);
            return Promise.resolve(`${format} wiersz 1\n\nwiersz 2`);
          },
          close: () => Promise.resolve(),
        }),
    };
    const bytes = await scan(page('lines'));
    const document = await readDocument(bytes, 'a.pdf', { ocr: engine });
    expect(asked).toEqual([1]);
    expect(document.reading).toBe('skan');
    expect(document.lines).toEqual([
      { number: 1, page: 1, text: 'pdf wiersz 1', cells: null },
      { number: 2, page: 1, text: 'wiersz 2', cells: null },
    ]);
    await expect(readDocument(bytes, 'a.pdf')).rejects.toMatchObject({ code: 'no-text-layer' });
  });

  it('as a picture says what to install where OCR cannot work', async () => {
    const engine: OcrEngine = { open: () => Promise.reject(new OcrUnavailable('brakuje programu.')) };
    await expect(
      readDocument(await photograph(page('lines')), 'a.png', { ocr: engine }),
    ).rejects.toMatchObject({
      code: 'ocr-unavailable',
      message: 'a.png: brakuje programu.',
    });
  });

  it('as a picture that takes too long to read is left', async () => {
    const engine: OcrEngine = {
      open: () =>
        Promise.resolve({
          read: (_, signal) =>
            new Promise((_resolve, reject) => {
              signal.addEventListener('abort', () => reject(signal.reason as Error));
            }),
          close: () => Promise.resolve(),
        }),
    };
    const limits = { ocrSecondsPerPage: 0.1 };
    await expect(
      readDocument(await photograph(page('lines')), 'a.png', { ocr: engine, limits }),
    ).rejects.toMatchObject({ code: 'too-slow' });
  });

  describe.skipIf(!hasOcrPrograms())(hasOcrPrograms() ? 'with tesseract' : WITHOUT_OCR, () => {
    /** Tesseract drops some of the spaces between thousands and frames single digits: recognition knows that. */
    const LINES = [
      /^Ocena zasobów pomocy społecznej . zażółć gęślą jaźń$/,
      /^WYSZCZEGÓLNIENIE Wiersz Rok 2018 Rok oceny 2019 Prognoza 2020$/,
      /^Liczba osób, którym przyznano świadczenie 2 1 ?369 1 ?277 1 ?300$/,
      /^Kwota świadczeń w złotych 3 1 ?631 ?346,11 X$/,
      /^Liczba żłobków 4 \(?0\)? 12 3,29%$/,
    ];
    it.each([
      ['picture', 'a.png', photograph],
      ['scanned PDF', 'a.pdf', scan],
    ] as const)('is read off a %s, a row of the table a line', async (_, name, make) => {
      const document = await readDocument(await make(page('wide')), name, { ocr: programOcr });
      expect(document.reading).toBe('skan');
      expect(document.lines.map(({ text }) => text)).toEqual(
        LINES.map((line) => expect.stringMatching(line) as string),
      );
      expect(document.lines.every(({ cells }) => cells === null)).toBe(true);
    });
    it('can be cancelled', async () => {
      const reading = readDocument(await scan(page('wide')), 'a.pdf', {
        ocr: programOcr,
        signal: AbortSignal.timeout(600),
      });
      await expect(reading).rejects.toMatchObject({ name: 'TimeoutError' });
    });
  });
});
