import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type Content, type Line, numbered, type Reading } from './document';
import type { Budget } from './limits';
import { type OcrEngine, ocrPages } from './ocr';
import { pageContents, scannedContents } from './pdf-lines';
import { readPdfPage } from './pdf-page';
import { openPdf } from './pdf-open';

/** A page with fewer letters and digits may be a picture with a stamp or a page number on it. */
const SPARSE = 100;

/**
 * Lines of a PDF: text by its place on the page. Pages that are pictures go to OCR.
 * @throws {UnreadableFile} damaged, encrypted, too many pages, or nothing but pictures where there is no OCR
 */
export async function readPdf(
  bytes: Uint8Array,
  budget: Budget,
  ocr: OcrEngine | undefined,
): Promise<{ lines: Line[]; reading: Reading }> {
  const pdf = await openPdf(bytes, budget);
  try {
    return await readPages(pdf, bytes, budget, ocr);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readPages(
  pdf: PDFDocumentProxy,
  bytes: Uint8Array,
  budget: Budget,
  ocr: OcrEngine | undefined,
): Promise<{ lines: Line[]; reading: Reading }> {
  const pages: Content[][] = [];
  const letters: number[] = [];
  let scanned = false;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await readPdfPage(pdf, number, budget);
    const text = page.pieces.map((piece) => piece.text).join('');
    letters.push(text.match(/[\p{L}\d]/gu)?.length ?? 0);
    // Text laid unseen over a picture was read by OCR: its columns are not to be trusted.
    const contents = page.unseenText ? scannedContents(page, number) : pageContents(page, number);
    pages.push(contents);
    scanned ||= page.unseenText;
    budget.checkContents(contents);
    await budget.step(number, pdf.numPages, 'strony');
  }
  const pictures = pagesWithoutText(letters);
  if (pictures.length > 0) {
    if (ocr) {
      for (const [number, lines] of await ocrPages(ocr, bytes, 'pdf', pictures, budget))
        pages[number - 1] = lines;
      scanned = true;
    } else if (pictures.length === pdf.numPages)
      budget.fail(
        'no-text-layer',
        `plik jest skanem: strony 1–${pdf.numPages} są obrazami bez warstwy tekstowej. Potrzebne jest rozpoznawanie pisma (OCR).`,
      );
    else
      budget.notice(
        `Pominięto strony bez warstwy tekstowej: ${pictures.join(', ')}. Do ich odczytu potrzebne jest rozpoznawanie pisma (OCR).`,
      );
  }
  if (scanned)
    budget.notice(
      'Tekst (lub jego część) pochodzi z rozpoznawania pisma (OCR): cyfry mogą być odczytane błędnie.',
    );
  const contents = pages.flat();
  budget.checkContents(contents);
  return { lines: numbered(contents), reading: scanned ? 'skan' : 'tekst' };
}

/** Pages with no text at all; where most pages have next to none (stamps on a scan), those too. */
function pagesWithoutText(letters: readonly number[]): number[] {
  const sparse = letters.filter((count) => count < SPARSE).length;
  const most = sparse * 2 > letters.length && letters.includes(0) ? SPARSE : 1;
  return letters.flatMap((count, at) => (count < most ? [at + 1] : []));
}
