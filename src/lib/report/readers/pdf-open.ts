import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Budget } from './limits';
import { checkStreams } from './pdf-streams';

const DAMAGED = 'plik PDF jest uszkodzony lub niekompletny. Prosimy pobrać go ponownie.';
/** Where the end mark of a whole file stands; some programs add a few bytes behind it. */
const TAIL = 8192;

/** pdf.js with its worker in this very thread: reading as a whole runs in a thread of its own. */
export async function pdfjs() {
  const { WorkerMessageHandler } = await loadWorker();
  Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });
  return await import('pdfjs-dist/legacy/build/pdf.min.mjs');
}

/** Where there is no window, the worker takes over the messages of the thread it is loaded in: so there is one meanwhile. */
async function loadWorker() {
  const inWorker = !('window' in globalThis) && 'WorkerGlobalScope' in globalThis;
  if (inWorker) Object.defineProperty(globalThis, 'window', { value: globalThis, configurable: true });
  try {
    return await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  } finally {
    if (inWorker) Reflect.deleteProperty(globalThis, 'window');
  }
}

/**
 * Opens a PDF for its text: no picture is decoded, no script, font or form of it is run.
 * @throws {UnreadableFile} damaged or cut short, encrypted, or with more pages than the limits
 */
export async function openPdf(bytes: Uint8Array, budget: Budget): Promise<PDFDocumentProxy> {
  if (!new TextDecoder('latin1').decode(bytes.subarray(-TAIL)).includes('%%EOF'))
    budget.fail('damaged', DAMAGED);
  await checkStreams(bytes, budget);
  const { getDocument, VerbosityLevel } = await pdfjs();
  let pdf: PDFDocumentProxy;
  try {
    const { promise } = getDocument({
      // The library takes the bytes away from whoever hands them over.
      data: Uint8Array.from(bytes),
      maxImageSize: 1,
      disableFontFace: true,
      useSystemFonts: false,
      isEvalSupported: false,
      useWorkerFetch: false,
      useWasm: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      verbosity: VerbosityLevel.ERRORS,
    });
    pdf = await budget.within(promise);
  } catch (error) {
    budget.check();
    if (error instanceof Error && error.name === 'PasswordException')
      budget.fail(
        'encrypted',
        'plik PDF jest zaszyfrowany hasłem. Prosimy zapisać go bez hasła i wczytać ponownie.',
        error,
      );
    budget.fail('damaged', DAMAGED, error);
  }
  if (pdf.numPages > budget.limits.pages) {
    const { numPages } = pdf;
    await pdf.loadingTask.destroy();
    budget.fail(
      'too-large',
      `plik ma ${numPages} stron, a odczytać można najwyżej ${budget.limits.pages}. Prosimy wydzielić z niego samo sprawozdanie.`,
    );
  }
  return pdf;
}
