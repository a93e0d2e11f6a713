// Finds Chromium for the end-to-end tests and the measurements; installs it where that can be done.
import { existsSync } from 'node:fs';
import { installPackages } from './debian.mjs';

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
  await installPackages(['chromium']);
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'Chromium is missing. Install it (Debian, as root: apt-get install chromium) or set CHROMIUM_PATH to its program.',
  );
}
