// Installs the dependencies where they differ from package-lock.json. Node's own modules only.
import { existsSync, readFileSync } from 'node:fs';
import { mustRun } from './run.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, peer?: boolean }> }} Lock */

/** Whether node_modules holds just what package-lock.json asks for, by npm's own record of what it installed. */
function isInstalled() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  const read = (/** @type {string} */ file) => /** @type {Lock} */ (JSON.parse(readFileSync(file, 'utf8')));
  const installed = read(record).packages;
  return Object.entries(read('package-lock.json').packages).every(
    ([name, { version, optional }]) =>
      name === '' || installed[name]?.version === version || (optional === true && !installed[name]),
  );
}

/** Runs `npm ci` unless everything is there. */
export async function install() {
  if (isInstalled()) return;
  console.log('Installing dependencies (npm ci) …');
  await mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
