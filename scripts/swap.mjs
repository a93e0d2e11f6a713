// Outputs are written beside what is there and take its place when they are whole.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder anew. What stood there stays until the work has ended well, and where it fails.
 * @template T
 * @param {string} target
 * @param {(folder: string) => Promise<T>} make writes into an empty folder beside the target
 * @returns {Promise<T>}
 */
export async function swappedIn(target, make) {
  const [fresh, old] = [`${target}.new-${process.pid}`, `${target}.old-${process.pid}`];
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    const result = await make(fresh);
    mkdirSync(dirname(target), { recursive: true });
    if (existsSync(target)) renameSync(target, old);
    renameSync(fresh, target);
    return result;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}
