import Papa from 'papaparse';
import { docx, escaped, html, htmlTable, paragraph, textCell, wordTable, xlsx } from '../readers/made-files';
import type { Block } from './blocks';
import { pdfOf } from './pdf';

/** Formats a report is written in; `scan` is text as OCR leaves it: no tabs, no Polish letters. */
export const FORMATS = ['txt', 'md', 'html', 'docx', 'xlsx', 'csv', 'pdf'] as const;
export type Format = (typeof FORMATS)[number] | 'scan';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes of a report and the name of its file. */
export async function written(
  blocks: readonly Block[],
  format: Format,
): Promise<{ bytes: Uint8Array; name: string }> {
  const name = `made-up.${format === 'scan' ? 'txt' : format}`;
  return { bytes: await bytes(blocks, format), name };
}

async function bytes(blocks: readonly Block[], format: Format): Promise<Uint8Array> {
  switch (format) {
    case 'txt':
      return bytesOf(lines(blocks, '\t'));
    case 'scan':
      return bytesOf(withoutPolishLetters(lines(blocks, ' ')));
    case 'md':
      return bytesOf(blocks.map(markdown).join('\n\n'));
    case 'html':
      return bytesOf(
        html(blocks.map((block) => (block.kind === 'table' ? htmlTable(block.rows) : tag(block))).join('\n')),
      );
    case 'docx':
      return await docx(
        blocks
          .map((block) => (block.kind === 'table' ? wordTable(block.rows) : paragraph(block.text)))
          .join(''),
      );
    case 'xlsx':
      return await xlsx([{ name: 'OZPS', rows: sheetRows(rowsOf(blocks)) }]);
    case 'csv':
      return bytesOf(Papa.unparse(rowsOf(blocks), { delimiter: ';' }));
    case 'pdf':
      return pdfOf(blocks);
  }
}

/** Running text; a table's columns are `between` apart. */
export const lines = (blocks: readonly Block[], between: string): string =>
  blocks
    .map((block) =>
      block.kind === 'table'
        ? `${block.rows.map((row) => row.filter((cell) => cell !== '' || between === '\t').join(between)).join('\n')}\n`
        : `${block.text}\n`,
    )
    .join('\n');

export const withoutPolishLetters = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L');

const tag = ({ kind, text }: Exclude<Block, { kind: 'table' }>): string =>
  kind === 'heading' ? `<h2>${escaped(text)}</h2>` : `<p>${escaped(text)}</p>`;

function markdown(block: Block): string {
  if (block.kind !== 'table') return block.kind === 'heading' ? `## ${block.text}` : block.text;
  const [header = '', ...rows] = block.rows.map((row) => `| ${row.join(' | ')} |`);
  return [header, `|${block.rows[0]?.map(() => ' --- |').join('') ?? ''}`, ...rows].join('\n');
}

/** One cell for a line of text, an empty row between blocks. */
const rowsOf = (blocks: readonly Block[]): string[][] =>
  blocks.flatMap((block) => [...(block.kind === 'table' ? block.rows : [[block.text]]), ['']]);

/** A workbook keeps whole numbers as numbers, without the spaces of their print. */
const sheetRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row, y) => {
      const cells = row.map((cell, x) => {
        if (cell === '') return '';
        const reference = `${String.fromCharCode(65 + x)}${y + 1}`;
        return /^\d{1,3}(?: \d{3})*$/.test(cell)
          ? `<c r="${reference}"><v>${cell.replaceAll(' ', '')}</v></c>`
          : textCell(reference, cell);
      });
      return cells.every((cell) => cell === '') ? '' : `<row r="${y + 1}">${cells.join('')}</row>`;
    })
    .join('');
