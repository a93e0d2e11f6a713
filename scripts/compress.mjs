// Writes .br and .gz beside the files of a built site. zlib's own threads keep all cores busy.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSIBLE = /\.(html|js|mjs|css|svg|json|jsonld|txt|xml|webmanifest|csv)$/;
/** Below this a compressed file saves less than its headers cost. */
const SMALLEST = 256;
const AT_ONCE = 8;

/** Beyond this the best quality takes ten seconds and more for a few percent. */
const LARGE = 1024 * 1024;

/**
 * Quality of Brotli and level of gzip: best for the few files that are fetched everywhere, good enough for the thousands
 * that each page has to itself.
 * @param {string} path below the root @param {number} size
 */
function qualityOf(path, size) {
  const few = !path.endsWith('.html') && (/^(_app|data)[\\/]/.test(path) || !/[\\/]/.test(path));
  if (!few) return { brotli: 7, gzip: 6 };
  return { brotli: size > LARGE ? 9 : 11, gzip: 9 };
}

/** @param {string} root @param {string} [leaveOut] folder whose files have their twins already */
export async function compressFolder(root, leaveOut) {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter(
      (entry) =>
        entry.isFile() &&
        COMPRESSIBLE.test(entry.name) &&
        (leaveOut === undefined || !entry.parentPath.startsWith(leaveOut)),
    )
    .map((entry) => join(entry.parentPath, entry.name));
  let done = 0;
  const worker = async () => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      const bytes = await readFile(file);
      if (bytes.length < SMALLEST) continue;
      const quality = qualityOf(relative(root, file), bytes.length);
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: quality.brotli,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      };
      const [brotlied, gzipped] = await Promise.all([
        promisify(brotliCompress)(bytes, { params }),
        promisify(gzip)(bytes, { level: quality.gzip }),
      ]);
      await Promise.all([writeFile(`${file}.br`, brotlied), writeFile(`${file}.gz`, gzipped)]);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return done;
}
