import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Catalogue } from '../../src/lib/catalogue';
import {
  NotRecognised,
  readDocument,
  readReport,
  type Report,
  type ReportOptions,
  UnreadableFile,
} from '../../src/lib/report';
import { programOcr } from '../ocr';

/** A file of a batch: read, not recognised as a report, or unreadable. */
export type ReadFile =
  | { file: string; report: Report; notices: readonly string[] }
  /** In Polish. */
  | { file: string; error: string; recognised: boolean };

export type ReadProgress = (done: number, total: number, what: string) => void;

/** One file. A report that cannot be read is a result like any other: it never stops the rest of a batch. */
export async function readOne(
  file: string,
  { formRows, rules, names, units }: Catalogue,
  options: ReportOptions,
  onProgress: ReadProgress,
): Promise<ReadFile> {
  try {
    const document = await readDocument(await readFile(file), basename(file), {
      onProgress,
      ocr: programOcr,
    });
    const candidates = (['gmina', 'powiat'] as const).flatMap((level) => units.all(level));
    const report = readReport(document, { formRows, rules, names, units: candidates }, options);
    return { file, report, notices: document.notices };
  } catch (error) {
    return { file, error: sentenceOf(error, basename(file)), recognised: !(error instanceof NotRecognised) };
  }
}

function sentenceOf(error: unknown, name: string): string {
  if (error instanceof UnreadableFile || error instanceof NotRecognised) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && 'syscall' in error)
    return `${name}: pliku nie można otworzyć (${message}). Prosimy sprawdzić, czy jest na dysku i czy wolno go czytać.`;
  return `${name}: odczyt nie powiódł się z powodu błędu w programie (${message}). Pozostałe pliki są czytane dalej.`;
}
