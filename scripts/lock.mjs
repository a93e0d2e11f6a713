// One build of a checkout at a time: two would stamp what the other has half written.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LOCK = join('.cache', 'lock');

/**
 * Does some work while no other process does it.
 * @template T @param {() => Promise<T>} work @param {string} [file] where the process that works is named
 * @returns {Promise<T>}
 * @throws Error in words where another process is at work; one that is gone has left its name in vain
 */
export async function alone(work, file = LOCK) {
  if (!take(file)) return await work();
  // An exit by a signal leaves the file: whoever comes next sees that the process is gone.
  const leave = () => rmSync(file, { force: true });
  process.once('exit', leave);
  try {
    return await work();
  } finally {
    process.off('exit', leave);
    leave();
  }
}

/** @param {string} file @returns {boolean} false on a disk that is read-only: there nobody writes, and all that is made can be served */
function take(file) {
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'EROFS') return false;
      if (code !== 'EEXIST') throw error;
    }
    const owner = ownerOf(file);
    if (owner !== null && isAlive(owner))
      throw new Error(`another build of this folder is at work (process ${owner}): wait for it, or end it`);
    rmSync(file, { force: true });
  }
  throw new Error(`${file} cannot be taken: other processes take it again and again`);
}

/** @param {string} file @returns {number | null} */
function ownerOf(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(owner) && owner > 0 ? owner : null;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}

/** @param {number} process_ */
function isAlive(process_) {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    // Of another user: it is there all the same.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
