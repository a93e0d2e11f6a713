import { describe, expect, test } from 'vitest';
import { openPage, site, useBrowser } from './browser';
import { beyond, markCharts, overlaps, sheetsOf, type Sheet } from './paper';

const browser = useBrowser();
/** Most sheets that the page of a gmina may take. */
const MOST = 12;
const PAGES = {
  'gmina with a report': 'gmina/060801/',
  'gmina with a report from a scan': 'gmina/061705/',
  'gmina with series of the observatory': 'gmina/120102/',
  'city with powiat rights': 'gmina/126101/',
  'gmina with an activity report': 'gmina/060505/',
  'gmina without data': 'gmina/020101/',
  powiat: 'powiat/1201/',
  województwo: 'wojewodztwo/12/',
};

async function printed(path: string, prepare = false): Promise<{ sheets: Sheet[]; charts: number }> {
  const { page, close } = await openPage(browser());
  try {
    await page.goto(site + path, { waitUntil: 'networkidle' });
    const charts = prepare ? await markCharts(page) : 0;
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    return { sheets: await sheetsOf(pdf), charts };
  } finally {
    await close();
  }
}

describe('a printed page', () => {
  test.each(Object.entries(PAGES))(
    '%s: nothing lies over anything else or off the sheet',
    async (_, path) => {
      const { sheets } = await printed(path);
      expect(sheets.flatMap(overlaps)).toEqual([]);
      expect(sheets.flatMap(beyond)).toEqual([]);
      if (path.startsWith('gmina/')) expect(sheets.length).toBeLessThanOrEqual(MOST);
    },
  );

  test.each(['gmina/060801/', 'gmina/061705/'])('%s: every chart is whole on one sheet', async (path) => {
    const { sheets, charts } = await printed(path, true);
    const sheetOf = (mark: string) =>
      sheets.findIndex(({ pieces }) => pieces.some(({ text }) => text.includes(mark)));
    const places = Array.from({ length: charts }, (_, at) => [sheetOf(`<<${at}.`), sheetOf(`.${at}>>`)]);
    expect(places.filter(([top, bottom]) => top !== bottom)).toEqual([]);
    // Of the two drawings of a chart one is printed.
    expect(places.filter(([top]) => top !== -1)).toHaveLength(charts / 2);
  });

  test('names its own address once and that of no link', async () => {
    const { sheets } = await printed('gmina/060801/');
    const text = sheets.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join(' ');
    expect(text.match(/\/gmina\/060801\//g)).toHaveLength(1);
    expect(text).not.toMatch(/\/zrodlo\/|\(\//);
  });
});
