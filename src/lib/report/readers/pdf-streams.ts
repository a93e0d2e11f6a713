import type { Budget } from './limits';
import { type Filters, filtersOf, fromLetters, lzwLength, runLength } from './pdf-filters';

const PIECE = 65_536;
/** Near a stream's end: what is unpacked of the piece with the end in it is lost in Chromium where other bytes follow. */
const SMALL = 512;
/** What stands between `obj` and `stream` at most: dictionaries of real files have a few hundred signs. */
const DICTIONARY = 20_000;
/** Unpacked bytes of a picture at most: A3 at 600 dots an inch, four colours. */
const PICTURE = 280_000_000;
/** Unpacked bytes of all pictures that are looked into: a scan of 100 pages must not cost minutes. */
const PICTURES = 1_500_000_000;
/** Steps of one drawing at most. The PDF library takes 2 µs and 130 bytes for each; a detailed map has 600 000. */
const STEPS = 1_000_000;

const BOMB = 'plik PDF po rozpakowaniu jest nienaturalnie duży („bomba”) i nie został odczytany.';
const DRAWING =
  'rysunek na stronie pliku PDF jest nienaturalnie złożony i plik nie został odczytany. Prosimy zapisać sprawozdanie bez rysunków.';

/**
 * Unpacks every packed stream that could be too large, only to count: the PDF library unpacks streams whole and keeps every
 * step of a drawing. What a dictionary says is not believed where it costs nothing to look: a stream that begins as
 * deflate does is unpacked whatever it calls itself, and to its own end. Streams of an encrypted file cannot be looked into.
 * @throws {UnreadableFile} when a stream unpacks to more, or draws more, than the limits
 */
export async function checkStreams(bytes: Uint8Array, budget: Budget): Promise<void> {
  const text = new TextDecoder('latin1').decode(bytes);
  const keyword = /(?<!end)stream[ \t]*\r?\n?/g;
  let pictures = PICTURES;
  for (let match = keyword.exec(text); match; match = keyword.exec(text)) {
    budget.check();
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    const dictionary = dictionaryBefore(text, match.index);
    // Without an end the library takes the rest of the file.
    keyword.lastIndex = end < 0 ? text.length : end;
    const most = pictureBytes(dictionary) ?? budget.limits.streamBytes;
    const isPicture = most !== budget.limits.streamBytes;
    if (isPicture && pictures <= 0) continue;
    const filters = filtersOf(filterNames(dictionary, text));
    if (filters.unpacking.length > 1) budget.fail('too-large', BOMB);
    const used = await countUnpacked(bytes, start, end < 0 ? bytes.length : end, filters, most, budget);
    if (isPicture) pictures -= used;
  }
}

/** A stream's dictionary, its names as they are meant: `/F#6cateDecode` is `/FlateDecode`. */
function dictionaryBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - DICTIONARY), at);
  return before
    .slice(before.lastIndexOf('obj') + 1)
    .replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The names of its filters, which may stand in an object of their own. */
function filterNames(dictionary: string, text: string): string {
  const [, names = '', object] = /\/F(?:ilter)?\s*(\[[^\]]*\]|\/\w+|(\d+)\s+\d+\s+R)/.exec(dictionary) ?? [];
  if (object === undefined) return names;
  const at = new RegExp(`(?:^|\\s)0*${object}\\s+\\d+\\s+obj\\b`).exec(text);
  return at
    ? (text.slice(at.index + at[0].length, at.index + at[0].length + 200).split('endobj')[0] ?? '')
    : '';
}

/** How many bytes a picture of the size that its dictionary tells can have; `null` for what is no picture. */
function pictureBytes(dictionary: string): number | null {
  if (!/\/Subtype\s*\/Image\b/.test(dictionary)) return null;
  const number = (name: string) =>
    Number(new RegExp(`/${name}\\s+(\\d+)`).exec(dictionary)?.[1] ?? Number.NaN);
  const [width, height, bits] = [number('Width'), number('Height'), number('BitsPerComponent') || 8];
  const stated = Math.ceil((width * 4 * bits) / 8 + 1) * height;
  return Number.isNaN(stated) ? null : Math.min(stated, PICTURE);
}

/** @returns how many bytes were unpacked */
async function countUnpacked(
  bytes: Uint8Array,
  start: number,
  end: number,
  { letters, unpacking: [unpacking] }: Filters,
  most: number,
  budget: Budget,
): Promise<number> {
  let packed = bytes.subarray(start, end);
  for (const alphabet of letters) packed = fromLetters(packed, alphabet);
  const refuse = (size: number): void => {
    if (size > most) budget.fail('too-large', BOMB);
  };
  if (unpacking === 'lzw') refuse(lzwLength(packed));
  else if (unpacking === 'run-length') refuse(runLength(packed));
  else if (unpacking === 'flate' || beginsAsDeflate(packed)) {
    // `endstream` may stand in the packed bytes themselves: deflate knows its own end.
    return await inflate(letters.length > 0 ? packed : bytes.subarray(start), packed.length, refuse, budget);
  } else countSteps(packed, 0, budget);
  return packed.length;
}

const beginsAsDeflate = ([first = 0, second = 0]: Uint8Array): boolean =>
  (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;

async function inflate(
  packed: Uint8Array,
  end: number,
  refuse: (size: number) => void,
  budget: Budget,
): Promise<number> {
  let at = 0;
  const source = new ReadableStream<BufferSource>({
    pull(controller) {
      if (at >= packed.length) controller.close();
      else {
        const length = at + 2 * PIECE < end ? PIECE : SMALL;
        controller.enqueue(Uint8Array.from(packed.subarray(at, (at += length))));
      }
    },
  });
  const reader = source.pipeThrough(new DecompressionStream('deflate')).getReader();
  let [size, steps] = [0, 0];
  try {
    for (let piece = await nextPiece(reader); piece; piece = await nextPiece(reader)) {
      budget.check();
      refuse((size += piece.length));
      steps = countSteps(piece, steps, budget);
    }
  } finally {
    // Its failure was told by the read that met it.
    await reader.cancel().catch(() => undefined);
  }
  return size;
}

/** `null` at the end, at bytes behind it and at a damaged place: the PDF library decides what that means. */
async function nextPiece(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | null> {
  try {
    return (await reader.read()).value ?? null;
  } catch {
    return null;
  }
}

const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0;
/** The operators of a path: c, h, l, m, v, y; and the e of `re`. */
const isStep = (byte: number | undefined): boolean =>
  byte === 0x63 ||
  byte === 0x68 ||
  byte === 0x6c ||
  byte === 0x6d ||
  byte === 0x76 ||
  byte === 0x79 ||
  byte === 0x65;

/** Counts what could be steps of a drawing: the letter of an operator with a blank behind it. */
function countSteps(piece: Uint8Array, before: number, budget: Budget): number {
  let steps = before;
  for (let at = 1; at < piece.length; at++)
    if (isBlank(piece[at]) && isStep(piece[at - 1]) && isBefore(piece[at - 2])) steps++;
  if (steps > STEPS) budget.fail('too-large', DRAWING);
  return steps;
}

/** Before an operator stands a blank, a digit or a bracket; before the e of `re` an r. */
const isBefore = (byte: number | undefined): boolean =>
  byte === undefined || isBlank(byte) || (byte >= 0x2e && byte <= 0x39) || byte === 0x72 || byte === 0x5d;
