import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublishedFile } from '../../src/lib/extract';
import { POSITIONS_FILE, TILES_FILE, powiatTiles, readPositions } from '../../src/lib/geo';

const encoded = (path: string, content: unknown): PublishedFile => ({
  path,
  bytes: new TextEncoder().encode(`${JSON.stringify(content)}\n`),
});

/** What maps are drawn of. A data folder without rough places of powiaty gets no tiles. */
export async function maps(data: string): Promise<PublishedFile[]> {
  const file = join(data, POSITIONS_FILE);
  const positions = existsSync(file) ? readPositions(await readFile(file, 'utf8')) : [];
  return [
    encoded(
      TILES_FILE,
      powiatTiles(positions).map(({ teryt, x, y }) => [teryt, x, y]),
    ),
  ];
}
