import type { Report, ReportDocument, Unclear } from '$lib/report';
import type { Dashboard } from './dashboard';
import type { Recognised } from './recognised';
import type { WorklistEntry } from './worklist';

/** What a reader chose instead of what the text says. */
export interface Chosen {
  teryt?: string;
  year?: number;
}

/** A report as it was read, with what a reader asks of it first. */
export interface Read {
  document: ReportDocument;
  report: Report;
  /** The report's gmina: its name, and `gmina miejska, powiat lubartowski, województwo lubelskie`. */
  gmina: { name: string; words: string };
  recognised: Recognised;
  worklist: WorklistEntry[];
}

/** What the page asks of the worker. `base` is the base path of the site. */
export type Task =
  /** Fetch the catalogue and the readers, so that reading needs no network afterwards. */
  | { kind: 'prepare'; base: string }
  | { kind: 'read'; base: string; name: string; bytes: Uint8Array; chosen: Chosen }
  /** Once more from the lines that were read, with another gmina or year. */
  | { kind: 'reread'; base: string; document: ReportDocument; chosen: Chosen };

/** What the worker says; one task ends with `dashboard`, `unclear` or `failed`. */
export type Answer =
  | { kind: 'prepared' }
  /** `silence`: how many seconds the worker may say nothing after this before it is ended; `null` where it waits for the network. */
  | { kind: 'progress'; done: number; total: number; what: string; silence: number | null }
  /** The text does not say whose report it is, or of what year. */
  | { kind: 'unclear'; document: ReportDocument; unclear: Exclude<Unclear, 'type'> }
  | { kind: 'read'; read: Read }
  /** `null` for a report without anything to draw. */
  | { kind: 'dashboard'; dashboard: Dashboard | null }
  /** In Polish, for the reader. */
  | { kind: 'failed'; message: string };
