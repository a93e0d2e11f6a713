import { expect, it } from 'vitest';
import { filtersOf, fromLetters, lzwLength, runLength } from '../../../src/lib/report/readers/pdf-filters';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const letters = (text: string): Uint8Array => new TextEncoder().encode(text);

it('filters are known by their long and short names, in their order', () => {
  expect(filtersOf('[/A85 /FlateDecode]')).toEqual({ letters: ['ascii85'], unpacking: ['flate'] });
  expect(filtersOf('/LZW')).toEqual({ letters: [], unpacking: ['lzw'] });
  expect(filtersOf('[/RL/Fl/DCTDecode]')).toEqual({ letters: [], unpacking: ['run-length', 'flate'] });
  expect(filtersOf('')).toEqual({ letters: [], unpacking: [] });
});

it('bytes written as letters are those that were written, to their end mark', () => {
  expect(fromLetters(letters('87cUR\nD]i,"Ebo80~>rest'), 'ascii85')).toEqual(letters('Hello World!'));
  expect(fromLetters(letters('z!!~>'), 'ascii85')).toEqual(bytes(0, 0, 0, 0, 0));
  expect(fromLetters(letters('48 65 6C6c 6F>00'), 'hex')).toEqual(letters('Hello'));
});

it('LZW is as long as it is unpacked: the example of the PDF specification', () => {
  // 45 45 45 45 45 65 45 45 45 66
  expect(lzwLength(bytes(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01))).toBe(10);
});

it('run lengths are as long as they are unpacked', () => {
  expect(runLength(bytes(2, 1, 2, 3, 255, 9, 129, 0, 128, 7))).toBe(3 + 2 + 128);
});
