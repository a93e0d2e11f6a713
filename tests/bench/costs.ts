import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { getChromium } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import { viewsOf } from './first-chart';
import { SIZES, type Size } from './national/generate';
import { kB, median, ms, type BenchRow } from './row';

const ROUNDS = 5;

/** Median size of the files below a folder with such a path; a few hundred stand for all. */
function medianSize(root: string, wanted: RegExp): number {
  if (!existsSync(root)) return NaN;
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => wanted.test(path));
  const step = Math.ceil(paths.length / 400);
  return median(paths.filter((_, at) => at % step === 0).map((path) => statSync(join(root, path)).size));
}

/**
 * What one view costs at every size that has been built, side by side: it must not grow with the data.
 * @param folderOf where the load of a size stands, with `build` and `static/data` inside
 */
export async function costRows(folderOf: (size: Size) => string): Promise<BenchRow[]> {
  const built = (Object.keys(SIZES) as Size[]).filter((size) =>
    existsSync(join(folderOf(size), 'build', 'gmina')),
  );
  const measured = new Map<Size, string[]>();
  const WHAT = [
    'a gmina’s page, brotli',
    'a gmina’s values, Parquet',
    'an indicator’s page, brotli',
    'an indicator’s values, Parquet',
    'bytes and requests until the first chart',
    'first chart of a gmina’s page, cold',
  ];
  const browser = await chromium.launch({ executablePath: await getChromium(), args: ['--no-sandbox'] });
  try {
    for (const size of built) {
      const build = join(folderOf(size), 'build');
      // All gminy have a page; those with a card have charts.
      const gminy = readdirSync(join(build, 'gmina')).filter((name) =>
        existsSync(join(build, 'gmina', name, 'karta')),
      );
      const [gmina] = gminy;
      const site = await serve({ root: build, port: 0 });
      const [view] = await viewsOf(browser, [`${site.url}gmina/${gmina ?? ''}/`], 'as is', ROUNDS);
      await site.close();
      measured.set(size, [
        kB(median(gminy.map((name) => statSync(join(build, 'gmina', name, 'index.html.br')).size))),
        kB(medianSize(join(build, 'data', 'jednostka'), /=\d{6}\/data\.parquet$/)),
        kB(medianSize(join(build, 'wskaznik'), /^[^/]+\/index\.html\.br$/)),
        kB(medianSize(join(build, 'data', 'wskaznik'), /data\.parquet$/)),
        `${kB(view.bytes)}, ${view.requests}`,
        ms(view.chart),
      ]);
    }
  } finally {
    await browser.close();
  }
  return WHAT.map((what, at) => ({
    what: `cost of a view: ${what}`,
    goal: 'the same at every size',
    measured: built.map((size) => `${size} ${measured.get(size)?.[at] ?? ''}`).join('; '),
    ok: null,
  }));
}
