import { describe, expect, it } from 'vitest';
import { readDocument, readReport } from '../../../src/lib/report';
import { reportCatalogue } from '../reading';
import { consistentValues, writeReport } from '../writer';
import { bytesOf, docx, html, htmlTable, paragraph, textRows, wordTable, xlsx } from './made-files';

/** Lines with tabs that follow each other are one table. */
function partsOf(text: string): (string | string[][])[] {
  const parts: (string | string[][])[] = [];
  for (const line of text.split('\n')) {
    const last = parts.at(-1);
    if (!line.includes('\t')) parts.push(line);
    else if (Array.isArray(last)) last.push(line.split('\t'));
    else parts.push([line.split('\t')]);
  }
  return parts;
}

describe('a whole report', () => {
  it('gives the same numbers from every format', async () => {
    const catalogue = await reportCatalogue();
    const rows = catalogue.formRows.filter((row) => row.edition === '2019');
    const text = writeReport(
      { gmina: 'Kurów', powiat: 'puławskim', year: 2019, rows, values: consistentValues(rows, 7) },
      { between: '\t' },
    );
    const parts = partsOf(text);
    const body = (prose: (line: string) => string, table: (rows: string[][]) => string) =>
      parts.map((part) => (typeof part === 'string' ? prose(part) : table(part))).join('\n');
    const files = {
      'a.html': bytesOf(html(body((line) => `<p>${line}</p>`, htmlTable))),
      'a.docx': await docx(body(paragraph, wordTable)),
      'a.xlsx': await xlsx([
        {
          name: 'OZPS',
          rows: textRows(parts.flatMap((part) => (typeof part === 'string' ? [[part]] : [...part, []]))),
        },
      ]),
      'a.csv': bytesOf(
        body(
          (line) => (line === '' ? '' : `"${line}"`),
          (cells) => cells.map((row) => row.join(';')).join('\n'),
        ),
      ),
    };
    const numbers = async (bytes: Uint8Array, name: string) =>
      readReport(await readDocument(bytes, name), catalogue).observations.map(
        ({ indicator, year, section, row, column, value, missing, confidence }) =>
          ({ indicator, year, section, row, column, value, missing, confidence }),
      ); // prettier-ignore
    const expected = await numbers(bytesOf(text), 'a.txt');
    expect(expected.length).toBeGreaterThan(600);
    for (const [name, bytes] of Object.entries(files))
      expect([name, await numbers(bytes, name)]).toEqual([name, expected]);
  });
});
