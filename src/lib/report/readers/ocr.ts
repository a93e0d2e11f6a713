import { type Content, prose } from './document';
import type { Budget } from './limits';
import { UnreadableFile } from './unreadable';

/** Reads letters off pictures. Node: `scripts/ocr.ts`; browser: `ocr-browser.ts`. */
export interface OcrEngine {
  /**
   * Takes a file; nothing is read yet.
   * @throws {OcrUnavailable} when the program or its Polish data is missing
   */
  open(bytes: Uint8Array, format: 'pdf' | 'image', signal?: AbortSignal): Promise<OcrFile>;
}

export interface OcrFile {
  /**
   * Text of a page, a line a line.
   * @param page 1-based; 1 for a picture
   */
  read(page: number, signal: AbortSignal): Promise<string>;
  close(): Promise<void>;
}

/** OCR cannot work here; `message` is Polish and says what to install or do. */
export class OcrUnavailable extends Error {
  override readonly name = 'OcrUnavailable';
}

/** The lines that OCR reads on pages, without columns. */
export async function ocrPages(
  engine: OcrEngine,
  bytes: Uint8Array,
  format: 'pdf' | 'image',
  pages: readonly number[],
  budget: Budget,
): Promise<Map<number, Content[]>> {
  const read = new Map<number, Content[]>();
  let file: OcrFile | undefined;
  try {
    file = await engine.open(bytes, format, budget.signal);
    for (const [at, page] of pages.entries()) {
      budget.onProgress?.(at, pages.length, 'strony (OCR)');
      const time = AbortSignal.timeout(budget.limits.ocrSecondsPerPage * 1000);
      const text = await file.read(page, budget.signal ? AbortSignal.any([budget.signal, time]) : time);
      read.set(
        page,
        text
          .split('\n')
          .flatMap((line) => (line.trim() === '' ? [] : [prose(line, format === 'pdf' ? page : null)])),
      );
      budget.onProgress?.(at + 1, pages.length, 'strony (OCR)');
    }
  } catch (error) {
    budget.signal?.throwIfAborted();
    if (error instanceof UnreadableFile) throw error;
    if (error instanceof OcrUnavailable) budget.fail('ocr-unavailable', error.message, error);
    if (error instanceof DOMException && error.name === 'TimeoutError')
      budget.fail(
        'too-slow',
        `rozpoznawanie pisma na jednej stronie trwało dłużej niż ${budget.limits.ocrSecondsPerPage} s i zostało przerwane.`,
        error,
      );
    budget.fail('damaged', 'obrazu strony nie można odczytać: plik jest uszkodzony lub zbyt duży.', error);
  } finally {
    await file?.close();
  }
  return read;
}
