import { inflateSync } from 'node:zlib';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kept } from '../../../src/lib/server/kept';
import { palettePng } from '../../../src/lib/server/palette-png';
import { pngOf } from '../../../src/lib/server/png';

const SIGNATURE = '89504e470d0a1a0a';

interface Picture {
  width: number;
  height: number;
  palette: Buffer;
  /** Place of each pixel in the palette. */
  pixels: Uint8Array;
}

/** Reads back what the project writes: a palette, eight bits, no filter. */
function read(png: Uint8Array): Picture {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString('hex')).toBe(SIGNATURE);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  expect(rows).toHaveLength((width + 1) * height);
  return {
    width,
    height,
    palette: chunks.get('PLTE') ?? Buffer.alloc(0),
    pixels: rows.filter((_, at) => at % (width + 1) !== 0),
  };
}

const ink = ({ pixels }: Picture): number => pixels.filter((place) => place !== 0).length;
const written = (text: string, weight = 400): Picture =>
  read(
    pngOf(
      `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80" font-family="Source Sans 3"><rect width="200" height="80" fill="#fff"/><text x="10" y="55" font-size="48" font-weight="${weight}">${text}</text></svg>`,
    ),
  );

describe('a picture', () => {
  test('is a PNG of the size of its drawing', () => {
    const { width, height } = read(
      pngOf('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630"/>'),
    );
    expect([width, height]).toEqual([1200, 630]);
  });

  test.each([...'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ–„”−'])('has the letter %s in the font of the site', (letter) => {
    const own = written(letter);
    expect(ink(own)).toBeGreaterThan(20);
    // No font of the machine steps in for a letter that the site's own lacks, so one that is drawn is ours.
    expect(own.pixels).not.toEqual(written('ж').pixels);
  });

  test('tells Polish letters from those they are made of, and bold from plain', () => {
    for (const [polish, plain] of ['ąa', 'ęe', 'łl', 'żz', 'śs', 'ńn', 'ćc', 'źz', 'óo'].map((pair) => [
      ...pair,
    ]))
      expect(ink(written(polish ?? ''))).toBeGreaterThan(ink(written(plain ?? '')));
    expect(ink(written('zasób', 600))).toBeGreaterThan(ink(written('zasób', 400)));
  });
});

describe('a palette', () => {
  test('keeps every colour while there are no more than 256', () => {
    const pixels = Uint8Array.from({ length: 256 * 4 }, (_, at) =>
      at % 4 === 3 ? 255 : at % 4 === 0 ? at >> 2 : 7,
    );
    const { palette, pixels: places } = read(palettePng(pixels, 16, 16));
    expect([...places].map((place) => palette.subarray(place * 3, place * 3 + 3).toString('hex'))).toEqual(
      Array.from({ length: 256 }, (_, red) => `${red.toString(16).padStart(2, '0')}0707`),
    );
  });

  test('gives the rarest of more the nearest of the others', () => {
    // 256 greys and reds twice each; a blue that is near one of them once.
    const colours = [
      ...Array.from({ length: 256 }, (_, at): [number, number, number] => [at, 0, 0]),
      ...Array.from({ length: 256 }, (_, at): [number, number, number] => [at, 0, 0]),
      [100, 0, 3] as [number, number, number],
    ];
    const pixels = Uint8Array.from(colours.flatMap((colour) => [...colour, 255]));
    const { palette, pixels: places } = read(palettePng(pixels, colours.length, 1));
    expect(palette).toHaveLength(768);
    const last = places.at(-1) ?? 0;
    expect([...palette.subarray(last * 3, last * 3 + 3)]).toEqual([100, 0, 0]);
  });
});

test('what was made of the same things before is not made again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gminoskop-kept-'));
  let made = 0;
  const make = () => Buffer.from(`nr ${(made += 1)}`);
  try {
    expect(Buffer.from(kept(folder, 'png', ['a'], make)).toString()).toBe('nr 1');
    expect(Buffer.from(kept(folder, 'png', ['a'], make)).toString()).toBe('nr 1');
    expect(Buffer.from(kept(folder, 'png', ['b'], make)).toString()).toBe('nr 2');
    expect(
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.png')),
    ).toHaveLength(2);
    expect(Buffer.from(kept('', 'png', ['a'], make)).toString()).toBe('nr 3');
    expect(existsSync(join(folder, 'png'))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
