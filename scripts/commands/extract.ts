import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { observationsCsv } from '../../src/lib/export/observations-csv';
import { NotRecognised, readDocument, readReport, type Report } from '../../src/lib/report';
import { programOcr } from '../ocr';
import { progressLine } from '../progress';
import { readCatalogue } from '../read-data';

interface Options {
  teryt?: string;
  year?: string;
  source?: string;
  format: 'csv' | 'json';
  data: string;
}

/** What a reader of the terminal must know of a reading: whose it is, what is missing, what contradicts. */
function report(
  file: string,
  { type, teryt, year, edition, reading, observations, findings, leftOver, absent }: Report,
): void {
  const doubtful = observations.filter((o) => o.value !== null && o.confidence < 0.9).length;
  const unreadable = observations.filter((o) => o.missing === 'unreadable').length;
  console.error(
    `${basename(file)}: gmina ${teryt}, rok ${year}, ${type === 'ozps' ? `formularz ${edition}` : type} (${reading}): ${observations.length} wartości, ${doubtful} niepewnych, ${unreadable} nieczytelnych`,
  );
  for (const { section, line, text } of leftOver)
    console.error(
      type === 'ozps'
        ? `wiersz ${line}: nieznany wiersz części ${section}: ${text}`
        : `wiersz ${line}: kwota bez miejsca: ${text}`,
    );
  if (absent.length > 0)
    console.error(
      `nie znaleziono wierszy: ${absent.map(({ section, row }) => `${section}/${row}`).join(', ')}`,
    );
  for (const { severity, message, cells } of findings) {
    const lines = [...new Set(cells.flatMap((cell) => cell.line ?? []))].join(', ');
    console.error(`${SEVERITY[severity]}: ${message} (wiersze tekstu: ${lines})`);
  }
}

const SEVERITY = { error: 'sprzeczność', warning: 'uwaga', info: 'informacja' } as const;

export function register(program: Command): void {
  program
    .command('extract')
    .argument('<file>', 'report: pdf, docx, xlsx, csv, html, txt, md; a scan as pdf, png or jpeg')
    .description(
      'print the observations of an OZPS report, an activity report or an LPDI; findings go to stderr',
    )
    .option('--teryt <code>', 'six digits of the gmina, if the text does not say it')
    .option('--year <year>', "the report's year, if the text does not say it")
    .option('--source <id>', 'id of the source in data/sources.csv')
    .option('--format <format>', 'csv or json', 'csv')
    .option('--data <folder>', 'data folder with the catalogue', 'data')
    .action(async (file: string, options: Options) => {
      process.exitCode = await extract(file, options);
    });
}

/** @returns the exit code: 0 read, 2 nothing recognised, 1 error */
async function extract(file: string, options: Options): Promise<number> {
  if (options.teryt !== undefined && !/^\d{6,7}$/.test(options.teryt))
    return fail(`--teryt: not a TERYT code: ${options.teryt}`);
  if (options.year !== undefined && !/^(19|20)\d{2}$/.test(options.year))
    return fail(`--year: not a year: ${options.year}`);
  if (options.format !== 'csv' && options.format !== 'json')
    return fail(`--format: csv or json, not ${String(options.format)}`);
  const catalogue = await readCatalogue(options.data);
  const units = (['gmina', 'powiat'] as const).flatMap((level) => catalogue.units.all(level));
  const progress = progressLine(basename(file));
  try {
    const document = await readDocument(await readFile(file), basename(file), {
      onProgress: progress.report,
      ocr: programOcr,
    });
    progress.stop();
    for (const notice of document.notices) console.error(`${basename(file)}: ${notice}`);
    const result = readReport(
      document,
      { formRows: catalogue.formRows, names: catalogue.names, units },
      {
        teryt: options.teryt?.slice(0, 6),
        year: options.year === undefined ? undefined : Number(options.year),
        source: options.source,
      },
    );
    report(file, result);
    process.stdout.write(
      options.format === 'csv'
        ? observationsCsv(result.observations)
        : `${JSON.stringify(result.observations, null, 1)}\n`,
    );
    return 0;
  } catch (error) {
    if (error instanceof NotRecognised) {
      console.error(error.message);
      return 2;
    }
    return fail(error instanceof Error ? error.message : String(error));
  } finally {
    progress.stop();
  }
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
