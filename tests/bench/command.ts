import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { chromium } from 'playwright-core';
import { getChromium } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import { buildBaselines } from './baselines';
import { changeRows } from './changes';
import { engineRows, heapRows } from './engine';
import { firstChartRows } from './first-chart';
import { questionRows } from './questions';
import { machine, printRows, type BenchRow } from './row';

const program = new Command('bench')
  .description('how long a reader waits: the built site against what people would build instead')
  .option('--site <folder>', 'built site', 'build')
  .option('--data <folder>', 'its published data', 'static/data')
  .option('--gmina <code>', 'gmina with a report, for the first chart', '060801')
  .option('--compared <code>', 'gmina whose charts are compared', '121003')
  .option('--indicator <id>', 'indicator with values of many gminy', 'obs-korzystajacy')
  .option('--rounds <number>', 'first views of each page', '15')
  .parse();
const options =
  program.opts<Record<'site' | 'data' | 'gmina' | 'compared' | 'indicator' | 'rounds', string>>();

const baselines = resolve('.cache', 'bench', 'baselines');
console.log('Building the baselines …');
const page = join(options.site, 'gmina', options.gmina, 'index.html');
await buildBaselines(baselines, page, options.data, options.gmina);
const site = await serve({ root: options.site, port: 0 });
const others = await serve({ root: baselines, port: 0 });
const browser = await chromium.launch({ executablePath: await getChromium(), args: ['--no-sandbox'] });
const at = (path: string) => `${site.url}${path}`;
const baseline = (name: string, query = '') => ({ name, url: `${others.url}${name}/${query}` });
const rows: BenchRow[] = [];
try {
  console.log('Opening pages …');
  rows.push(
    ...(await firstChartRows(
      browser,
      { name: 'site', url: at(`gmina/${options.gmina}/`) },
      baseline('bare'),
      [baseline('direct'), baseline('whole', `?teryt=${options.gmina}`)],
      Number(options.rounds),
    )),
    ...(await changeRows(browser, at(`gmina/${options.compared}/`), 'as is')),
    ...(await changeRows(browser, at(`gmina/${options.compared}/`), 'slow')),
    ...(await engineRows(browser, at(`wskaznik/${options.indicator}/`))),
    ...(await heapRows(browser, at(`gmina/${options.compared}/`))),
    // What GUS says is there for every gmina of the country.
    ...(await questionRows(options.data, [options.indicator, 'gus-ludnosc'], options.compared)),
  );
} finally {
  await browser.close();
  await Promise.all([site.close(), others.close()]);
}
printRows(rows);
console.log(`${machine()}; site ${options.site}`);
