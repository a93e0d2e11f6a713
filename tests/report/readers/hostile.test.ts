import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ReadOptions, readDocument, UnreadableFile, type UnreadableCode } from '../../../src/lib/report';
import { bytesOf, docx, html, paragraph, textCell, wordTable, xlsx, zipOf } from './made-files';
import { packed, pdf, stream, textAt } from './made-pdf';

async function refused(bytes: Uint8Array, name: string, options?: ReadOptions): Promise<UnreadableFile> {
  const error: unknown = await readDocument(bytes, name, options).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UnreadableFile)) throw new Error(`${name} was not refused`, { cause: error });
  return error;
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const page = textAt(50, 800, 'Ocena zasobow pomocy spolecznej');
const wide = (text: string): string => [...text].map((letter) => `${letter}\0`).join('');
const ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>';
const NO_SHEET = {
  'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
};
const OLD_OFFICE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

const MHT = 'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary="x"\n';

const REFUSED: readonly (readonly [string, UnreadableCode, string, () => Uint8Array | Promise<Uint8Array>])[] = [
  ['an empty file', 'empty', 'a.pdf', () => new Uint8Array()],
  ['a file of empty lines', 'no-text', 'a.txt', () => bytesOf('\n\n \n')],
  ['a program', 'unsupported-format', 'a.pdf', () => latin1('MZ\x90\0')],
  ['bytes that are no text', 'not-text', 'a.txt', () => latin1('abc\0def')],
  ['an old Word file', 'unsupported-format', 'a.doc', () => latin1(OLD_OFFICE + wide('WordDocument'))],
  ['an RTF file', 'unsupported-format', 'a.docx', () => latin1('{\\rtf1 tekst}')],
  ['a photo of a phone', 'unsupported-format', 'IMG_1.heic', () => latin1('\0\0\0\x18ftypheic\0\0\0\0')],
  ['a film', 'unsupported-format', 'a.mp4', () => latin1('\0\0\0\x18ftypisom\0\0\0\0')],
  ['a web page in one file', 'unsupported-format', 'a.mht', () => latin1(MHT)],
  ['an OpenDocument file', 'unsupported-format', 'a.odt', () => zipOf({ mimetype: 'x', 'content.xml': '<a/>' })],
  ['a zip of something else', 'unsupported-format', 'a.zip', () => zipOf({ 'a.txt': 'tekst' })],
  ['an Office file with a password', 'encrypted', 'a.docx', () => latin1(OLD_OFFICE + wide('EncryptedPackage'))],
  ['an encrypted zip', 'encrypted', 'a.docx', () => zipOf({ 'word/document.xml': '<a/>' }, 'hasło')],
  ['an encrypted PDF', 'encrypted', 'a.pdf', () => pdf([page], ENCRYPT)],
  ['a PDF cut short', 'damaged', 'a.pdf', () => pdf([page, page]).slice(0, -200)],
  ['a PDF of noise', 'damaged', 'a.pdf', () => latin1('%PDF-1.7\nnothing\n%%EOF')],
  ['a docx cut short', 'damaged', 'a.docx', async () => (await docx(paragraph('Tekst'))).slice(0, -100)],
  ['a docx with a changed byte', 'damaged', 'a.docx', async () => changed(await docx(paragraph('Tekst '.repeat(500))))],
  ['a workbook without its sheet', 'damaged', 'a.xlsx', () => zipOf(NO_SHEET)],
  ['a picture where there is no OCR', 'no-text-layer', 'a.png', () => latin1('\x89PNG\r\n\x1a\n')],
  ['a scan where there is no OCR', 'no-text-layer', 'a.pdf', () => pdf(['', ''])],
  ['a PDF of 1000 pages', 'too-large', 'a.pdf', () => pdf(Array.from({ length: 1000 }, () => page))],
  ['a zip bomb in a docx', 'too-large', 'a.docx', () => docx(paragraph('0'.repeat(30_000_000)))],
  ['a PDF page that unpacks to a hundred megabytes', 'too-large', 'a.pdf', () => pdf([packed(' '.repeat(1e8))])],
  ['a PDF page of three million steps', 'too-large', 'a.pdf', () => pdf([packed('0 0 l\n'.repeat(3e6))])],
  ['a PDF page that names its filter elsewhere', 'too-large', 'a.pdf', () => stream(flate(' '.repeat(1e8)), '/Filter 6 0 R', '6 0 obj\n/FlateDecode\nendobj\n')],
  ['a PDF page that calls itself a picture', 'too-large', 'a.pdf', () => stream(flate(' '.repeat(1e8)), '/Subtype/Image/Filter/FlateDecode')],
  ['a PDF page that is a picture of 10 by 10', 'too-large', 'a.pdf', () => stream(flate(' '.repeat(1e8)), '/Subtype/Image/Width 10/Height 10/Filter/FlateDecode')],
  ['a PDF page that writes its filter in codes', 'too-large', 'a.pdf', () => stream(flate(' '.repeat(1e8)), '/F#69lter/Fl#61teDecode')],
  ['a PDF page packed twice', 'too-large', 'a.pdf', () => stream(flate(flate('x')), '/Filter[/FlateDecode/FlateDecode]')],
  ['a PDF page packed and written as letters', 'too-large', 'a.pdf', () => stream(`${Buffer.from(flate(' '.repeat(1e8)), 'latin1').toString('hex')}>`, '/Filter[/ASCIIHexDecode/FlateDecode]')],
  ['a PDF page with the end in its packed bytes', 'too-large', 'a.pdf', () => stream(withEndInside(' '.repeat(1e8)), '/Filter/FlateDecode')],
  ['a PDF page with a text of a hundred thousand pieces', 'too-large', 'a.pdf', () => pdf([packed(`${page}\n`.repeat(1e5))])],
  ['a row of a million cells', 'too-large', 'a.csv', () => bytesOf(';'.repeat(1_000_000))],
  ['a column far to the right', 'too-large', 'a.xlsx', () => xlsx([{ name: 'A', rows: `<row r="1">${textCell('ZZZ1', 'a')}</row>` }])],
  ['a cell over a billion columns', 'too-large', 'a.html', () => bytesOf(html('<table><tr><td colspan=1000000000>a<td>b</table>'))],
  ['a workbook of more styles than a spreadsheet can have', 'too-large', 'a.xlsx', () => xlsx([{ name: 'A', rows: ONE_CELL }], { 'xl/styles.xml': `<styleSheet><cellXfs>${'<xf numFmtId="2"/>'.repeat(70_000)}</cellXfs></styleSheet>` })],
  ['a long text in each of a workbook\'s cells', 'too-large', 'a.xlsx', () => xlsx([{ name: 'A', rows: Array.from({ length: 2000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`).join('') }], { 'xl/sharedStrings.xml': `<sst><si><t>${'zasiłek celowy '.repeat(2500)}</t></si></sst>` })],
  ['deep HTML', 'too-deep', 'a.html', () => bytesOf(html('<div>'.repeat(100_000)))],
  ['deep XML', 'too-deep', 'a.docx', () => docx('<w:tbl><w:tr><w:tc>'.repeat(30_000))],
]; // prettier-ignore

const flate = (content: string): string =>
  deflateSync(Buffer.from(content, 'latin1'), { level: 9 }).toString('latin1');
/** Deflate of a first block that is not packed and holds the keyword, and of the content behind it. */
function withEndInside(content: string): string {
  const kept = Buffer.from('\nendstream\n');
  const block = Buffer.from([0, kept.length, 0, ~kept.length & 0xff, 0xff]);
  const rest = deflateRawSync(content, { level: 9 });
  return Buffer.concat([Buffer.from([0x78, 0x9c]), block, kept, rest, Buffer.alloc(4)]).toString('latin1');
}
const ENCRYPT = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>`;

function changed(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const at = latin1ToText(copy).indexOf('word/document.xml') + 40;
  copy[at] = (copy[at] ?? 0) ^ 0x55;
  return copy;
}
const latin1ToText = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
describe('a hostile file', () => {
  it.each(REFUSED)('%s is refused as %s', { timeout: 10_000 }, async (_, code, name, make) => {
    const bytes = await make();
    const error = await refused(bytes, name);
    expect([error.code, error.file]).toEqual([code, name]);
    // Polish sentences for whoever chose the file.
    expect(error.message).toMatch(new RegExp(`^${name}: \\p{Ll}.*\\.$`, 'u'));
  });

  it('that unpacks to gigabytes is left after its first megabytes', async () => {
    const bomb = await docx(paragraph('0'.repeat(100_000_000)));
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    expect((await refused(bomb, 'bomba.docx')).code).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });
  it('that defines entities in entities gets none of them expanded', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`;
    const file = await zipOf({
      'word/document.xml': `<?xml version="1.0"?>${laughs}<w:document><w:body>${paragraph('śmiech ')}<w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p></w:body></w:document>`,
    });
    expect((await readDocument(file, 'a.docx')).lines.map((line) => line.text)).toEqual(['śmiech', '&b;&c;']);
  });
  it('larger than the limit is not looked into', async () => {
    expect((await refused(bytesOf('tekst '.repeat(100)), 'a.txt', { limits: { bytes: 100 } })).code).toBe(
      'too-large',
    );
  });
  it('with more lines than the limit is refused in every format', async () => {
    const rows = Array.from({ length: 50 }, () => ['a', 'b']);
    const files = {
      'a.txt': bytesOf(rows.map((row) => row.join('\t')).join('\n')),
      'a.csv': bytesOf(rows.map((row) => row.join(';')).join('\n')),
      'a.html': bytesOf(html('<p>a</p>'.repeat(50))),
      'a.docx': await docx(wordTable(rows)),
    };
    for (const [name, bytes] of Object.entries(files))
      expect([name, (await refused(bytes, name, { limits: { lines: 20 } })).code]).toEqual([
        name,
        'too-large',
      ]);
  });
  it('that takes too long is left', async () => {
    const slow = pdf(Array.from({ length: 300 }, () => page));
    expect((await refused(slow, 'a.pdf', { limits: { seconds: 0.05 } })).code).toBe('too-slow');
  });
});

describe('reading', () => {
  it('tells how far it is, and can be cancelled at any page', async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const reading = readDocument(pdf(Array.from({ length: 50 }, () => page)), 'a.pdf', {
      signal: controller.signal,
      onProgress: (done, total, what) => {
        expect([total, what]).toEqual([50, 'strony']);
        seen.push(done);
        if (done === 10) controller.abort();
      },
    });
    await expect(reading).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }) as Error);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

it.each([
  ['IMG_1.heic', '\0\0\0\x18ftypheic\0\0\0\0', 'HEIC', 'JPG'],
  ['a.mht', MHT, 'MHT', 'PDF'],
  ['a.rtf', '{\\rtf1 tekst}', 'RTF', 'DOCX'],
  ['a.xls', OLD_OFFICE, 'XLS', 'XLSX'],
])('the refusal of %s names the format and what to do', async (name, bytes, format, instead) => {
  const refused = readDocument(latin1(bytes), name).catch((error: unknown) => String(error));
  expect(await refused).toContain(format);
  expect(await refused).toContain(instead);
});
