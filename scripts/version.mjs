// The version of published data as addresses carry it: `?v=…`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} data the folder of published data @returns {string} empty where there are none */
export function publishedVersion(data) {
  const file = join(data, 'wersja.json');
  if (!existsSync(file)) return '';
  /** @type {{ manifest: string }} */
  const { manifest } = JSON.parse(readFileSync(file, 'utf8'));
  return manifest.slice(0, 12);
}
