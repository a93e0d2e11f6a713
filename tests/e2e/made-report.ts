import { readCatalogue } from '../../scripts/read-data';
import { docx, paragraph, wordTable } from '../report/readers/made-files';
import { at, consistentValues, writeReport } from '../report/writer';

/** A file as the browser's file chooser takes it. */
export interface MadeFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Kurów, powiat puławski. */
export const TERYT = '061406';
const YEAR = 2019;
/** The cell that is made wrong: benefits paid in the budget of the centre; 3.1/2 says the same amount. */
const BROKEN = at('7', 20, 'assess');

/** A made-up report of Kurów for 2019 with one wrong cell; `clear: false` where the text does not name the gmina. */
async function text({ clear = true } = {}): Promise<string> {
  const { formRows } = await readCatalogue('data');
  const rows = formRows.filter((row) => row.edition === String(YEAR));
  const written = writeReport(
    { gmina: 'Kurów', powiat: 'puławskim', year: YEAR, rows, values: consistentValues(rows, 3) },
    { between: '\t', damage: (printed, place) => (place === BROKEN ? `${printed.slice(0, -1)}9` : printed) },
  );
  const hostile = '<img src=x onerror="document.title=\'podmieniony\'"> tylko tekst';
  return `${clear ? written : written.replaceAll('Kurów', 'nasza').replaceAll('puławskim', 'naszym')}\n${hostile}\n`;
}

export async function txtReport(options?: { clear?: boolean }): Promise<MadeFile> {
  return {
    name: options?.clear === false ? 'bez-nazwy.txt' : 'kurow.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(await text(options)),
  };
}

export async function docxReport(): Promise<MadeFile> {
  const body: string[] = [];
  let table: string[][] = [];
  for (const line of [...(await text()).split('\n'), '']) {
    if (line.includes('\t')) {
      table.push(line.split('\t'));
      continue;
    }
    if (table.length > 0) body.push(wordTable(table));
    table = [];
    body.push(paragraph(line));
  }
  return {
    name: 'kurow.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(await docx(body.join(''))),
  };
}

export const badFile = (): MadeFile => ({
  name: 'zepsuty.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\nto nie jest koniec'),
});
