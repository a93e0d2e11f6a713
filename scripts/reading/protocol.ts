import type { ReportOptions } from '../../src/lib/report';
import type { ReadFile } from './read-one';

/** What the command asks of the process that reads. */
export interface Job {
  file: string;
  options: ReportOptions;
}

/** What it says; one job ends with `read` or `broken`. */
export type Word =
  | { kind: 'progress'; done: number; total: number; what: string }
  | { kind: 'read'; result: ReadFile }
  /** The catalogue cannot be read, or the program has a fault. */
  | { kind: 'broken'; message: string };
