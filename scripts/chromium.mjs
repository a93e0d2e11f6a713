// Finds Chromium for the end-to-end tests and the measurements; installs it where that can be done.
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @returns {string | null} path of a Chromium; CHROMIUM_PATH goes before all */
export function findChromium() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) {
    if (!existsSync(CHROMIUM_PATH)) throw new Error(`CHROMIUM_PATH names no file: ${CHROMIUM_PATH}`);
    return CHROMIUM_PATH;
  }
  return PLACES.find((place) => existsSync(place)) ?? null;
}

/**
 * Path of a Chromium, installed from the Debian package where it is missing.
 * @throws Error that says what to do where that is not possible
 */
export async function getChromium() {
  const found = findChromium();
  if (found) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('Installing Chromium (Debian package) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { quiet: true, env });
    const { output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      quiet: true,
      env,
    });
    const installed = findChromium();
    if (installed) return installed;
    console.error(output);
  }
  throw new Error(
    'Chromium is missing. Install it (Debian, as root: apt-get install chromium) or set CHROMIUM_PATH to its program.',
  );
}
