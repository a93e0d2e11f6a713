// The picture of the README: a gmina's page of the built site. `npm run build` comes first.
import { chromium } from 'playwright-core';
import { getChromium } from './chromium.mjs';
import { serve } from './serve.mjs';

const TARGET = 'static/screenshot.png';

const server = await serve({ port: 0, host: '127.0.0.1' });
const browser = await chromium.launch({ executablePath: await getChromium(), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
  await page.goto(`${server.url}gmina/060801/`);
  await page.screenshot({ path: TARGET });
  console.log(TARGET);
} finally {
  await browser.close();
  await server.close();
}
