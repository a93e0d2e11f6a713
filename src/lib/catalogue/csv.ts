import Papa from 'papaparse';
import type { z } from 'zod';
import type { Problem } from './problems';

/** A parsed row with the line it begins on. */
export interface Located<T> {
  value: T;
  line: number;
}

/**
 * Rows of a CSV file with a header, each checked against `schema` (which receives strings).
 * The columns must be exactly `columns`, in this order: a diff of a data file stays readable.
 * Rows that do not fit are left out and reported in `problems`.
 */
export function readCsv<S extends z.ZodType>(
  file: string,
  text: string,
  columns: readonly string[],
  schema: S,
  problems: Problem[],
): Located<z.output<S>>[] {
  const parsed = Papa.parse<string[]>(text, { header: false, delimiter: ',', newline: '\n' });
  for (const error of parsed.errors)
    problems.push({ file, line: (error.row ?? 0) + 1, message: `${error.message} (${error.code})` });
  const rows: Located<z.output<S>>[] = [];
  let line = 1;
  for (const [index, cells] of parsed.data.entries()) {
    const start = line;
    // A quoted cell may hold line breaks: the next row begins that much later.
    line += 1 + cells.reduce((n, cell) => n + (cell.match(/\n/g)?.length ?? 0), 0);
    if (index === 0) {
      if (cells.join(',') !== columns.join(',')) {
        problems.push({
          file,
          line: 1,
          message: `columns are "${cells.join(',')}", expected "${columns.join(',')}"`,
        });
        return [];
      }
      continue;
    }
    if (cells.length === 1 && cells[0] === '') continue;
    if (cells.length !== columns.length) {
      problems.push({ file, line: start, message: `${cells.length} cells, expected ${columns.length}` });
      continue;
    }
    const result = schema.safeParse(Object.fromEntries(columns.map((column, i) => [column, cells[i]])));
    if (result.success) rows.push({ value: result.data, line: start });
    else
      for (const issue of result.error.issues)
        problems.push({ file, line: start, message: `${issue.path.join('.') || 'row'}: ${issue.message}` });
  }
  return rows;
}

/** CSV text with a header, Unix line ends and a final newline: the same rows always give the same bytes. */
export function writeCsv(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return Papa.unparse([[...columns], ...rows.map((row) => [...row])], { newline: '\n' }) + '\n';
}
