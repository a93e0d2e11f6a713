import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { observationsCsv } from '../../src/lib/export/observations-csv';
import type { Report } from '../../src/lib/report';
import { filesOf, readBatch } from '../read-reports';
import { gminaOf } from '../teryt-option';

interface Options {
  teryt?: string;
  year?: string;
  source?: string;
  format: 'csv' | 'json';
  out?: string;
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
    .argument('<paths...>', 'report: pdf, docx, xlsx, csv, html, txt, md; a scan as pdf, png or jpeg; or a folder of them')
    .description('print the observations of an OZPS report, an activity report or an LPDI; findings go to stderr')
    .option('--teryt <code>', 'six digits of the gmina, if the text does not say it')
    .option('--year <year>', "the report's year, if the text does not say it")
    .option('--source <id>', 'id of the source in data/sources.csv')
    .option('--format <format>', 'csv or json', 'csv')
    .option('--out <folder>', 'write a file a report into this folder; needed for more than one')
    .option('--data <folder>', 'data folder with the catalogue', 'data')
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await extract(paths, options);
    });
} // prettier-ignore

/** @returns the exit code: 0 read, 2 nothing recognised, 1 an error; in a batch the worst of its files */
async function extract(paths: readonly string[], options: Options): Promise<number> {
  const { teryt, year, source, format, out, data } = options;
  if (year !== undefined && !/^(19|20)\d{2}$/.test(year)) return fail(`--year: not a year: ${year}`);
  if (format !== 'csv' && format !== 'json') return fail(`--format: csv or json, not ${String(format)}`);
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) return fail(`no such file or folder: ${missing}`);
  const files = await filesOf(paths);
  if (files.length === 0) return fail(`no reports in ${paths.join(', ')}`);
  if (files.length > 1 && out === undefined) return fail(`${files.length} reports: give --out FOLDER`);
  const overrides = { teryt: await gminaOf(teryt, data), year: year === undefined ? undefined : Number(year), source };
  if (out !== undefined) await mkdir(out, { recursive: true });
  let code = 0;
  for await (const one of readBatch(files, data, overrides)) {
    if ('error' in one) {
      console.error(one.error);
      code = Math.max(code, one.recognised ? 1 : 2);
      continue;
    }
    for (const notice of one.notices) console.error(`${basename(one.file)}: ${notice}`);
    report(one.file, one.report);
    const { observations } = one.report;
    const text = format === 'csv' ? observationsCsv(observations) : `${JSON.stringify(observations, null, 1)}\n`;
    if (out === undefined) process.stdout.write(text);
    else await writeFile(join(out, `${one.report.source}.${format}`), text);
  }
  return code;
} // prettier-ignore

function fail(message: string): number {
  console.error(message);
  return 1;
}
