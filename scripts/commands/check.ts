import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { SEVERITIES, type Finding, type Severity } from '../../src/lib/domain';
import { readCatalogue } from '../read-data';
import { filesOf, readBatch } from '../read-reports';
import { findingsOfData } from './publish';
import { gminaOf } from '../teryt-option';
import { CHECK_FORMATS, type CheckFormat, type Checked, render } from './check-output';

interface Options {
  format: string;
  severity: string;
  data: string;
  teryt?: string;
  year?: string;
}

export function register(program: Command): void {
  program
    .command('check')
    .argument('<paths...>', 'reports, folders of reports, or the data folder itself')
    .description('print what contradicts in reports, or in the committed data, with the places')
    .option('--format <format>', CHECK_FORMATS.join(', '), 'text')
    .option('--severity <severity>', `least severe findings to print: ${SEVERITIES.join(', ')}`, 'info')
    .option('--teryt <code>', 'six digits of the gmina, if the text does not say it')
    .option('--year <year>', "the report's year, if the text does not say it")
    .option('--data <folder>', 'data folder with the catalogue', 'data')
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await check(paths, options);
    });
}

const isOneOf = <T extends string>(value: string, known: readonly T[]): value is T =>
  (known as readonly string[]).includes(value);

/** @returns the exit code: 0 everything was read (findings or not), 2 something was not recognised, 1 an error: a wrong option, a file that cannot be read */
async function check(paths: readonly string[], options: Options): Promise<number> {
  const { format, severity } = options;
  if (!isOneOf<CheckFormat>(format, CHECK_FORMATS))
    return fail(`--format: ${CHECK_FORMATS.join(', ')}, not ${format}`);
  if (!isOneOf<Severity>(severity, SEVERITIES))
    return fail(`--severity: ${SEVERITIES.join(', ')}, not ${severity}`);
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) return fail(`no such file or folder: ${missing}`);
  const shown = SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1);
  const keep = (findings: readonly Finding[]) => findings.filter((finding) => shown.includes(finding.severity));
  const [only] = paths;
  const checked: Checked[] =
    paths.length === 1 && only !== undefined && existsSync(join(only, 'catalogue'))
      ? await checkData(only)
      : await checkFiles(paths, options);
  process.stdout.write(render(checked.map((one) => ({ ...one, findings: keep(one.findings) })), format));
  return Math.max(0, ...checked.map((one) => (one.error === '' ? 0 : one.recognised ? 1 : 2)));
} // prettier-ignore

async function checkFiles(paths: readonly string[], { data, teryt, year }: Options): Promise<Checked[]> {
  const catalogue = await readCatalogue(data);
  const checked: Checked[] = [];
  const overrides = { teryt: await gminaOf(teryt, data), year: year === undefined ? undefined : Number(year) };
  for await (const one of readBatch(await filesOf(paths), data, overrides)) {
    if ('error' in one) checked.push({ name: one.file, about: '', error: one.error, recognised: one.recognised, findings: [], counts: '' });
    else {
      const { teryt: code, year: of, observations, findings } = one.report;
      const doubtful = observations.filter((o) => o.value !== null && o.confidence < 0.9).length;
      const unreadable = observations.filter((o) => o.missing === 'unreadable').length;
      checked.push({
        name: one.file,
        about: `${catalogue.units.fullName(code)}, ${of}`,
        error: '',
        recognised: true,
        findings: bySeverity(findings),
        counts: `${observations.length} wartości, ${doubtful} niepewnych, ${unreadable} nieczytelnych`,
      });
    }
  }
  return checked;
} // prettier-ignore

async function checkData(folder: string): Promise<Checked[]> {
  const { catalogue, findings } = await findingsOfData(folder);
  const sources = [...new Set(findings.map((finding) => finding.source))].sort();
  return sources.map((source) => ({
    name: source,
    about: catalogue.sources.get(source)?.title ?? '',
    error: '',
    recognised: true,
    findings: bySeverity(findings.filter((finding) => finding.source === source)),
    counts: '',
  }));
}

/** The severest first; within, in the order of the report. */
const bySeverity = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      (a.cells[0]?.line ?? 0) - (b.cells[0]?.line ?? 0),
  );

function fail(message: string): number {
  console.error(message);
  return 1;
}
