// Serves a built folder: precompressed files, ranges, types, caching and security headers. A thin layer over sirv.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { EMBEDS, headersFor } from './headers.mjs';
import { publishedVersion } from './version.mjs';

/**
 * sirv reads `bytes=a-b` and `bytes=a-`. A request for anything else (the last n bytes, several ranges, the very first
 * byte) is answered with the whole file, which the protocol allows. A range of a compressed file would be of no use.
 * @param {import('node:http').IncomingMessage} request
 */
function prepareRange(request) {
  const { range } = request.headers;
  if (range === undefined) return;
  if (/^bytes=\d+-(?!0+$)\d*$/.test(range)) delete request.headers['accept-encoding'];
  else delete request.headers.range;
}

/**
 * @param {{ root?: string, port?: number, base?: string, host?: string }} [options] port 0: any free one
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} `url` ends with a slash
 */
export async function serve({ root = 'build', port = 4173, base = '', host } = {}) {
  if (!existsSync(join(root, 'index.html')))
    throw new Error(`${root}/index.html is missing: run "npm run build"`);
  const version = publishedVersion(join(root, 'data'));
  const namesVersion = (/** @type {string | undefined} */ url) =>
    version !== '' && new URLSearchParams(url?.split('?')[1]).get('v') === version;
  const files = sirv(root, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, path) {
      const headers = headersFor(path, namesVersion(response.req.url));
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    },
  });
  /** What is said of lost addresses below a path. @param {string} folder */
  const lost = (folder) => {
    const file = join(root, folder, '404.html');
    return existsSync(file) ? readFileSync(file) : 'Nie ma takiej strony.';
  };
  const notFound = lost('');
  const noEmbed = lost(EMBEDS);
  const server = createServer((request, response) => {
    /** @param {number} status @param {Record<string, string>} headers @param {string | Buffer} [body] @param {string} [as] */
    const answer = (status, headers, body, as = '/') =>
      response
        .writeHead(status, { ...headersFor(as), ...headers })
        .end(request.method === 'HEAD' ? undefined : body);
    const [path = '/', query] = (request.url ?? '/').split('?');
    const suffix = query === undefined ? '' : `?${query}`;
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, { Allow: 'GET, HEAD' });
    if (base !== '' && path === base) return answer(308, { Location: `${base}/${suffix}` });
    const below = path.startsWith(`${base}/`) ? path.slice(base.length) : null;
    const missing = () => {
      const type = { 'Content-Type': 'text/html;charset=utf-8' };
      // A frame whose chart is not there says so itself.
      if (below?.startsWith(EMBEDS)) answer(404, type, noEmbed, EMBEDS);
      else answer(404, type, notFound);
    };
    if (below === null) return missing();
    // A page's address ends with a slash: one page, one address.
    if (/^(\/[a-z0-9-]+)+$/.test(below) && existsSync(join(root, below, 'index.html')))
      return answer(308, { Location: `${base}${below}/${suffix}` });
    prepareRange(request);
    request.url = below + suffix;
    files(request, response, missing);
  });
  await /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    })
  );
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://localhost:${actual}${base}/`,
    port: actual,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
