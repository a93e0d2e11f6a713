import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ReportOptions } from '../src/lib/report';
import { progressLine } from './progress';
import type { ReadFile } from './reading/read-one';
import { ReaderProcess } from './reading/reader-process';

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

/**
 * Every file in turn, with progress over the whole batch. None of them can stop the rest.
 * @param data data folder with the catalogue
 */
export async function* readBatch(
  files: readonly string[],
  data: string,
  options: ReportOptions = {},
): AsyncGenerator<ReadFile> {
  const progress = progressLine(files.length === 1 ? basename(files[0] ?? '') : `${files.length} plików`);
  const reader = new ReaderProcess(data);
  try {
    for (const [at, file] of files.entries()) {
      if (files.length > 1) progress.report(at, files.length, basename(file));
      yield await reader.read(file, options, files.length === 1 ? progress.report : () => undefined);
    }
  } finally {
    reader.end();
    progress.stop();
  }
}
