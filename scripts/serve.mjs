// Serves a built folder: precompressed files, ranges, types, caching and security headers. No request and no file may end it.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { EMBEDS, headersFor } from './headers.mjs';
import { pathOf, sendFile } from './serve-file.mjs';
import { publishedVersion } from './version.mjs';

/** Only this machine; `HOST=0.0.0.0 npm start` lets others in. */
const LOOPBACK = '127.0.0.1';
/** How long downloads may go on after the server was told to stop, in milliseconds. */
const DRAIN = 30_000;

/**
 * @param {{ root?: string, port?: number, base?: string, host?: string }} [options] port 0: any free one
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void>, drain: () => Promise<void> }>}
 *   `url` ends with a slash; `close` cuts what is being sent, `drain` lets it end
 */
export async function serve({ root = 'build', port = 4173, base = '', host = LOOPBACK } = {}) {
  if (!existsSync(join(root, 'index.html')))
    throw new Error(`${root}/index.html is missing: run "npm run build"`);
  const version = publishedVersion(join(root, 'data'));
  const namesVersion = (/** @type {string | undefined} */ query) =>
    version !== '' && new URLSearchParams(query).get('v') === version;
  /** What is said of lost addresses below a path. @param {string} folder */
  const lost = (folder) => {
    const file = join(root, folder, '404.html');
    return existsSync(file) ? readFileSync(file) : 'Nie ma takiej strony.';
  };
  const notFound = lost('');
  const noEmbed = lost(EMBEDS);

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async function respond(request, response) {
    /** @param {number} status @param {Record<string, string>} headers @param {string | Buffer} [body] @param {string} [as] */
    const answer = (status, headers, body, as = '/') => {
      response.writeHead(status, { ...headersFor(as), ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const [path = '/', query] = (request.url ?? '/').split('?');
    const suffix = query === undefined ? '' : `?${query}`;
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, { Allow: 'GET, HEAD' });
    if (base !== '' && path === base) return answer(308, { Location: `${base}/${suffix}` });
    const below = path.startsWith(`${base}/`) ? path.slice(base.length) : null;
    // A page's address ends with a slash: one page, one address.
    if (below !== null && /^(\/[a-z0-9-]+)+$/.test(below) && existsSync(join(root, below, 'index.html')))
      return answer(308, { Location: `${base}${below}/${suffix}` });
    const file = below === null ? null : pathOf(below);
    if (file !== null) {
      const headers = headersFor(file, namesVersion(query));
      if (await sendFile(request, response, { root, path: file, headers })) return;
    }
    const type = { 'Content-Type': 'text/html;charset=utf-8' };
    // A frame whose chart is not there says so itself.
    if (below?.startsWith(EMBEDS)) answer(404, type, noEmbed, EMBEDS);
    else answer(404, type, notFound);
  }

  const server = createServer((request, response) => {
    respond(request, response).catch((/** @type {unknown} */ error) => {
      console.error(
        `${request.method} ${request.url}: ${error instanceof Error ? error.message : String(error)}`,
      );
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'Content-Type': 'text/plain;charset=utf-8' }).end('Błąd serwera.');
    });
  });
  await listen(server, port, host);
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  const shown = host === LOOPBACK || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const closed = () =>
    /** @type {Promise<void>} */ (
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      })
    );
  return {
    url: `http://${shown}:${actual}${base}/`,
    port: actual,
    close: () => {
      const done = closed();
      server.closeAllConnections();
      return done;
    },
    drain: async () => {
      const done = closed();
      // Connections are kept alive for the next request, which will not be answered.
      const idle = setInterval(() => server.closeIdleConnections(), 100);
      const late = setTimeout(() => server.closeAllConnections(), DRAIN);
      await done;
      clearInterval(idle);
      clearTimeout(late);
    },
  };
}

/** @param {import('node:http').Server} server @param {number} port @param {string} host @throws Error in words where the port is taken */
function listen(server, port, host) {
  return /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
        reject(cannotListen(error, port, host)),
      );
      server.listen(port, host, resolve);
    })
  );
}

/** @param {NodeJS.ErrnoException} error @param {number} port @param {string} host */
function cannotListen(error, port, host) {
  const why =
    error.code === 'EADDRINUSE'
      ? `port ${port} is taken: stop the program that uses it, or choose another one, "PORT=${port === 65535 ? 4173 : port + 1} npm start"`
      : error.code === 'EACCES'
        ? `port ${port} may not be used by this user: choose one above 1023, "PORT=4173 npm start"`
        : `${host}:${port} cannot be listened on (${error.message})`;
  return new Error(why, { cause: error });
}

/** Before hours of work for it: whether a port can be had. @param {number} port @param {string} [host] @throws Error in words where it cannot */
export async function checkPort(port, host = LOOPBACK) {
  const probe = createServer();
  await listen(probe, port, host);
  await new Promise((resolve) => probe.close(resolve));
}
