import { pdfjs } from './pdf-open';

/** Dots an inch: what Tesseract was trained for. */
const RESOLUTION = 300;
/** Pixels of a page's longer side at most: a poster in a PDF is no report. */
const LARGEST = 6000;
/** Pixels of a picture inside a PDF at most: A3 at 600 dots an inch. */
const LARGEST_PICTURE = 70_000_000;

export interface Pictures {
  /** @param page 1-based */
  draw(page: number): Promise<Blob>;
  close(): Promise<void>;
}

interface Drawing {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** pdf.js asks for canvases of a document; in a worker there is none. */
class OffscreenCanvasFactory {
  create(width: number, height: number): Drawing {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }
  reset(drawing: Drawing, width: number, height: number): void {
    if (drawing.canvas) Object.assign(drawing.canvas, { width, height });
  }
  destroy(drawing: Drawing): void {
    this.reset(drawing, 0, 0);
    Object.assign(drawing, { canvas: null, context: null });
  }
}

/** Colour filters need a document too; scans have none. */
class NoFilterFactory {
  addFilter = () => 'none';
  addHCMFilter = () => 'none';
  addAlphaFilter = () => 'none';
  addLuminosityFilter = () => 'none';
  addHighlightHCMFilter = () => 'none';
  destroy = () => undefined;
}

/**
 * The pages of a PDF as pictures, drawn in the browser.
 * @param decoders address of the folder with pdf.js's picture decoders, with a slash at its end
 */
export async function openPictures(bytes: Uint8Array, decoders: string): Promise<Pictures> {
  const { getDocument, VerbosityLevel } = await pdfjs();
  const pdf = await getDocument({
    data: Uint8Array.from(bytes),
    maxImageSize: LARGEST_PICTURE,
    wasmUrl: decoders,
    useWorkerFetch: true,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    CanvasFactory: OffscreenCanvasFactory,
    FilterFactory: NoFilterFactory,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  return {
    async draw(number) {
      const page = await pdf.getPage(number);
      const natural = page.getViewport({ scale: 1 });
      const scale = Math.min(RESOLUTION / 72, LARGEST / Math.max(natural.width, natural.height));
      const viewport = page.getViewport({ scale });
      const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
      const canvasContext = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
      await page.render({ canvas: null, canvasContext, viewport, background: 'white' }).promise;
      page.cleanup();
      return await canvas.convertToBlob({ type: 'image/png' });
    },
    close: () => pdf.loadingTask.destroy(),
  };
}
