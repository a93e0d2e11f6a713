import { crc32, deflateSync } from 'node:zlib';

const MOST = 256;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * A picture as PNG with a palette, a third of one in full colour. A drawing has few colours; where the smoothed edges of
 * letters bring more than 256, the rarest take the nearest of the others.
 * @param pixels red, green, blue and alpha, row by row; alpha is taken for full
 */
export function palettePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const counts = new Map<number, number>();
  // Each pixel as one number, red lowest: every machine that Node runs on has its lowest byte first.
  const colours = new Uint32Array(Uint8Array.from(pixels).buffer).map((pixel) => pixel & 0xffffff);
  // A drawing is mostly runs of one colour.
  let [run, length] = [-1, 0];
  const count = () => counts.set(run, (counts.get(run) ?? 0) + length);
  for (const colour of colours) {
    if (colour !== run) {
      if (length > 0) count();
      [run, length] = [colour, 0];
    }
    length += 1;
  }
  count();
  const palette = [...counts]
    .sort(([a, often], [b, oftenB]) => oftenB - often || a - b)
    .slice(0, MOST)
    .map(([colour]) => colour);
  const places = new Map(palette.map((colour, at) => [colour, at]));
  for (const colour of counts.keys()) if (!places.has(colour)) places.set(colour, nearest(colour, palette));

  const rows = new Uint8Array((width + 1) * height);
  let [last, place] = [-1, 0];
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1) {
      const colour = colours[at] ?? 0;
      if (colour !== last) [last, place] = [colour, places.get(colour) ?? 0];
      rows[y * (width + 1) + 1 + x] = place;
    }

  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, which is a place in the palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    // The highest level takes seven times as long for a fiftieth of the bytes.
    chunk('IDAT', deflateSync(rows, { level: 7 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const channels = (colour: number): [number, number, number] => [
  colour & 255,
  (colour >> 8) & 255,
  colour >> 16,
];

function nearest(colour: number, palette: readonly number[]): number {
  const [r, g, b] = channels(colour);
  const distances = palette.map(
    (other) => (r - (other & 255)) ** 2 + (g - ((other >> 8) & 255)) ** 2 + (b - (other >> 16)) ** 2,
  );
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
