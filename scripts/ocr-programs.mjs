// Finds the programs that read scans on the command line; installs them where that can be done.
import { spawnSync } from 'node:child_process';
import { installPackages } from './debian.mjs';

const PACKAGES = ['tesseract-ocr', 'tesseract-ocr-pol', 'poppler-utils'];

/** @returns {boolean} whether tesseract, its Polish data and poppler's programs are there */
export function hasOcrPrograms() {
  const languages = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
  const poppler = ['pdftoppm', 'pdfinfo'].map((name) => spawnSync(name, ['-v']));
  return /^pol$/m.test(`${languages.stdout}`) && poppler.every(({ error }) => error === undefined);
}

/** Installs them where they are missing; without them the tests of OCR are skipped, and that is said. */
export async function getOcrPrograms() {
  if (hasOcrPrograms()) return;
  await installPackages(PACKAGES);
  if (!hasOcrPrograms())
    console.log(`The tests of OCR are skipped. They need, as root: apt-get install ${PACKAGES.join(' ')}`);
}
