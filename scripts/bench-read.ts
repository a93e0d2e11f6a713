import { readFileSync } from 'node:fs';
import { CONFIDENT, type Observation } from '../src/lib/domain';
import { readDocument, readReport, type Report, type ReportCatalogue } from '../src/lib/report';
import {
  answerKey,
  documentPath,
  formCells,
  reportCatalogue,
  seriesKey,
  WITHOUT_DOCUMENTS,
} from '../tests/report/reading';
import { makeReport, type MadeReport } from '../tests/report/writer';
import type { Block } from '../tests/report/writer/blocks';
import { compareMade } from '../tests/report/writer/comparison';
import { FORMATS, written, type Format } from '../tests/report/writer/formats';
import { readInChromium } from './bench-read-chromium';
import { progressLine } from './progress';

/** Measures the reader of reports and prints what was measured: `npm run bench:read`. Nothing is asserted here. */

const print = (line = ''): void => void process.stdout.write(`${line}\n`);
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;
const DOCUMENTS = [
  { number: '002', source: 'ozps-060801-2019', says: 'clean text, 2019' },
  { number: '003', source: 'ozps-061705-2023', says: 'OCR of a scan, 2023' },
];
const COLUMNS = [
  'section',
  'cells',
  'read',
  'right',
  'unreadable',
  'doubted',
  'wrong<0.9',
  'wrong 0.9',
  'wrong 1',
];

/** One cell of an answer key and what was read for it. */
interface Scored {
  section: string;
  printed: string;
  found: Observation | undefined;
}

function table(cells: readonly Scored[]): void {
  print(COLUMNS.map((name, at) => (at === 0 ? name.padEnd(12) : name.padStart(11))).join(''));
  const sections = [...new Set(cells.map(({ section }) => section))].sort();
  for (const section of [...sections, 'all']) {
    const own = cells.filter((cell) => (section === 'all' || cell.section === section) && cell.printed !== '?');
    const right = own.filter(isRight);
    const wrong = own.filter((cell) => cell.found && !isRight(cell) && cell.found.missing !== 'unreadable');
    const at = (least: number, most: number) => wrong.filter(({ found }) => (found?.confidence ?? 0) >= least && (found?.confidence ?? 0) < most).length;
    const unreadable = own.filter(({ found }) => found?.missing === 'unreadable').length;
    const doubted = right.filter(({ found }) => (found?.confidence ?? 1) < CONFIDENT).length;
    const values = [own.length, percent(own.length - unreadable - own.filter(({ found }) => !found).length, own.length), percent(right.length, own.length), unreadable, percent(doubted, right.length), at(0, CONFIDENT), at(CONFIDENT, 1), at(1, 2)];
    print(section.padEnd(12) + values.map((value) => String(value).padStart(11)).join(''));
  }
} // prettier-ignore

function isRight({ printed, found }: Scored): boolean {
  if (!found) return false;
  if (printed === 'X') return found.missing === 'not-applicable';
  if (printed === '') return found.missing === 'not-reported';
  return found.value !== null && Math.abs(found.value - Number(printed)) < 1e-9;
}

function scored(report: Report, source: string): Scored[] {
  const cells = formCells(report.observations);
  const place = (o: { table: string; indicator: string; breakdown: string; teryt: string; year: string | number }) => [o.table, o.indicator, o.breakdown, o.teryt, o.year].join('|');
  const series = new Map(report.observations.filter((o) => o.row === '').map((o) => [place(o), o]));
  return [
    ...answerKey(source).map(({ section, row, column, printed }) => ({ section: `form ${section}`, printed, found: cells.get(`${section}/${row}@${column}`) })),
    ...seriesKey(source).map((cell) => {
      const found = series.get(place(cell));
      return { section: `series ${found?.section ?? '?'}`, printed: cell.printed, found };
    }),
  ];
} // prettier-ignore

/** Reads a file and says how long it took and how much the heap grew. */
async function measured(bytes: Uint8Array, name: string, catalogue: ReportCatalogue): Promise<{ report: Report; says: string }> {
  globalThis.gc?.();
  const [heap, start] = [process.memoryUsage().rss, performance.now()];
  const report = readReport(await readDocument(bytes, name), catalogue);
  const [ms, mb] = [performance.now() - start, (process.memoryUsage().rss - heap) / 1e6];
  return { report, says: `${ms.toFixed(0)} ms, memory +${Math.max(0, mb).toFixed(0)} MB` };
} // prettier-ignore

const made = (catalogue: ReportCatalogue, seed: number, year: number): MadeReport =>
  makeReport({ seed, year, rows: catalogue.formRows.filter(({ edition }) => edition === (year < 2021 ? '2019' : '2023')) }); // prettier-ignore

async function realDocuments(catalogue: ReportCatalogue): Promise<void> {
  for (const { number, source, says } of DOCUMENTS) {
    const path = documentPath(number);
    print(`\n${source} (${says})`);
    if (path === null) {
      print(`  ${WITHOUT_DOCUMENTS}`);
      continue;
    }
    await measured(readFileSync(path), path, catalogue);
    const { report, says: cost } = await measured(readFileSync(path), path, catalogue);
    table(scored(report, source));
    const of = (severity: string) => report.findings.filter((finding) => finding.severity === severity).length;
    const repairs = report.findings.filter(({ repairs: own }) => own?.length === 1).length;
    print(`findings: ${of('error')} errors, ${of('warning')} warnings, ${of('info')} notes, ${repairs} with one repair; left over: ${report.leftOver.length} lines`);
    print(`time: ${cost} (warm)`);
  }
} // prettier-ignore

async function madeReports(catalogue: ReportCatalogue): Promise<void> {
  print('\nConsistent made-up reports, every format: false alarms must be 0');
  for (const format of [...FORMATS, 'scan'] as Format[]) {
    let [alarms, right, cells, sure, ms] = [0, 0, 0, 0, 0];
    for (const year of [2018, 2019, 2022, 2023])
      for (const seed of [1, 2, 3]) {
        const report = made(catalogue, seed, year);
        const { bytes, name } = await written(report.blocks, format);
        const start = performance.now();
        const reading = readReport(await readDocument(bytes, name), catalogue);
        ms += performance.now() - start;
        const found = compareMade(reading, report);
        alarms += reading.findings.length;
        right += found.right;
        cells += found.cells;
        sure += found.wrongAndSure.length;
      }
    print(`${format.padEnd(6)} right ${percent(right, cells).padStart(6)}  wrong and sure ${sure}  findings ${String(alarms).padStart(3)}  ${(ms / 12).toFixed(0).padStart(5)} ms a report`);
  }
} // prettier-ignore

/** A report with enough prose behind it for some hundred pages. */
function longPdf(catalogue: ReportCatalogue): Promise<{ bytes: Uint8Array; name: string }> {
  const { blocks } = made(catalogue, 1, 2019);
  const filler: Block[] = Array.from({ length: 2800 }, () => ({ kind: 'text', text: 'Zdanie opisowe, które niczego nie liczy i tylko wypełnia stronę sprawozdania, aby było długie.' }));
  return written([...blocks, ...filler], 'pdf');
} // prettier-ignore

async function longReading(catalogue: ReportCatalogue): Promise<void> {
  const { bytes, name } = await longPdf(catalogue);
  const progress = progressLine('PDF');
  const start = performance.now();
  let pages = 0;
  const document = await readDocument(bytes, name, {
    onProgress: (done, total, what) => {
      pages = total;
      progress.report(done, total, what);
    },
  });
  const reading = performance.now() - start;
  readReport(document, catalogue);
  progress.stop();
  print(`\nPDF of ${pages} pages (${(bytes.length / 1e6).toFixed(1)} MB): read in ${(reading / 1000).toFixed(1)} s, recognised in ${((performance.now() - start - reading) / 1000).toFixed(1)} s, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident`);
} // prettier-ignore

async function batch(catalogue: ReportCatalogue, count: number): Promise<void> {
  const progress = progressLine('batch');
  const [start, failures] = [performance.now(), [] as string[]];
  let [reading, most] = [0, 0];
  for (let seed = 1; seed <= count; seed++) {
    const report = made(catalogue, seed, 2018 + (seed % 7));
    const { bytes, name } = await written(report.blocks, FORMATS[seed % 5] ?? 'txt');
    const from = performance.now();
    try {
      const found = compareMade(readReport(await readDocument(bytes, name), catalogue), report);
      if (found.right < found.cells) failures.push(`${seed}: ${found.cells - found.right} cells not right`);
    } catch (error) {
      failures.push(`${seed}: ${error instanceof Error ? error.message : String(error)}`);
    }
    reading += performance.now() - from;
    most = Math.max(most, process.memoryUsage().rss);
    progress.report(seed, count, 'reports');
  }
  progress.stop();
  print(`\n${count} made-up reports in a batch: ${(reading / 1000).toFixed(0)} s reading (${(reading / count).toFixed(0)} ms each), ${((performance.now() - start) / 1000).toFixed(0)} s with writing, at most ${(most / 1e6).toFixed(0)} MB, ${failures.length} failures`);
  for (const failure of failures.slice(0, 10)) print(`  ${failure}`);
} // prettier-ignore

async function chromium(catalogue: ReportCatalogue): Promise<void> {
  const short = await written(made(catalogue, 1, 2019).blocks, 'txt');
  const files = [
    ...DOCUMENTS.flatMap(({ number, source }) => {
      const path = documentPath(number);
      return path === null ? [] : [{ says: source, name: `${number}.txt`, bytes: readFileSync(path) }];
    }),
    { says: 'made-up text report', ...short },
    { says: 'the long PDF above', ...(await longPdf(catalogue)) },
  ];
  print();
  for (const line of await readInChromium(files)) print(line);
}

const catalogue = await reportCatalogue();
await realDocuments(catalogue);
await madeReports(catalogue);
await longReading(catalogue);
await batch(catalogue, Number(process.env.BENCH_REPORTS ?? 1000));
await chromium(catalogue);
