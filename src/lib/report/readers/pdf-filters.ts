/** How the bytes of a PDF's stream are packed, as far as it matters for their unpacked size. */

/** The filters that may make more bytes of fewer, by their long and short names. */
const UNPACKING: Readonly<Record<string, 'flate' | 'lzw' | 'run-length'>> = {
  FlateDecode: 'flate',
  Fl: 'flate',
  LZWDecode: 'lzw',
  LZW: 'lzw',
  RunLengthDecode: 'run-length',
  RL: 'run-length',
};

export type Unpacking = (typeof UNPACKING)[string];

/** A stream's filters: those that write bytes as letters, then those that unpack. */
export interface Filters {
  letters: ('ascii85' | 'hex')[];
  unpacking: Unpacking[];
}

/** @param names as they stand in the dictionary, e.g. `[/ASCII85Decode /FlateDecode]` */
export function filtersOf(names: string): Filters {
  const filters: Filters = { letters: [], unpacking: [] };
  for (const [, name = ''] of names.matchAll(/\/([A-Za-z0-9]+)/g)) {
    const unpacking = UNPACKING[name];
    if (unpacking) filters.unpacking.push(unpacking);
    else if (name === 'ASCII85Decode' || name === 'A85') filters.letters.push('ascii85');
    else if (name === 'ASCIIHexDecode' || name === 'AHx') filters.letters.push('hex');
  }
  return filters;
}

/** The bytes written as letters, up to their end mark. What is no letter of the alphabet is passed over. */
export function fromLetters(bytes: Uint8Array, alphabet: Filters['letters'][number]): Uint8Array {
  return alphabet === 'hex' ? fromHex(bytes) : fromAscii85(bytes);
}

const TILDE = 0x7e;
const GREATER = 0x3e;

function fromAscii85(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 4);
  let [length, value, count] = [0, 0, 0];
  const end = (kept: number) => {
    for (let n = 0; n < kept; n++) out[length++] = Math.floor(value / 256 ** (3 - n)) % 256;
    value = count = 0;
  };
  for (const byte of bytes) {
    if (byte === TILDE) break;
    if (byte === 0x7a && count === 0) end(4);
    if (byte < 0x21 || byte > 0x75) continue;
    value = value * 85 + byte - 0x21;
    if (++count === 5) end(4);
  }
  if (count > 1) {
    const kept = count - 1;
    for (; count < 5; count++) value = value * 85 + 84;
    end(kept);
  }
  return out.subarray(0, length);
}

function fromHex(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let digits = '';
  let length = 0;
  for (const byte of bytes) {
    if (byte === GREATER) break;
    const sign = String.fromCharCode(byte);
    if (!/[0-9a-f]/i.test(sign)) continue;
    digits += sign;
    if (digits.length < 2) continue;
    out[length++] = Number.parseInt(digits, 16);
    digits = '';
  }
  return out.subarray(0, length);
}

const CLEAR = 256;
const END = 257;

/** How long a stream of LZW is unpacked: only the lengths of its words are kept. */
export function lzwLength(packed: Uint8Array): number {
  const lengths = new Uint32Array(4096).fill(1);
  let [total, next, width, previous] = [0, END + 1, 9, -1];
  let [buffer, bits] = [0, 0];
  for (const byte of packed) {
    buffer = ((buffer << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (buffer >>> bits) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      [next, width, previous] = [END + 1, 9, -1];
      continue;
    }
    if (previous >= 0 && next < 4096) lengths[next++] = (lengths[previous] ?? 1) + 1;
    total += lengths[code] ?? 1;
    previous = code;
    width = next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9;
  }
  return total;
}

/** How long a stream of run lengths is unpacked. */
export function runLength(packed: Uint8Array): number {
  let total = 0;
  for (let at = 0; at < packed.length;) {
    const length = packed[at] ?? 128;
    if (length === 128) break;
    total += length < 128 ? length + 1 : 257 - length;
    at += length < 128 ? length + 2 : 2;
  }
  return total;
}
