import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Catalogue } from '../src/lib/catalogue';
import { NotRecognised, readDocument, readReport, type Report, type ReportOptions } from '../src/lib/report';
import { programOcr } from './ocr';
import { progressLine } from './progress';

/** A file of a batch: read, not recognised as a report, or unreadable. */
export type ReadFile =
  | { file: string; report: Report; notices: readonly string[] }
  | { file: string; error: string; recognised: boolean };

const REPORT_FILE = /\.(?:pdf|docx|xlsx|csv|html?|txt|md|png|jpe?g)$/i;

/** Files named, and those of named folders that may be reports, in order of name. @throws when a path does not exist */
export async function filesOf(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) found.push(path);
    else
      for (const entry of (await readdir(path, { recursive: true })).sort())
        if (REPORT_FILE.test(entry)) found.push(join(path, entry));
  }
  return found;
}

/** One file. A report that cannot be read is a result like any other: it never stops the rest of a batch. */
export async function readOne(
  file: string,
  { formRows, rules, names, units }: Catalogue,
  options: ReportOptions = {},
  progress: (done: number, total: number, what: string) => void = () => undefined,
): Promise<ReadFile> {
  try {
    const document = await readDocument(await readFile(file), basename(file), {
      onProgress: progress,
      ocr: programOcr,
    });
    const candidates = (['gmina', 'powiat'] as const).flatMap((level) => units.all(level));
    const report = readReport(document, { formRows, rules, names, units: candidates }, options);
    return { file, report, notices: document.notices };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { file, error: message, recognised: !(error instanceof NotRecognised) };
  }
}

/** Every file in turn, with progress over the whole batch. */
export async function* readBatch(
  files: readonly string[],
  catalogue: Catalogue,
  options: ReportOptions = {},
): AsyncGenerator<ReadFile> {
  const progress = progressLine(files.length === 1 ? basename(files[0] ?? '') : `${files.length} plików`);
  try {
    for (const [at, file] of files.entries()) {
      if (files.length > 1) progress.report(at, files.length, basename(file));
      yield await readOne(file, catalogue, options, files.length === 1 ? progress.report : undefined);
    }
  } finally {
    progress.stop();
  }
}
