// The one place that says which headers the site's files are sent with. A host of one's own can be set up from here.

/**
 * The policy of pages stands in a <meta> of each page, with the hashes of its own scripts; what <meta> cannot say, and
 * what must hold without hashes, is said here. A page's policy does not bind a worker: worker scripts carry their own.
 */
const PAGE_POLICY =
  "frame-ancestors 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; connect-src 'self'; worker-src 'self'";
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** The engine, OCR, and the reader of reports. */
const WORKER_SCRIPTS = /^\/(?:duckdb|ocr|_app\/immutable\/workers)\//;

const EVERYWHERE = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

const isImmutable = (/** @type {string} */ path) =>
  path.startsWith('/_app/immutable/') || /^\/duckdb\/.*\.[0-9a-f]{12}\./.test(path);

/** Types that servers do not know by themselves. @type {Record<string, string>} */
const TYPES = {
  '.parquet': 'application/vnd.apache.parquet',
  '.wasm': 'application/wasm',
  '.part': 'application/octet-stream',
};

/**
 * @param {string} path path below the base path, beginning with a slash
 * @returns {Record<string, string>}
 */
export function headersFor(path) {
  const extension = /\.[a-z0-9]+$/.exec(path)?.[0] ?? '';
  const type = TYPES[extension];
  return {
    ...EVERYWHERE,
    'Content-Security-Policy': WORKER_SCRIPTS.test(path) ? WORKER_POLICY : PAGE_POLICY,
    'Cache-Control': isImmutable(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(type === undefined ? undefined : { 'Content-Type': type }),
    // Published data may be read from anywhere: they are there to be queried in place.
    ...(path.startsWith('/data/') ? { 'Access-Control-Allow-Origin': '*' } : undefined),
  };
}
