import { describe, expect, test } from 'vitest';
import { useBrowser, visit } from './browser';
import { textFaults } from './narrow-text';
import { KINDS_OF_PAGE } from './pages';

const browser = useBrowser();
const PAGES = {
  ...KINDS_OF_PAGE,
  'powiat z gminami': 'powiat/1201/',
  'karta gminy': 'gmina/060801/karta/',
  'karta wskaźnika': 'wskaznik/obs-korzystajacy/karta/',
  'porównanie trzech gmin': 'porownanie/?gminy=060801,120102,061705',
  'zmiana wskaźnika': 'wskaznik/obs-korzystajacy/?odroku=2015&rok=2024',
};

describe.each([375, 320])('at %i px', (width) => {
  test.each(Object.entries(PAGES))(
    'no text of %s is cut off, off the screen or over another',
    async (_, path) => {
      await visit(
        browser(),
        path,
        async (page) => {
          await page.waitForLoadState('networkidle');
          await page.waitForTimeout(300);
          expect(await textFaults(page)).toEqual([]);
        },
        { viewport: { width, height: 720 }, expectErrors: true },
      );
    },
  );
});
