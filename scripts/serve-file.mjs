// One file of a folder that may change at any time, as an answer over HTTP: its compressed twin, a part of it, or that it has not changed.
import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { lookup } from 'mrmime';

/** The compressed twins, the better first. */
const TWINS = /** @type {const} */ ([
  { coding: 'br', extension: '.br' },
  { coding: 'gzip', extension: '.gz' },
]);

/**
 * @typedef {import('node:fs/promises').FileHandle} FileHandle
 * @typedef {import('node:fs').BigIntStats} Stats
 * @typedef {{ handle: FileHandle, stats: Stats, coding: string }} Opened
 */

/**
 * The path below a site's folder that an address names, or `null` where it names none: badly written, hidden, or leading out.
 * @param {string} address path of an address, beginning with a slash
 */
export function pathOf(address) {
  let path;
  try {
    path = decodeURI(address);
  } catch {
    // Not an address of ours: `%` without two digits behind it, or bytes that are no UTF-8.
    return null;
  }
  const parts = path.slice(1).split('/');
  if (/[\0\\]/.test(path) || parts.some((part) => part.startsWith('.'))) return null;
  return path.endsWith('/') ? `${path}index.html` : path;
}

/**
 * Sends a file of a folder. Everything it says of the file (length, date, tag) it asks of the file that it has open, so
 * nothing that happens to the folder meanwhile makes it wrong.
 * @param {import('node:http').IncomingMessage} request GET or HEAD
 * @param {import('node:http').ServerResponse} response
 * @param {{ root: string, path: string, headers: Record<string, string> }} file path: from `pathOf`; headers go before those of the file
 * @returns {Promise<boolean>} false where there is no such file; nothing has been answered then
 */
export async function sendFile(request, response, { root, path, headers }) {
  const { range } = request.headers;
  // A range of a compressed file would be of no use.
  const accepted = range === undefined || request.method === 'HEAD' ? codings(request) : [];
  const opened = await openBest(root, path, accepted);
  if (opened === null) return false;
  const { handle, stats, coding } = opened;
  try {
    const size = Number(stats.size);
    const etag = `"${stats.size.toString(36)}-${stats.mtimeNs.toString(36)}${coding && `-${coding}`}"`;
    const modified = new Date(Number(stats.mtimeMs)).toUTCString();
    const described = {
      'Content-Type': typeOf(path),
      'Last-Modified': modified,
      ETag: etag,
      'Accept-Ranges': 'bytes',
      Vary: 'Accept-Encoding',
      ...(coding && { 'Content-Encoding': coding }),
      ...headers,
    };
    if (isFresh(request, etag, modified)) {
      response.writeHead(304, described).end();
      return true;
    }
    const part = request.method === 'GET' && ifRange(request, etag, modified) ? partOf(range, size) : null;
    if (part === 'beyond') {
      response
        .writeHead(416, { ...described, 'Content-Range': `bytes */${size}`, 'Content-Length': 0 })
        .end();
      return true;
    }
    const [start, end] = part ?? [0, size - 1];
    response.writeHead(part ? 206 : 200, {
      ...described,
      'Content-Length': end - start + 1,
      ...(part && { 'Content-Range': `bytes ${start}-${end}/${size}` }),
    });
    if (request.method === 'HEAD' || end < start) response.end();
    else await pour(handle, response, start, end);
    return true;
  } finally {
    await handle.close();
  }
}

/** Sends bytes of an open file. One that has become shorter breaks the connection: its length has been promised. @param {FileHandle} handle @param {import('node:http').ServerResponse} response @param {number} start @param {number} end */
async function pour(handle, response, start, end) {
  const source = handle.createReadStream({ start, end, autoClose: false });
  let sent = 0;
  source.on('data', (chunk) => (sent += chunk.length));
  try {
    await pipeline(source, response, { end: false });
  } catch {
    // The reader has gone, or the disk has failed: there is nobody left to tell.
    response.destroy();
    return;
  }
  if (sent === end - start + 1) response.end();
  else response.destroy();
}

/**
 * The best of a file and its twins that can be had now. A twin that is older than its file is of another one.
 * @param {string} root @param {string} path @param {readonly string[]} accepted
 * @returns {Promise<Opened | null>}
 */
async function openBest(root, path, accepted) {
  const plain = await openInside(root, path);
  for (const { coding, extension } of TWINS) {
    if (!accepted.includes(coding)) continue;
    const twin = await openInside(root, path + extension);
    if (twin === null) continue;
    if (plain === null || twin.stats.mtimeNs >= plain.stats.mtimeNs) {
      await plain?.handle.close();
      return { ...twin, coding };
    }
    await twin.handle.close();
  }
  return plain && { ...plain, coding: '' };
}

/** A regular file that lies in the folder, wherever links lead. @param {string} root @param {string} path */
async function openInside(root, path) {
  let handle;
  try {
    const [folder, file] = await Promise.all([realpath(root), realpath(join(root, path))]);
    if (!file.startsWith(folder + sep)) return null;
    // Without waiting: a pipe has no end.
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = await handle.stat({ bigint: true });
    if (stats.isFile()) return { handle, stats };
  } catch (error) {
    await handle?.close();
    if (isNotThere(error)) return null;
    throw error;
  }
  await handle.close();
  return null;
}

const NOT_THERE = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'ENXIO', 'EACCES', 'EPERM'];
const isNotThere = (/** @type {unknown} */ error) =>
  error instanceof Error && 'code' in error && NOT_THERE.includes(String(error.code));

/** @param {string} path */
function typeOf(path) {
  const type = lookup(path) ?? 'application/octet-stream';
  return type === 'text/html' ? 'text/html;charset=utf-8' : type;
}

/** The codings that a request takes; one with the weight 0 is refused. @param {import('node:http').IncomingMessage} request */
function codings({ headers }) {
  const weights = new Map(
    String(headers['accept-encoding'] ?? '')
      .toLowerCase()
      .split(',')
      .map((one) => {
        const [name = '', ...parameters] = one.split(';').map((part) => part.trim());
        const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
        return [name, Number(weight) > 0];
      }),
  );
  return TWINS.map(({ coding }) => coding).filter(
    (coding) => weights.get(coding) ?? weights.get('*') ?? false,
  );
}

/** @param {import('node:http').IncomingMessage} request @param {string} etag @param {string} modified */
function isFresh({ headers }, etag, modified) {
  const tags = headers['if-none-match'];
  if (tags !== undefined)
    return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return since >= Date.parse(modified);
}

/** Whether a part may be sent: the file is still the one that the reader has the rest of. @param {import('node:http').IncomingMessage} request @param {string} etag @param {string} modified */
function ifRange({ headers }, etag, modified) {
  const condition = headers['if-range'];
  return condition === undefined || condition === etag || condition === modified;
}

/**
 * The first and last byte of a range; `null` where the whole file is to be sent, as for several ranges at once and for what is
 * no range; `beyond` where the file has none of it.
 * @param {string | undefined} range @param {number} size
 * @returns {[number, number] | 'beyond' | null}
 */
function partOf(range, size) {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '')
    return Number(to) === 0 || size === 0 ? 'beyond' : [Math.max(0, size - Number(to)), size - 1];
  if (to !== '' && Number(to) < Number(from)) return null;
  return Number(from) >= size
    ? 'beyond'
    : [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
}
