import { readCatalogue } from '../../scripts/read-data';
import { docx, paragraph, wordTable } from '../report/readers/made-files';
import { makeReport } from '../report/writer';
import type { Block } from '../report/writer/blocks';
import { lines } from '../report/writer/formats';

/** A file as the browser's file chooser takes it. */
export interface MadeFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export { TERYT } from '../report/writer';
const YEAR = 2019;

/** One wrong cell: benefits paid in the budget of the centre (7/20); 3.1/2 says the same amount. */
const broken = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => {
    if (block.kind !== 'table' || !block.rows.some(([label]) => label?.startsWith('85216'))) return block;
    return { ...block, rows: block.rows.map((row) => (row[1] === '20' ? row.with(-2, wrong(row.at(-2) ?? '')) : row)) };
  }); // prettier-ignore

const wrong = (printed: string): string => `${printed.slice(0, -1)}${printed.endsWith('9') ? '8' : '9'}`;

/** A made-up report of Kurów for 2019 with one wrong cell; `clear: false` where the text does not name the gmina. */
async function text({ clear = true } = {}): Promise<string> {
  const { formRows } = await readCatalogue('data');
  const rows = formRows.filter((row) => row.edition === String(YEAR));
  const written = lines(broken(makeReport({ seed: 3, year: YEAR, rows }).blocks), '\t');
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
