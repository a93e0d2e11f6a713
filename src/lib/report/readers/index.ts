import { type DocumentFormat, type Line, numbered, type Reading, type ReportDocument } from './document';
import { kindOf, noticeExtension, packedFormat } from './format';
import { Budget, DEFAULT_LIMITS, type Limits, type Progress } from './limits';
import { type OcrEngine, ocrPages } from './ocr';
import type { PackedFiles } from './zip';

export type { DocumentFormat, Line, Reading, ReportDocument } from './document';
export { DEFAULT_LIMITS, type Limits, type Progress } from './limits';
export { type OcrEngine, type OcrFile, OcrUnavailable } from './ocr';
export { UnreadableFile, type UnreadableCode } from './unreadable';

export interface ReadOptions {
  onProgress?: Progress | undefined;
  /** Cancels the work; the promise is then rejected with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** In place of `DEFAULT_LIMITS`. */
  limits?: Partial<Limits> | undefined;
  /** Reads scans; without it a file of pictures is an error. */
  ocr?: OcrEngine | undefined;
}

/**
 * Any report file → lines and cells. The format is found in the bytes; a misleading extension is noticed, not believed.
 * Everything in the file is only data: nothing of it is run, computed or loaded. The bytes stay as they are.
 * @throws {UnreadableFile} with a Polish message: empty, damaged, encrypted, of a format that is not read, or beyond the limits
 * @throws the signal's reason when cancelled
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  { onProgress, signal, limits, ocr }: ReadOptions = {},
): Promise<ReportDocument> {
  const budget = new Budget(name, { ...DEFAULT_LIMITS, ...limits }, signal, onProgress);
  budget.check();
  if (bytes.length > budget.limits.bytes)
    budget.fail(
      'too-large',
      `plik ma ponad ${Math.round(budget.limits.bytes / 1e6)} MB i nie został odczytany.`,
    );
  const { format, lines, reading } = await readKind(bytes, budget, ocr);
  noticeExtension(format, budget);
  if (!lines.some((line) => line.text !== ''))
    budget.fail('no-text', 'w pliku nie ma tekstu. Prosimy sprawdzić, czy wskazano właściwy plik.');
  return { name, format, lines, reading, notices: budget.notices };
}

/**
 * Loads the readers of every format, so that reading needs no network afterwards. OCR is left out: it is large and seldom
 * needed.
 */
export async function prepareReaders(): Promise<void> {
  const readers = [
    import('./text'),
    import('./html'),
    import('./csv'),
    import('./zip'),
    import('./docx'),
    import('./xlsx'),
    import('./pdf'),
  ];
  await Promise.all(readers);
  const { pdfjs } = await import('./pdf-open');
  await pdfjs();
}

interface Read {
  format: DocumentFormat;
  lines: Line[];
  reading: Reading;
}

async function readKind(bytes: Uint8Array, budget: Budget, ocr: OcrEngine | undefined): Promise<Read> {
  const kind = kindOf(bytes, budget);
  switch (kind) {
    case 'txt':
    case 'md': {
      const { readText } = await import('./text');
      return { format: kind, ...readText(bytes, kind, budget) };
    }
    case 'html': {
      const { readHtml } = await import('./html');
      return { format: kind, lines: readHtml(bytes, budget), reading: 'tekst' };
    }
    case 'csv': {
      const { readCsv } = await import('./csv');
      return { format: kind, lines: await readCsv(bytes, budget), reading: 'tekst' };
    }
    case 'zip': {
      const { openZip } = await import('./zip');
      return await readPacked(await openZip(bytes, budget), budget);
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf');
      return { format: kind, ...(await readPdf(bytes, budget, ocr)) };
    }
    case 'image': {
      if (!ocr)
        return budget.fail(
          'no-text-layer',
          'plik jest obrazem. Do jego odczytu potrzebne jest rozpoznawanie pisma (OCR).',
        );
      const pages = await ocrPages(ocr, bytes, 'image', [1], budget);
      budget.notice('Tekst pochodzi z rozpoznawania pisma (OCR): cyfry mogą być odczytane błędnie.');
      return { format: kind, lines: numbered(pages.get(1) ?? []), reading: 'skan' };
    }
  }
}

async function readPacked(files: PackedFiles, budget: Budget): Promise<Read> {
  const format = packedFormat(files, budget);
  if (format === 'docx') {
    const { readDocx } = await import('./docx');
    return { format, lines: await readDocx(files, budget), reading: 'tekst' };
  }
  const { readXlsx } = await import('./xlsx');
  return { format, lines: await readXlsx(files, budget), reading: 'tekst' };
}
