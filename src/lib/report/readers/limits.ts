import type { Content } from './document';
import { UnreadableFile } from './unreadable';

/** What a document may cost. A document beyond any of these ends in an `UnreadableFile`. */
export interface Limits {
  /** Size of the file. Default 100 MB: a scanned report of 100 pages has 20–60 MB. */
  bytes: number;
  /** Size of everything unpacked from a docx or xlsx, counted while unpacking. Default 200 MB. */
  unpackedBytes: number;
  /** Unpacked size over packed size of one packed file, counted past its first megabyte. Default 200; XML of real workbooks reaches 30. */
  unpackRatio: number;
  /** Unpacked size of one stream of a PDF: a page's drawing or a font. Default 16 MB; a detailed map has 10. */
  streamBytes: number;
  /** Runs of text of one PDF page. Default 50 000; a dense page has 3000. */
  pieces: number;
  /** Files inside a docx or xlsx. Default 5000. */
  entries: number;
  /** Pages of a PDF, sheets of a workbook. Default 500: the longest reports have about 150. */
  pages: number;
  /** Lines of the document. Default 200 000. */
  lines: number;
  /** Letters of all its cells and lines; a cell counts 16 at least. Default 50 million: a long report has one million. */
  letters: number;
  /** Cells of a row. Default 500. */
  columns: number;
  /** Elements inside elements in HTML and XML. Default 256. */
  depth: number;
  /** Time for reading without OCR, in seconds. Default 20: the longest reports take 5. */
  seconds: number;
  /** Time for OCR of one page, in seconds. Default 120. */
  ocrSecondsPerPage: number;
}

export const DEFAULT_LIMITS: Limits = {
  bytes: 100_000_000,
  unpackedBytes: 200_000_000,
  unpackRatio: 200,
  streamBytes: 16_000_000,
  pieces: 50_000,
  entries: 5000,
  pages: 500,
  lines: 200_000,
  letters: 50_000_000,
  columns: 500,
  depth: 256,
  seconds: 20,
  ocrSecondsPerPage: 120,
};

export type Progress = (done: number, total: number, what: string) => void;

/** One reading of one file: what it may still cost, whether it is still wanted, and what it found out by the way. */
export class Budget {
  readonly notices: string[] = [];
  private readonly deadline: number;
  private pausedAt = performance.now();
  private letters = 0;

  constructor(
    readonly file: string,
    readonly limits: Limits,
    readonly signal: AbortSignal | undefined,
    readonly onProgress: Progress | undefined,
  ) {
    this.deadline = performance.now() + limits.seconds * 1000;
  }

  fail(code: UnreadableFile['code'], explanation: string, cause?: unknown): never {
    throw new UnreadableFile(code, this.file, explanation, { cause });
  }

  /**
   * To be called between pieces of work.
   * @throws the signal's reason when the work was cancelled
   * @throws {UnreadableFile} when the time is up
   */
  check(): void {
    this.signal?.throwIfAborted();
    if (performance.now() > this.deadline)
      this.fail(
        'too-slow',
        `odczyt trwał dłużej niż ${this.limits.seconds} s i został przerwany. Prosimy podzielić plik na mniejsze części.`,
      );
  }

  /**
   * Waits for what a library does, and no longer than there is time: a damaged file may leave it waiting for ever.
   * @throws {UnreadableFile} when the time is up
   */
  async within<T>(work: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const time = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => {
          try {
            this.check();
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        },
        this.deadline - performance.now() + 1,
      );
    });
    try {
      return await Promise.race([work, time]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Says how far the work is, and lets the program do something else (draw, take a cancel). */
  async step(done: number, total: number, what: string): Promise<void> {
    this.check();
    this.onProgress?.(done, total, what);
    if (performance.now() - this.pausedAt < PAUSE_EVERY_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.pausedAt = performance.now();
    this.check();
  }

  /** @throws {UnreadableFile} when a document has more lines or a row more cells than a report can have */
  checkContents(contents: readonly Content[]): void {
    const { lines } = this.limits;
    if (contents.length > lines)
      this.fail('too-large', `dokument ma ponad ${lines} wierszy; to nie jest sprawozdanie OZPS.`);
    this.checkColumns(contents.at(-1));
  }

  checkColumns(line: Content | undefined): void {
    const { columns } = this.limits;
    if ((line?.cells?.length ?? 0) > columns)
      this.fail('too-large', `tabela ma ponad ${columns} kolumn; to nie jest sprawozdanie OZPS.`);
  }

  /** Counts a cell or line that is kept: one text of a workbook may stand in each of its cells. */
  spend(letters: number): void {
    this.letters += Math.max(letters, CELL);
    if (this.letters > this.limits.letters)
      this.fail('too-large', 'dokument ma nienaturalnie dużo tekstu; to nie jest sprawozdanie OZPS.');
  }

  checkDepth(depth: number): void {
    if (depth > this.limits.depth)
      this.fail(
        'too-deep',
        `znaczniki są zagnieżdżone głębiej niż ${this.limits.depth} poziomów. Prosimy zapisać dokument ponownie w programie biurowym.`,
      );
  }

  notice(text: string): void {
    if (!this.notices.includes(text)) this.notices.push(text);
  }
}

const PAUSE_EVERY_MS = 50;
/** What a cell costs however short its text is, in letters. */
const CELL = 16;
