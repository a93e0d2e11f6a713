import type { Browser } from 'playwright-core';
import { firstView, openMeasured, type FirstView, type Line } from './measured-page';
import { kB, median, ms, type BenchRow } from './row';

/** A page of the site, or a baseline: what it is called and where it stands. */
export interface Opened {
  name: string;
  url: string;
}

/** Median of some first views, each in a browser context of its own: nothing is cached. */
async function views(browser: Browser, url: string, line: Line, rounds: number): Promise<FirstView> {
  const seen: FirstView[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const opened = await openMeasured(browser, line);
    seen.push(await firstView(opened, url));
    await opened.close();
  }
  const of = (key: Exclude<keyof FirstView, 'urls'>) => median(seen.map((view) => view[key]));
  return {
    chart: of('chart'),
    lcp: of('lcp'),
    shift: Math.max(...seen.map((view) => view.shift)),
    longest: Math.max(...seen.map((view) => view.longest)),
    bytes: of('bytes'),
    fontBytes: of('fontBytes'),
    requests: of('requests'),
    scriptBytes: of('scriptBytes'),
    urls: seen[0]?.urls ?? [],
  };
}

/** The first chart of a gmina's page, cold, against the baselines; on the slow line the engine's are opened once. */
export async function firstChartRows(
  browser: Browser,
  site: Opened,
  bare: Opened,
  engines: readonly Opened[],
  rounds: number,
): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const line of ['as is', 'slow'] as const) {
    const lower = await views(browser, bare.url, line, rounds);
    const own = await views(browser, site.url, line, rounds);
    const ratio = own.chart / lower.chart;
    rows.push({
      what: `first chart, cold, ${line}`,
      goal: '≤ 1.3 × bare',
      measured: `${ms(own.chart)} (bare ${ms(lower.chart)})`,
      ratio: `${ratio.toFixed(2)} × bare`,
      ok: ratio <= 1.3,
    });
    for (const engine of engines) {
      const other = await views(browser, engine.url, line, line === 'slow' ? 1 : rounds);
      rows.push({
        what: `  the same, ${engine.name}`,
        goal: '',
        measured: `${ms(other.chart)}, ${kB(other.bytes)}`,
        ratio: `${(other.chart / own.chart).toFixed(1)} × ours`,
        ok: null,
      });
    }
    if (line === 'slow')
      rows.push({
        what: 'largest contentful paint, slow',
        goal: '≤ 1500 ms',
        measured: ms(own.lcp),
        ok: own.lcp <= 1500,
      });
    else
      rows.push(
        {
          what: 'bytes until the first chart',
          goal: '≤ 40 kB besides one font',
          measured: `${kB(own.bytes)}, font ${kB(own.fontBytes)}, ${own.requests} requests`,
          ratio: `${(own.bytes / lower.bytes).toFixed(1)} × bare`,
          ok: own.bytes <= 40_000,
        },
        {
          what: 'script before any interaction',
          goal: '≤ 60 kB brotli',
          measured: kB(own.scriptBytes),
          ok: own.scriptBytes <= 60_000,
        },
        { what: 'longest task', goal: '≤ 50 ms', measured: ms(own.longest), ok: own.longest <= 50 },
      );
    rows.push({
      what: `cumulative layout shift, ${line}`,
      goal: '0',
      measured: own.shift.toFixed(3),
      ok: own.shift === 0,
    });
  }
  return rows;
}
