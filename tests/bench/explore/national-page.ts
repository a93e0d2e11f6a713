import type { Page } from 'playwright-core';
import { madeFile, YEARS } from './made-file';

/**
 * The page of an indicator as it would be with values of the whole country: its file is exchanged for a made-up one, and
 * the page is told that all województwa are covered. That changes a script in the page, so its policy is left out.
 */
export async function makeNational(page: Page, indicator: string, gminy: readonly string[]): Promise<void> {
  const file = madeFile(gminy);
  const wojewodztwa = [...new Set(gminy.map((teryt) => teryt.slice(0, 2)))];
  await page.route(`**/data/wskaznik/indicator=${indicator}/data.parquet*`, (route) =>
    route.fulfill({ body: file, contentType: 'application/octet-stream' }),
  );
  await page.route(`**/wskaznik/${indicator}/*`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const national = html
      .replace(/<meta http-equiv="content-security-policy"[^>]*>/, '')
      .replace(/covered:\["12"\]/, `covered:${JSON.stringify(wojewodztwa)}`)
      .replace(/years:\[[\d,]+\]/, `years:${JSON.stringify(YEARS)}`);
    if (!national.includes(`covered:${JSON.stringify(wojewodztwa)}`))
      throw new Error('the page does not say which województwa it covers as it did');
    await route.fulfill({ body: national, contentType: 'text/html; charset=utf-8' });
  });
}
