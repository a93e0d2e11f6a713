// Whether a step of the build has to run again: a hash over what it reads, kept in .cache/stamps.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const STAMPS = join('.cache', 'stamps');

/** @param {string} path @returns {string[]} every file at or below a path, sorted; none where it does not exist */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((entry) => filesBelow(join(path, entry)));
}

/**
 * Hash over names and contents of files, and over settings that matter.
 * @param {string[]} paths files or folders
 * @param {string[]} [settings]
 */
export function fingerprint(paths, settings = []) {
  const hash = createHash('sha256').update(JSON.stringify([process.versions.node, ...settings]));
  for (const file of paths.flatMap(filesBelow)) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** What later steps add to the result of an earlier one: frozen embeds. */
const ADDED = join('build', 'osadz', 'wersja');

/** Hash over the names and sizes of what a step has made: a file that is gone or emptied is seen without reading them all. @param {string} result one of its files */
function madeBy(result) {
  const hash = createHash('sha256');
  for (const file of filesBelow(dirname(result)))
    if (!file.startsWith(ADDED)) hash.update(`${file}\0${statSync(file).size}\0`);
  return hash.digest('hex');
}

/**
 * Runs a step unless it has run with the same fingerprint and all that it made is still there.
 * @param {{ name: string, print: string, result: string, force?: boolean, run: () => unknown }} step
 * @returns {Promise<boolean>} whether it ran
 */
export async function unlessDone({ name, print, result, force = false, run }) {
  const stamp = join(STAMPS, name);
  const done =
    existsSync(stamp) && existsSync(result) && readFileSync(stamp, 'utf8') === `${print}\n${madeBy(result)}`;
  if (done && !force) return false;
  // A step that fails half way must not look done.
  rmSync(stamp, { force: true });
  await run();
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, `${print}\n${madeBy(result)}`);
  return true;
}
