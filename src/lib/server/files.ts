import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Prerendering runs in the root of the project (vite sees to it); a made-up load of the benchmarks lies elsewhere. */
const ROOT = process.env.WORKSPACE || process.cwd();
const PUBLISHED = join(ROOT, 'static/data');

/** Bytes of a published file; `null` where there is none. */
export function readPublished(path: string): Uint8Array | null {
  const file = join(PUBLISHED, path);
  return existsSync(file) ? readFileSync(file) : null;
}

/** @throws when the file is missing: the data must be published before the site is built. */
export function readPublishedJson(path: string): unknown {
  const bytes = readPublished(path);
  if (!bytes) throw new Error(`static/data/${path} is missing: run "npm run ozps -- publish" first`);
  return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
}

/** Texts the catalogue is made of: path → content. */
export function readCatalogueTexts(): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const folder of ['data', 'data/catalogue', 'data/units', 'data/corrections'].filter((path) =>
    existsSync(join(ROOT, path)),
  ))
    for (const name of readdirSync(join(ROOT, folder)))
      if (/\.(ya?ml|csv)$/.test(name))
        texts[`${folder}/${name}`] = readFileSync(join(ROOT, folder, name), 'utf8');
  return texts;
}

/** Records of the versions of the data that were published, as texts. */
export function readVersionTexts(): string[] {
  const folder = join(ROOT, 'data/versions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
