// `npm run cards`: printed cards of the built site, as tagged PDFs.
import { mkdir } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { chromium } from 'playwright-core';
import { formatBytes } from '../src/lib/format/bytes';
import { getChromium } from './chromium.mjs';
import { chooseCards, type Asked } from './cards/choose';
import { printAll, type Failed, type Printed } from './cards/print';
import { progressLine } from './progress';
import { serve } from './serve.mjs';

const TOGETHER = 2;
/** A card larger than this is told of: it is to be sent by e-mail. */
const MOST_BYTES = 300_000;

const code =
  (digits: number) =>
  (text: string, before: string[] = []): string[] => {
    if (!new RegExp(`^\\d{${digits}}$`).test(text))
      throw new InvalidArgumentError(`a code of ${digits} digits`);
    return [...before, text];
  };
const several = (text: string, before: string[] = []): string[] => [...before, text];

type Options = Partial<Asked> & { out: string; build: string };

async function main({ out, build, ...asked }: Options): Promise<boolean> {
  const { wanted, without, problems } = chooseCards(build, {
    unit: [],
    powiat: [],
    woj: [],
    indicator: [],
    comparison: [],
    ...asked,
  });
  for (const problem of problems) console.error(problem);
  if (without.length > 0)
    console.error(
      `no card, for there is no report and no series of them (${without.length}): ${without.join(', ')}`,
    );
  if (wanted.length === 0) {
    if (problems.length + without.length === 0)
      console.error('nothing to print: name --unit, --powiat, --woj, --indicator or --comparison');
    return false;
  }
  await mkdir(out, { recursive: true });
  const server = await serve({ root: build, port: 0, host: '127.0.0.1', base: process.env.BASE_PATH ?? '' });
  const browser = await chromium.launch({ executablePath: await getChromium(), args: ['--no-sandbox'] });
  const progress = progressLine('cards');
  const failed: Failed[] = [];
  let count = 0;
  try {
    await printAll(wanted, {
      browser,
      site: server.url,
      out,
      together: TOGETHER,
      done: (result) => {
        count += 1;
        if ('reason' in result) failed.push(result);
        else say(result);
        progress.report(count, wanted.length, 'printed');
      },
    });
  } finally {
    progress.stop();
    await browser.close();
    await server.close();
  }
  for (const { wanted, reason } of failed) console.error(`FAILED ${wanted.path}: ${reason}`);
  console.log(`${wanted.length - failed.length} of ${wanted.length} cards → ${out}`);
  return failed.length + problems.length === 0;
}

/** Sheets of a card; a comparison takes as many as it needs. */
const SHEETS = { gmina: 2, indicator: 1, comparison: 0 } as const;

function say({ wanted, file, bytes, pages }: Printed): void {
  const sheets = SHEETS[wanted.kind];
  console.log(`${file} (${formatBytes(bytes)})`);
  if (sheets > 0 && pages !== sheets) console.error(`${file}: takes ${pages} sheets, made for ${sheets}`);
  if (bytes > MOST_BYTES) console.error(`${file}: larger than ${formatBytes(MOST_BYTES)}`);
}

const program = new Command('cards')
  .description(
    'print cards of the built site to PDF: of gminy (two sheets), of indicators (one), of comparisons',
  )
  .option('--unit <teryt>', 'a gmina, by its six digits; may be repeated', code(6))
  .option('--powiat <teryt>', 'all gminy of a powiat, by its four digits', code(4))
  .option('--woj <teryt>', 'all gminy of a wojewodztwo, by its two digits', code(2))
  .option('--indicator <id>', 'an indicator of all gminy', several)
  .option('--comparison <query>', 'what stands behind the question mark of /porownanie/', several)
  .option('--out <folder>', 'where the files go', 'karty')
  .option('--build <folder>', 'the built site', 'build');

program.parse();
try {
  if (!(await main(program.opts<Options>()))) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
