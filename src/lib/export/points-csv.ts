import Papa from 'papaparse';
import { guardedText } from './guarded-text';
import { POINT_COLUMNS } from './point-columns';
import type { PointRow } from './point-rows';

/** Points as CSV for programs: comma, decimal point, names of columns as in `datapackage.json`. */
export function pointsCsv(rows: readonly PointRow[]): string {
  const head = POINT_COLUMNS.map(({ name }) => name);
  return `${Papa.unparse([head, ...cells(rows, String)], { newline: '\n' })}\n`;
}

/** Points as CSV that a Polish Excel opens by a double click: semicolon, decimal comma, byte order mark, titles of columns. */
export function pointsCsvForExcel(rows: readonly PointRow[]): string {
  const head = POINT_COLUMNS.map(({ title }) => title);
  const number = (value: number) => String(value).replace('.', ',');
  return `\ufeff${Papa.unparse([head, ...cells(rows, number)], { delimiter: ';', newline: '\r\n' })}\r\n`;
}

/** Numbers stay numbers, below zero too; only texts are guarded. */
const cells = (rows: readonly PointRow[], number: (value: number) => string): string[][] =>
  rows.map((row) =>
    POINT_COLUMNS.map(({ name }) => {
      const value = row[name];
      if (value === null) return '';
      return typeof value === 'number' ? number(value) : guardedText(value);
    }),
  );
