import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What an earlier build made of the same things, else what is made now, kept for the next one.
 * @param folder that the code of this build has to itself (`scripts/site.mjs`); where it is empty nothing is kept
 * @param of all that the result depends on, but for the code
 */
export function kept(folder: string, ending: string, of: unknown, make: () => Uint8Array): Uint8Array {
  if (folder === '') return make();
  const hash = createHash('sha256').update(JSON.stringify(of)).digest('hex');
  const file = join(folder, hash.slice(0, 2), `${hash.slice(2)}.${ending}`);
  if (existsSync(file)) return readFileSync(file);
  const made = make();
  mkdirSync(dirname(file), { recursive: true });
  // Another process may be at the same: a file is there whole or not at all.
  writeFileSync(`${file}.${process.pid}`, made);
  renameSync(`${file}.${process.pid}`, file);
  return made;
}
