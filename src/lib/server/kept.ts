import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @param of all that a result depends on, but for the code */
function fileOf(folder: string, ending: string, of: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(of)).digest('hex');
  return join(folder, hash.slice(0, 2), `${hash.slice(2)}.${ending}`);
}

function keep(file: string, made: Uint8Array | string): void {
  mkdirSync(dirname(file), { recursive: true });
  // Another process may be at the same: a file is there whole or not at all.
  writeFileSync(`${file}.${process.pid}`, made);
  renameSync(`${file}.${process.pid}`, file);
}

/**
 * What an earlier build made of the same things, else what is made now, kept for the next one.
 * @param folder that the code of this build has to itself (`scripts/site.mjs`); where it is empty nothing is kept
 * @param of all that the result depends on, but for the code
 */
export function kept(folder: string, ending: string, of: unknown, make: () => Uint8Array): Uint8Array {
  if (folder === '') return make();
  const file = fileOf(folder, ending, of);
  if (existsSync(file)) return readFileSync(file);
  const made = make();
  keep(file, made);
  return made;
}

/** Plain data kept under this name; nothing where there is none. */
export function readKept<T>(folder: string, of: unknown): { value: T } | null {
  if (folder === '') return null;
  const file = fileOf(folder, 'json', of);
  return existsSync(file) ? { value: JSON.parse(readFileSync(file, 'utf8')) as T } : null;
}

/** Keeps plain data under a name. */
export function keepJson(folder: string, of: unknown, made: unknown): void {
  if (folder !== '') keep(fileOf(folder, 'json', of), JSON.stringify(made));
}

/** As `kept`, of what is plain data, and takes time to gather. */
export async function keptJson<T>(folder: string, of: unknown, make: () => Promise<T>): Promise<T> {
  const found = readKept<T>(folder, of);
  if (found) return found.value;
  const made = await make();
  keepJson(folder, of, made);
  return made;
}
