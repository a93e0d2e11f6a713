import type { Browser } from 'playwright-core';
import { firstView, newContext, NO_SHIFT, openMeasured, type FirstView, type Line } from './measured-page';
import { kB, median, ms, type BenchRow } from './row';

/** A page of the site, or a baseline: what it is called and where it stands. */
export interface Opened {
  name: string;
  url: string;
}

/** Medians of some first views. */
export interface FirstViews extends FirstView {
  /** When each of them showed its chart, in milliseconds, in the order in which they were opened. */
  charts: number[];
}

/** How much longer one took: views next to each other in time are compared, since a machine is not equally fast all the time; then the median. */
const ratioOf = (own: FirstViews, other: FirstViews): number =>
  median(own.charts.map((chart, at) => chart / (other.charts[at] ?? NaN)));

/**
 * First views of each address, in turn and every other time backwards, so that a busy moment of the machine meets all:
 * cold, each in a browser context of its own, where nothing is cached; or warm, each after another of the same page.
 */
export async function viewsOf<const Urls extends readonly string[]>(
  browser: Browser,
  urls: Urls,
  line: Line,
  rounds: number,
  warm = false,
): Promise<{ [At in keyof Urls]: FirstViews }> {
  const seen: FirstView[][] = urls.map(() => []);
  for (let i = 0; i < rounds; i += 1)
    for (const [at, url] of i % 2 === 0 ? urls.entries() : [...urls.entries()].reverse()) {
      const context = await newContext(browser);
      const view = async () => firstView(await openMeasured(browser, line, context), url);
      if (warm) await view();
      seen[at]?.push(await view());
      await context.close();
    }
  return seen.map(medians) as { [At in keyof Urls]: FirstViews };
}

function medians(seen: readonly FirstView[]): FirstViews {
  const of = (key: Exclude<keyof FirstView, 'urls'>) => median(seen.map((view) => view[key]));
  return {
    chart: of('chart'),
    charts: seen.map(({ chart }) => chart),
    lcp: of('lcp'),
    shift: Math.max(...seen.map((view) => view.shift)),
    longest: of('longest'),
    bytes: of('bytes'),
    fontBytes: of('fontBytes'),
    requests: of('requests'),
    scriptBytes: of('scriptBytes'),
    bytesInAll: of('bytesInAll'),
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
    const both = [bare.url, site.url] as const;
    const [lower, own] = await viewsOf(browser, both, line, rounds);
    const [lowerAgain, again] = await viewsOf(browser, both, line, rounds, true);
    const ratio = ratioOf(own, lower);
    rows.push({
      what: `first chart, cold, ${line}`,
      goal: '≤ 1.3 × bare',
      measured: `${ms(own.chart)} (bare ${ms(lower.chart)})`,
      ratio: `${ratio.toFixed(2)} × bare`,
      ok: ratio <= 1.3,
    });
    for (const engine of engines) {
      const [other] = await viewsOf(browser, [engine.url], line, line === 'slow' ? 1 : rounds);
      rows.push({
        what: `  the same, ${engine.name}`,
        goal: '',
        measured: `${ms(other.chart)}, ${(other.bytesInAll / 1e6).toFixed(1)} MB`,
        ratio: `${(other.chart / own.chart).toFixed(1)} × ours`,
        ok: null,
      });
    }
    rows.push({
      what: `first chart, warm, ${line}`,
      goal: '',
      measured: `${ms(again.chart)} (bare ${ms(lowerAgain.chart)})`,
      ratio: `${ratioOf(again, lowerAgain).toFixed(2)} × bare`,
      ok: null,
    });
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
        {
          what: `longest task (median of ${rounds})`,
          goal: '≤ 50 ms',
          measured: ms(own.longest),
          ok: own.longest <= 50,
        },
      );
    rows.push({
      what: `cumulative layout shift, ${line}`,
      goal: '0',
      measured: own.shift.toFixed(3),
      ok: own.shift < NO_SHIFT,
    });
  }
  return rows;
}
