import type { ReportDocument, Unclear } from '$lib/report';
import type { Dashboard } from './dashboard';
import type { Answer, Chosen, Read } from './protocol';

/** How far the reading of a file is. `unclear`: read, but the text does not say whose report it is. */
export type Status = 'waiting' | 'reading' | 'read' | 'unclear' | 'failed' | 'cancelled';

export interface Progress {
  done: number;
  /** 0 where the end is not known. */
  total: number;
  what: string;
}

/** Whose report it is, and of what year. */
export interface Subject {
  teryt: string;
  year: number;
  /** Name of the gmina. */
  name: string;
}

/** Time from the start of reading to the result, for measuring. */
const READ_MARK = 'report-read';

/** A file that a reader dropped, and what became of it. It lives in this page only. */
export class DroppedFile {
  status = $state<Status>('waiting');
  progress = $state.raw<Progress | null>(null);
  /** What a reader chose instead of what the text says. */
  chosen = $state.raw<Chosen>({});
  /** The lines of the file, once they are read. */
  document: ReportDocument | null = null;
  read = $state.raw<Read | null>(null);
  /** `undefined` while it is being made, `null` where there is nothing to draw. */
  dashboard = $state.raw<Dashboard | null | undefined>(undefined);
  /** What the text itself says. */
  found = $state.raw<Subject | null>(null);
  unclear = $state<Exclude<Unclear, 'type'> | null>(null);
  /** Why it was not read, in Polish. */
  message = $state('');
  #startedAt = 0;

  constructor(
    readonly id: number,
    readonly name: string,
    readonly bytes: Uint8Array,
    chosen: Chosen = {},
  ) {
    this.chosen = chosen;
  }

  begin(): void {
    this.#startedAt = performance.now();
    this.status = 'reading';
    this.progress = null;
    this.message = '';
  }

  /** Takes in what the worker says. @returns whether the task is done */
  take(answer: Exclude<Answer, { kind: 'prepared' }>): boolean {
    switch (answer.kind) {
      case 'progress':
        this.progress = { done: answer.done, total: answer.total, what: answer.what };
        return false;
      case 'unclear':
        this.document = answer.document;
        this.unclear = answer.unclear;
        this.status = 'unclear';
        return true;
      case 'read': {
        const { teryt, year } = answer.read.report;
        if (this.chosen.teryt === undefined && this.chosen.year === undefined)
          this.found = { teryt, year, name: answer.read.gmina.name };
        this.document = answer.read.document;
        this.read = answer.read;
        this.dashboard = undefined;
        this.unclear = null;
        this.status = 'read';
        performance.measure(READ_MARK, { start: this.#startedAt });
        return false;
      }
      case 'dashboard':
        this.dashboard = answer.dashboard;
        return true;
      case 'failed':
        this.fail(answer.message);
        return true;
    }
  }

  fail(message: string): void {
    // A report that is read stays read where only its charts failed.
    if (this.status === 'read') this.dashboard = null;
    else this.status = 'failed';
    this.message = message;
  }
}
