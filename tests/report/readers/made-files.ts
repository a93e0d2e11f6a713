import { Uint8ArrayWriter, ZipWriter, TextReader } from '@zip.js/zip.js';

/** Writes small files of every format, for tests only: a line of prose and a table, made up. */

export const TITLE = 'Ocena zasobów pomocy społecznej – zażółć gęślą jaźń';
export const TABLE = [
  ['WYSZCZEGÓLNIENIE', 'Wiersz', 'Rok 2018', 'Rok oceny 2019', 'Prognoza 2020'],
  ['Liczba osób, którym przyznano świadczenie', '2', '1 369', '1 277', '1 300'],
  ['Kwota świadczeń w złotych', '3', '1 631 346,11', 'X', ''],
  ['Liczba żłobków', '4', '0', '12', '3,29%'],
];

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export async function zipOf(files: Readonly<Record<string, string>>, password?: string): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    ...(password ? { password } : {}),
  });
  for (const [name, content] of Object.entries(files)) await writer.add(name, new TextReader(content));
  return await writer.close();
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const htmlTable = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n')}</table>`;

/** @param head goes into the page's head */
export const html = (body: string, head = '<meta charset="utf-8">'): string =>
  `<!DOCTYPE html><html lang="pl"><head>${head}<title>Tytuł karty</title></head><body>${body}</body></html>`;

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
/** @param properties e.g. `<w:gridSpan w:val="2"/>` */
export const wordCell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
export const wordTable = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => wordCell(cell)).join('')}</w:tr>`).join('')}</w:tbl>`;

/** @param more files beside the document */
export const docx = (body: string, more: Readonly<Record<string, string>> = {}): Promise<Uint8Array> =>
  zipOf({
    '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    ...more,
  });

const columnName = (at: number): string => String.fromCharCode(65 + at);
export const textCell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
/** Rows of text; an empty one is not written, as workbooks do. */
export const textRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row, y) => {
      const cells = row
        .map((cell, x) => (cell === '' ? '' : textCell(`${columnName(x)}${y + 1}`, cell)))
        .join('');
      return cells === '' ? '' : `<row r="${y + 1}">${cells}</row>`;
    })
    .join('');

export interface MadeSheet {
  name: string;
  rows: string;
  state?: 'hidden';
  columns?: string;
}

export const xlsx = (
  sheets: readonly MadeSheet[],
  more: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> =>
  zipOf({
    '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="r"><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships>${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="http://x/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(({ rows, columns = '' }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<?xml version="1.0"?><worksheet>${columns}<sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  });
