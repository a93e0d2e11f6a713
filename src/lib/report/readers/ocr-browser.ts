import type { Worker } from 'tesseract.js';
import { type OcrEngine, OcrUnavailable } from './ocr';
import { openPictures } from './pdf-pictures';

/** Folder of the engine's files below the base path (see `scripts/ocr-engine.mjs`). */
const FOLDER = 'ocr';
const UNAVAILABLE =
  'nie udało się wczytać programu do rozpoznawania pisma (OCR). Prosimy odświeżyć stronę i spróbować ponownie.';

/**
 * OCR in the browser, from the site's own files; 4.3 MB compressed are fetched when the first scan is opened. Works in a page and in
 * a worker. Nothing is stored and nothing leaves the machine.
 * @param base base path of the site, without a slash at its end
 */
export function browserOcr(base: string): OcrEngine {
  const folder = new URL(`${base}/${FOLDER}`, globalThis.location.href).href;
  return {
    async open(bytes, format) {
      const worker = await startWorker(folder);
      // Opened here, so that a file that cannot be opened leaves no worker behind.
      const pictures =
        format === 'pdf'
          ? await openPictures(bytes, `${folder}/`).catch(async (error: unknown) => {
              await worker.terminate();
              throw error;
            })
          : null;
      return {
        async read(page, signal) {
          const picture = pictures ? await pictures.draw(page) : new Blob([Uint8Array.from(bytes)]);
          signal.throwIfAborted();
          return await untilAborted(recognise(worker, picture), signal);
        },
        async close() {
          await Promise.all([worker.terminate(), pictures?.close()]);
        },
      };
    },
  };
}

async function startWorker(folder: string): Promise<Worker> {
  try {
    const { default: Tesseract } = await import('tesseract.js');
    // Where a file is missing, the library calls the handler and its promise stays open for ever.
    const worker = await new Promise<Worker>((resolve, reject) => {
      const options = {
        workerPath: `${folder}/worker.min.js`,
        corePath: `${folder}/tesseract-core-simd-lstm.wasm.js`,
        langPath: folder,
        workerBlobURL: false,
        cacheMethod: 'none',
        errorHandler: reject,
      };
      Tesseract.createWorker('pol', Tesseract.OEM.LSTM_ONLY, options).then(resolve, reject);
    });
    // One block of text, so that a row of a table stays one line.
    await worker.setParameters({
      tessedit_pageseg_mode: Tesseract.PSM.SINGLE_BLOCK,
      user_defined_dpi: '300',
    });
    return worker;
  } catch (error) {
    throw new OcrUnavailable(UNAVAILABLE, { cause: error });
  }
}

async function recognise(worker: Worker, picture: Blob): Promise<string> {
  const { data } = await worker.recognize(picture);
  return data.text;
}

/** The work itself cannot be stopped: whoever cancelled it closes the file, and with it the worker. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
