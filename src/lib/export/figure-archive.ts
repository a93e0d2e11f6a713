import { dataPackage } from './data-package';
import type { FigureAbout } from './figure-about';
import { figureReadme } from './figure-readme';
import type { PointRow } from './point-rows';
import { pointsCsv } from './points-csv';
import { zipped } from './zipped';

/** All of a figure in one archive: its data, described by `datapackage.json`, its picture, and a README. */
export async function figureArchive(
  about: FigureAbout,
  rows: readonly PointRow[],
  { name, svg }: { name: string; svg: string },
): Promise<Uint8Array> {
  const data = new TextEncoder().encode(pointsCsv(rows));
  const path = `${name}.csv`;
  const hash = await sha256(data);
  return zipped(
    [
      { path, content: data },
      { path: `${name}.svg`, content: svg },
      { path: 'datapackage.json', content: dataPackage(about, { path, bytes: data.length, ...hash }) },
      { path: 'README.txt', content: figureReadme(about) },
    ],
    about.made,
  );
}

/** Nothing where the browser gives no digests: on a page that came without encryption. */
async function sha256(bytes: Uint8Array): Promise<{ sha256?: string }> {
  // Missing outside secure contexts, whatever the types say.
  const { subtle } = crypto as { subtle?: SubtleCrypto };
  if (!subtle) return {};
  const digest = new Uint8Array(await subtle.digest('SHA-256', Uint8Array.from(bytes)));
  return { sha256: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}
