import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/lib/report';
import { bytesOf, textCell, xlsx } from './made-files';
import { stream, textAt } from './made-pdf';

/**
 * Valid files, however odd, whose reading must grow with their size and no faster. Each of these once ran for minutes or
 * overflowed the stack: the test's own limit of time is the assertion.
 */
const LIMIT = { timeout: 10_000 };
const texts = async (bytes: Uint8Array, name: string): Promise<string[]> =>
  (await readDocument(bytes, name)).lines.map((line) => line.text);
const one = `<row r="1"><c r="A1" s="1"><v>1.5</v></c></row>`;
const styles = (code: string): string =>
  `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>`;

describe('reading costs no more than the file is large:', () => {
  it.each([
    ['tags that never end', '<a'.repeat(200_000)],
    ['stars that never end', '*'.repeat(200_000)],
    ['pipes without a table', '| '.repeat(400)],
    ['blanks before a word', `${' '.repeat(200_000)}x`],
    ['digits without an end', '1'.repeat(200_000)],
    ['dots that lead nowhere', '. '.repeat(100_000)],
  ])('%s', LIMIT, async (_, line) => {
    for (const name of ['a.txt', 'a.md', 'a.csv', 'a.html'])
      expect(await texts(bytesOf(`Ocena zasobów\n${line}\nkoniec`), name)).not.toHaveLength(0);
  });

  it('a format code of brackets shows the number as it is', LIMIT, async () => {
    const file = await xlsx([{ name: 'A', rows: one }], { 'xl/styles.xml': styles('['.repeat(400_000)) });
    expect(await texts(file, 'a.xlsx')).toEqual(['A', '1,5']);
  });

  it('a format code of 200 decimal places shows the twenty that can be formatted', async () => {
    const file = await xlsx([{ name: 'A', rows: one }], { 'xl/styles.xml': styles(`0.${'0'.repeat(200)}`) });
    expect(await texts(file, 'a.xlsx')).toEqual(['A', `1,5${'0'.repeat(19)}`]);
  });

  it.each(['-1e300', '-Infinity', 'NaN', '', '0.5'])(
    'columns hidden from %s on are those that exist',
    LIMIT,
    async (from) => {
      const columns = `<cols><col min="${from}" max="1" hidden="1"/></cols>`;
      const rows = `<row r="1">${textCell('A1', 'ukryta')}${textCell('B1', 'widoczna')}</row>`;
      expect((await texts(await xlsx([{ name: 'A', rows, columns }]), 'a.xlsx')).at(-1)).toContain(
        'widoczna',
      );
    },
  );

  it('a table of 190 000 rows is read to its end', { timeout: 30_000 }, async () => {
    const lines = Array.from({ length: 190_000 }, (_, at) => `${at};${at}`);
    expect(await texts(bytesOf(lines.join('\n')), 'a.csv')).toHaveLength(190_000);
  });
});

describe('a stream of a PDF is read as it is packed:', () => {
  const page = textAt(50, 800, 'Ocena zasobow');
  const bytes = deflateSync(page);
  it.each([
    ['deflate written as ASCII85', `${ascii85(bytes)}~>`, '/Filter[/ASCII85Decode/FlateDecode]'],
    ['deflate written as ASCIIHex', `${bytes.toString('hex')}>`, '/Filter [ /AHx /Fl ]'],
    ['deflate with bytes behind its end', `${bytes.toString('latin1')}\0\0\0`, '/Filter/FlateDecode'],
    ['deflate without its check sum', bytes.subarray(0, -4).toString('latin1'), '/Filter/FlateDecode'],
    ['not at all', page, ''],
  ])('%s', async (_, content, dictionary) => {
    expect(await texts(stream(content, dictionary), 'a.pdf')).toEqual(['Ocena zasobow']);
  });
});

/** As Ghostscript writes it, its lines of 72 signs. */
function ascii85(from: Uint8Array): string {
  let out = '';
  for (let at = 0; at < from.length; at += 4) {
    const part = [...from.subarray(at, at + 4)];
    const missing = 4 - part.length;
    let value = [...part, ...Array<number>(missing).fill(0)].reduce((sum, byte) => sum * 256 + byte, 0);
    let signs = '';
    for (let n = 0; n < 5; n++) {
      signs = String.fromCharCode(33 + (value % 85)) + signs;
      value = Math.floor(value / 85);
    }
    out += signs === '!!!!!' && missing === 0 ? 'z' : signs.slice(0, 5 - missing);
  }
  return out.replace(/.{72}/g, '$&\n');
}
