import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../src/lib/catalogue';
import type { PublishedFile } from '../../src/lib/extract';
import {
  BOUNDARIES_FILE,
  boundariesPath,
  boundariesSchema,
  codesOf,
  partName,
  partOf,
  POSITIONS_FILE,
  powiatTiles,
  readPositions,
  TILES_FILE,
  type Boundaries,
} from '../../src/lib/geo';

const encoded = (path: string, content: unknown): PublishedFile => ({
  path,
  bytes: new TextEncoder().encode(`${JSON.stringify(content)}\n`),
});

/** What maps are drawn of. A data folder without rough places of powiaty gets no tiles. */
export async function maps(data: string, catalogue: Catalogue): Promise<PublishedFile[]> {
  const file = join(data, POSITIONS_FILE);
  const positions = existsSync(file) ? readPositions(await readFile(file, 'utf8')) : [];
  return [
    encoded(
      TILES_FILE,
      powiatTiles(positions).map(({ teryt, x, y }) => [teryt, x, y]),
    ),
    ...(await boundaryParts(data, catalogue)),
  ];
}

/** Boundaries by województwo, so that a view fetches little; the country's powiaty only where all of them are there. */
async function boundaryParts(data: string, { units }: Catalogue): Promise<PublishedFile[]> {
  const file = join(data, BOUNDARIES_FILE);
  if (!existsSync(file)) return [];
  const content: unknown = JSON.parse(await readFile(file, 'utf8'));
  const read = boundariesSchema.safeParse(content);
  if (!read.success)
    throw new Error(`data/${BOUNDARIES_FILE} was not made by "ozps boundaries": ${read.error.message}`);
  // The arcs and the geometries were checked as far as a schema can.
  const whole = content as Boundaries;
  const codes = codesOf(whole);
  const part = (level: 'gmina' | 'powiat', woj: string) =>
    encoded(
      boundariesPath(partName(level, woj)),
      partOf(whole, (code) => code.startsWith(woj), level === 'gmina' ? 6 : 4),
    );
  const covered = [...new Set(codes.map((code) => code.slice(0, 2)))].sort();
  const powiaty = new Set(codes.map((code) => code.slice(0, 4)));
  return [
    ...covered.flatMap((woj) => [part('gmina', woj), part('powiat', woj)]),
    ...(units.all('powiat').every(({ teryt }) => powiaty.has(teryt)) ? [part('powiat', '')] : []),
  ];
}
