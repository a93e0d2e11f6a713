/** A line of a report: `cells` where the format keeps columns apart, otherwise `null`. */
export interface Line {
  /** 1-based. Text formats: as a text editor counts; others: in reading order. */
  number: number;
  /** Page of a PDF, of paged text or of a Word file that remembers its pages; sheet of a workbook; else `null`. */
  page: number | null;
  text: string;
  cells: string[] | null;
}

/** `tekst`: letters as typed; `skan`: letters read by OCR, so that a digit may be another one. */
export type Reading = 'tekst' | 'skan';

/** What the bytes are, whatever the name of the file says. */
export type DocumentFormat = 'txt' | 'md' | 'html' | 'docx' | 'xlsx' | 'csv' | 'pdf' | 'image';

export interface ReportDocument {
  name: string;
  format: DocumentFormat;
  lines: Line[];
  reading: Reading;
  /** What a reader should know of how the file was read, in Polish: macros passed over, a misleading extension … */
  notices: string[];
}

/** A line before it has its number. */
export type Content = Omit<Line, 'number'>;

/** A line of prose. */
export const prose = (text: string, page: number | null = null): Content => ({
  text: text.replace(/\s+/gu, ' ').trim(),
  page,
  cells: null,
});

/**
 * A row of a table. Spaces inside a cell become single ones; a row with one cell filled at most, its first, is prose:
 * a title or a note across the table.
 */
export function tableRow(row: readonly string[], page: number | null = null): Content {
  const cells = row.map((cell) => cell.replace(/\s+/gu, ' ').trim());
  const text = cells.join(' ').trim();
  const isTitle = cells.slice(1).every((cell) => cell === '');
  return { text, page, cells: isTitle ? null : cells };
}

export const numbered = (contents: readonly Content[]): Line[] =>
  contents.map((content, at) => ({ number: at + 1, ...content }));
