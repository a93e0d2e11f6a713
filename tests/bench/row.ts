import { cpus, totalmem } from 'node:os';
import * as d3 from 'd3';

/** A line of the table that `npm run bench` prints. */
export interface BenchRow {
  what: string;
  goal: string;
  measured: string;
  /** To the baselines, where there is one to compare with. */
  ratio?: string;
  /** Whether the goal is met; null where the row only tells. */
  ok: boolean | null;
}

const SIGNS = { true: 'yes', false: 'NO', null: '–' } as const;

export function printRows(rows: readonly BenchRow[]): void {
  const head = ['what', 'goal', 'measured', 'ratio', 'met'];
  const cells = rows.map((row) => [row.what, row.goal, row.measured, row.ratio ?? '', SIGNS[`${row.ok}`]]);
  const widths = head.map((title, at) =>
    Math.max(title.length, ...cells.map((line) => line[at]?.length ?? 0)),
  );
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  console.log(line(head));
  console.log(line(widths.map((width) => '-'.repeat(width))));
  for (const texts of cells) console.log(line(texts));
}

/** What the figures were measured on. */
export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
}

/** NaN where there is nothing to measure. */
export const median = (values: readonly number[]): number => d3.median(values) ?? NaN;

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const kB = (value: number): string => `${(value / 1000).toFixed(1)} kB`;
