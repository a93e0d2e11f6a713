import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/lib/report';
import { bytesOf, html } from './made-files';

const TEXT = 'Zażółć gęślą jaźń: ŻÓŁĆ, ŚWIADCZENIA, źródło\tą';
/** Polish letters of the two single-byte encodings. */
const CODES: Readonly<Record<string, string>> = {
  'windows-1250': 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ=b9e6eab3f1f39c9fbfa5c6caa3d1d38c8faf',
  'iso-8859-2': 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ=b1e6eab3f1f3b6bcbfa1c6caa3d1d3a6acaf',
};

function encoded(text: string, encoding: string): Uint8Array {
  const [letters = '', codes = ''] = (CODES[encoding] ?? '').split('=');
  return Uint8Array.from(text, (letter) => {
    const at = letters.indexOf(letter);
    return at < 0 ? letter.charCodeAt(0) : Number.parseInt(codes.slice(2 * at, 2 * at + 2), 16);
  });
}

describe('Polish letters', () => {
  it.each(['windows-1250', 'iso-8859-2'])(
    'are read in %s, whatever the format says of itself',
    async (encoding) => {
      const plain = await readDocument(encoded(TEXT, encoding), 'a.txt');
      expect(plain.lines[0]?.text).toBe(TEXT.replace('\t', ' '));
      const table = await readDocument(encoded(`${TEXT}\n${TEXT}`.replaceAll('\t', ';'), encoding), 'a.csv');
      expect(table.lines[0]?.cells).toEqual(TEXT.split('\t'));
      for (const head of [`<meta charset="${encoding}">`, '<meta charset="utf-8">', ''])
        expect((await readDocument(encoded(html(TEXT, head), encoding), 'a.html')).lines[0]?.text).toBe(
          TEXT.replace('\t', ' '),
        );
    },
  );
  it('are read in UTF-8 with and without its mark, and in UTF-16', async () => {
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...[...TEXT].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    ]);
    for (const bytes of [bytesOf(TEXT), bytesOf(`\ufeff${TEXT}`), wide])
      expect((await readDocument(bytes, 'a.txt')).lines[0]?.text).toBe(TEXT.replace('\t', ' '));
  });
});
