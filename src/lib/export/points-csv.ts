import Papa from 'papaparse';
import { guardedText } from './guarded-text';
import { columnsOf } from './point-columns';
import type { PointRow } from './point-rows';

/** Points as CSV for programs: comma, decimal point, names of columns as in `datapackage.json`. */
export function pointsCsv(rows: readonly PointRow[]): string {
  const head = columnsOf(rows).map(({ name }) => name);
  return `${Papa.unparse([head, ...cells(rows, String)], { newline: '\n' })}\n`;
}

/** Points as CSV that a Polish Excel opens by a double click: semicolon, decimal comma, byte order mark, titles of columns. */
export function pointsCsvForExcel(rows: readonly PointRow[]): string {
  const head = columnsOf(rows).map(({ title }) => title);
  const number = (value: number) => String(value).replace('.', ',');
  return `\ufeff${Papa.unparse([head, ...cells(rows, number)], { delimiter: ';', newline: '\r\n' })}\r\n`;
}

/** Numbers stay numbers, below zero too; only texts are guarded. */
const cells = (
  rows: readonly PointRow[],
  number: (value: number) => string,
  columns = columnsOf(rows),
): string[][] =>
  rows.map((row) =>
    columns.map(({ name }) => {
      const value = row[name];
      if (value === null) return '';
      return typeof value === 'number' ? number(value) : guardedText(value);
    }),
  );
