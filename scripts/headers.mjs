// The one place that says which headers the site's files are sent with: the project's own server asks `headersFor`,
// the configuration of other servers is made from `RULES` (scripts/hosts.mjs).

/**
 * The policy of pages stands in a <meta> of each page, with the hashes of its own scripts; what <meta> cannot say, and
 * what must hold without hashes, is said here. A page's policy does not bind a worker: worker scripts carry their own.
 */
const policyFramedBy = (/** @type {string} */ ancestors) =>
  `frame-ancestors ${ancestors}; object-src 'none'; base-uri 'none'; form-action 'self'; connect-src 'self'; worker-src 'self'`;
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

const KEPT = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const ANYWHERE = { 'Access-Control-Allow-Origin': '*' };
const WORKER = { 'Content-Security-Policy': WORKER_POLICY };

/** Below it lie charts for other sites to frame, with a page of its own, `404.html`, for those that are not there. */
export const EMBEDS = '/osadz/';

/**
 * @typedef {object} Rule
 * @property {string} path what an address begins with, below the base path
 * @property {Record<string, string>} headers an empty one takes back what an earlier rule says
 * @property {boolean} [versioned] only for addresses that name the version of the published data, `?v=…`
 */

/** A later rule goes before an earlier one, header by header. @type {readonly Rule[]} */
export const RULES = [
  {
    path: '/',
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Content-Security-Policy': policyFramedBy("'none'"),
      // The same for browsers that do not know frame-ancestors.
      'X-Frame-Options': 'DENY',
      // Kept, and asked for again: an answer 304 where the ETag is still the same.
      'Cache-Control': 'no-cache',
    },
  },
  // Charts for other sites to frame, and nothing else. An empty header is not sent.
  { path: EMBEDS, headers: { 'Content-Security-Policy': policyFramedBy('*'), 'X-Frame-Options': '' } },
  // Files named by their hash never change.
  { path: '/_app/immutable/', headers: KEPT },
  { path: '/duckdb/duckdb-', headers: KEPT },
  // The reader of reports, the engine, OCR.
  { path: '/_app/immutable/workers/', headers: WORKER },
  { path: '/duckdb/', headers: WORKER },
  { path: '/ocr/', headers: WORKER },
  // What is made for machines may be read by pages of other sites (see /dane/).
  { path: '/dane/gmina/', headers: ANYWHERE },
  { path: '/dane/wskaznik/', headers: ANYWHERE },
  { path: '/dane/katalog.jsonld', headers: ANYWHERE },
  { path: '/zmiany/rss.xml', headers: ANYWHERE },
  // Published data may be read from anywhere: they are there to be queried in place.
  { path: '/data/', headers: ANYWHERE },
  { path: '/data/', versioned: true, headers: KEPT },
];

/** Types that servers do not know by themselves. @type {Record<string, string>} */
export const TYPES = {
  parquet: 'application/vnd.apache.parquet',
  wasm: 'application/wasm',
  jsonld: 'application/ld+json',
  part: 'application/octet-stream',
};

/**
 * @param {string} path path below the base path, beginning with a slash
 * @param {boolean} [current] the address names the version of the data that is published now
 * @returns {Record<string, string>}
 */
export function headersFor(path, current = false) {
  const extension = /\.([a-z0-9]+)$/.exec(path)?.[1] ?? '';
  const type = TYPES[extension];
  const fitting = RULES.filter((rule) => path.startsWith(rule.path) && (!rule.versioned || current));
  const all = Object.assign(
    type === undefined ? {} : { 'Content-Type': type },
    ...fitting.map(({ headers }) => headers),
  );
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}
