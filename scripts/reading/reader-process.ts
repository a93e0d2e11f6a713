import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ReportOptions } from '../../src/lib/report';
import type { Job, Word } from './protocol';
import type { ReadFile, ReadProgress } from './read-one';

/** What one file may cost. OCR runs in programs of its own, a page at a time, and is not counted. */
export interface ReadingLimits {
  /** Processor time, in seconds. Default 16: a report of 150 pages takes 5. */
  seconds: number;
  /** Memory of the whole process. Default 900 MB; it takes 350 with everything loaded. */
  bytes: number;
}

const LIMITS: ReadingLimits = { seconds: 16, bytes: 900_000_000 };
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

/**
 * Reads reports in a process that is ended on time and memory: a library cannot be stopped from inside, and a file may be
 * made to hold it for ever. The next file gets a new one.
 */
export class ReaderProcess {
  private child: ChildProcess | null = null;
  private why = '';

  /** @param data data folder with the catalogue */
  constructor(
    private readonly data: string,
    private readonly limits: ReadingLimits = LIMITS,
  ) {}

  /** Reads one file. @throws Error when the catalogue of the data folder cannot be read */
  async read(file: string, options: ReportOptions, onProgress: ReadProgress): Promise<ReadFile> {
    const child = (this.child ??= this.start());
    try {
      return await new Promise<ReadFile>((resolve, reject) => {
        child.on('message', (word: Word) => {
          if (word.kind === 'progress') onProgress(word.done, word.total, word.what);
          else if (word.kind === 'read') resolve(word.result);
          else reject(new Error(word.message));
        });
        child.once('error', reject);
        // `close`, not `exit`: by then it is known why.
        child.once('close', () => {
          this.child = null;
          resolve({ file, error: `${basename(file)}: ${this.reason()}`, recognised: true });
        });
        child.send({ file, options } satisfies Job);
      });
    } finally {
      child.removeAllListeners();
    }
  }

  /** To be called whatever happened, or the process of the command does not end. */
  end(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private start(): ChildProcess {
    this.why = '';
    const child = fork(CHILD, [JSON.stringify({ data: this.data, ...this.limits })], {
      execArgv: ['--import', TSX],
      serialization: 'advanced',
      // What a library prints is no part of the command's output; 4 says why the process was ended.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc', 'pipe'],
    });
    (child.stdio[4] as Readable).on('data', (piece: Buffer) => (this.why += piece.toString()));
    return child;
  }

  private reason(): string {
    const { seconds, bytes } = this.limits;
    if (this.why === 'time')
      return `odczyt zajął ponad ${seconds} s pracy procesora i został przerwany. Prosimy podzielić plik na mniejsze części.`;
    if (this.why === 'memory')
      return `odczyt zajął ponad ${Math.round(bytes / 1e6)} MB pamięci i został przerwany. Prosimy podzielić plik na mniejsze części.`;
    return 'odczyt przerwano, bo program czytający plik przestał działać. Prosimy zapisać dokument ponownie w programie, w którym powstał.';
  }
}
