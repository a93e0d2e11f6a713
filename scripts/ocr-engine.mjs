// Puts the files of OCR in the browser under static/ocr: Tesseract, its Polish data, and the picture decoders of PDF.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

const FILES = [
  'tesseract.js/dist/worker.min.js',
  'tesseract.js-core/tesseract-core-simd-lstm.wasm.js',
  '@tesseract.js-data/pol/4.0.0_best_int/pol.traineddata.gz',
  'pdfjs-dist/wasm/jbig2.wasm',
  'pdfjs-dist/wasm/openjpeg.wasm',
];

/** @param {string} out emptied first */
export function layOutOcr(out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const file of FILES) copyFileSync(join('node_modules', file), join(out, basename(file)));
}
