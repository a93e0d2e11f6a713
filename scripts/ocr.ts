import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type OcrEngine, OcrUnavailable } from '../src/lib/report';

const run = promisify(execFile);
/** Dots an inch: what Tesseract was trained for. */
const RESOLUTION = '300';
/** A page larger than this many dots a side is drawn smaller: a poster in a PDF is no report. */
const LARGEST = '6000';
const MOST_OUTPUT = 50_000_000;

/** OCR by the programs `tesseract` and `pdftoppm`, one page at a time. The file lies in a temporary folder meanwhile. */
export const programOcr: OcrEngine = {
  async open(bytes, format, signal) {
    await needLanguage(signal);
    const folder = await mkdtemp(join(tmpdir(), 'gminoskop-ocr-'));
    const file = join(folder, 'report');
    await writeFile(file, bytes);
    return {
      async read(page, pageSignal) {
        const picture = format === 'image' ? file : await draw(file, page, folder, pageSignal);
        // 6: one block of text, so that a row of a table stays one line.
        await program(
          'tesseract',
          [picture, join(folder, 'text'), '-l', 'pol', '--psm', '6', '--dpi', RESOLUTION],
          pageSignal,
        );
        return await readFile(join(folder, 'text.txt'), 'utf8');
      },
      close: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

async function draw(file: string, page: number, folder: string, signal: AbortSignal): Promise<string> {
  const out = join(folder, 'page');
  const which = ['-f', String(page), '-l', String(page), '-singlefile'];
  const { stdout } = await program('pdfinfo', ['-f', String(page), '-l', String(page), file], signal);
  const size = /size:\s+([\d.]+) x ([\d.]+)/.exec(stdout);
  const longest = Math.max(Number(size?.[1] ?? 0), Number(size?.[2] ?? 0));
  const scale =
    (longest / 72) * Number(RESOLUTION) > Number(LARGEST) ? ['-scale-to', LARGEST] : ['-r', RESOLUTION];
  await program('pdftoppm', ['-gray', '-png', ...which, ...scale, file, out], signal);
  return `${out}.png`;
}

async function needLanguage(signal: AbortSignal | undefined): Promise<void> {
  const { stdout } = await program('tesseract', ['--list-langs'], signal);
  if (!/^pol$/m.test(stdout)) throw missing('dane języka polskiego programu Tesseract', 'tesseract-ocr-pol');
}

const PACKAGES: Readonly<Record<string, string>> = {
  tesseract: 'tesseract-ocr tesseract-ocr-pol',
  pdftoppm: 'poppler-utils',
  pdfinfo: 'poppler-utils',
};

const missing = (what: string, packages: string): OcrUnavailable =>
  new OcrUnavailable(
    `do odczytu skanu brakuje: ${what}. Instalacja w systemie Debian: apt-get install ${packages}`,
  );

async function program(name: string, args: string[], signal: AbortSignal | undefined) {
  try {
    // One thread: more of them make Tesseract slower, and a program has other things to do.
    const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
    return await run(name, args, { maxBuffer: MOST_OUTPUT, env, ...(signal ? { signal } : {}) });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw missing(`program ${name}`, PACKAGES[name] ?? name);
    throw error;
  }
}
