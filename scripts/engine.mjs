// Puts DuckDB-WASM's files under static/duckdb, named by their hash, and compresses them once into .cache/engine.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { importedNames, trimExports } from './trim-wasm.mjs';

const DIST = join('node_modules', '@duckdb', 'duckdb-wasm', 'dist');
const OUT = join('static', 'duckdb');
const CACHE = join('.cache', 'engine');
/** Below the 25 MiB that some static hosts allow a file. */
const PART = 20 * 1024 * 1024;

const hashOf = (/** @type {string | Buffer} */ bytes) =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 12);

/** What the installed version of the engine is made of (package.json pins it); a new version needs its hashes here. */
const KNOWN = {
  'duckdb-eh.wasm': '4c221bfa59c11f24dbd750e70c90b9252eca6eec5633936e6a2ec766e55fd879',
  'duckdb-browser-eh.worker.js': 'f8ab72b6b90b3ad83077d47426d4a99d5d9a4c7e07cba1a2be37d655adc7c1ab',
};

/**
 * A file of the engine, where it is the one that is known: one flipped bit would be laid out and run.
 * @param {keyof typeof KNOWN} name @param {string} [folder]
 * @throws Error in words where it is another one
 */
export function readKnown(name, folder = DIST) {
  const bytes = readFileSync(join(folder, name));
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (hash !== KNOWN[name])
    throw new Error(
      `${join(folder, name)} is not the file that scripts/engine.mjs knows (sha256 ${hash}): install anew ("npm ci"), or write down its hash after a new version was looked at`,
    );
  return bytes;
}

/** The first script of the worker: where the engine lies, and no way to anything else. */
const workerScript = (
  /** @type {string[]} */ parts,
  /** @type {string} */ library,
) => `// Made by scripts/engine.mjs.
(() => {
  const Joint = TransformStream;
  // Asked for before the library is read: both come at the same time.
  const parts = ${JSON.stringify(parts)}.map(async (part) => {
    const response = await fetch(new URL(part, self.location.href));
    if (!response.ok) throw new Error(part + ': HTTP ' + response.status);
    return response;
  });
  // Where the engine is one file the answer stays as it came: only then is what was compiled kept for the next visit.
  const engine = parts.length === 1 ? parts[0] : Promise.all(parts).then(joined);
  engine.catch(() => undefined);
  function joined(responses) {
    const { readable, writable } = new Joint();
    (async () => {
      for (const { body } of responses) await body.pipeTo(writable, { preventClose: true });
      await writable.close();
    })().catch((error) => writable.abort(error).catch(() => undefined));
    return new Response(readable, { headers: { 'content-type': 'application/wasm' } });
  }
  // The page's policy does not bind a worker, and not every host sends a header with it: the ways out are closed here.
  self.fetch = async (input) => {
    const url = typeof input === 'string' ? input : (input.url ?? input.href);
    if (url.endsWith('engine.wasm')) return engine;
    throw new TypeError('this worker fetches nothing but the engine');
  };
  for (const way of ['XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport'])
    Object.defineProperty(self, way, { value: undefined });
  // Without it the library counts no bytes on their way, and hands the answer on untouched.
  Object.defineProperty(self, 'TransformStream', { value: undefined });
  // A start that fails inside a promise would leave the page waiting for ever.
  self.addEventListener('unhandledrejection', (event) => {
    setTimeout(() => {
      throw event.reason;
    });
  });
  importScripts(${JSON.stringify(library)});
})();
`;

/**
 * Compressed twins of a file, made once for its content.
 * Quality 9 with a window of 16 MiB: 5.1 MB in 5 s; 10 gives a tenth less in 40 s.
 * @param {Buffer} bytes @param {string} hash
 */
async function compressOnce(bytes, hash) {
  mkdirSync(CACHE, { recursive: true });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  /** @type {[string, () => Promise<Buffer>][]} */
  const twins = [
    ['br', () => promisify(brotliCompress)(bytes, { params })],
    ['gz', () => promisify(gzip)(bytes, { level: 9 })],
  ];
  await Promise.all(
    twins.map(async ([extension, make]) => {
      const file = join(CACHE, `${hash}.${extension}`);
      if (existsSync(file)) return;
      writeFileSync(`${file}.new`, await make());
      renameSync(`${file}.new`, file);
    }),
  );
}

/**
 * The engine exports 75 000 functions for extensions that could be loaded later. None ever is here, and a browser makes an
 * object of each: left are those that its library names and those that the engine imports from itself.
 * @param {Buffer} wasm @param {string} library
 */
function withNeededExports(wasm, library) {
  const named = new Set(library.match(/[A-Za-z_$][\w$]*/g));
  const imported = importedNames(wasm);
  return trimExports(wasm, (name) => named.has(name) || named.has(`_${name}`) || imported.has(name));
}

/**
 * Lays the engine's files out in a folder: in one piece, or in parts that worker.js joins.
 * @param {string} out emptied first
 * @param {boolean} inParts
 */
export function layOutEngine(out, inParts) {
  // Its source map is not shipped.
  const library = Buffer.from(
    readKnown('duckdb-browser-eh.worker.js')
      .toString('utf8')
      .replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'),
  );
  const wasm = withNeededExports(readKnown('duckdb-eh.wasm'), library.toString('utf8'));
  if (!WebAssembly.validate(new Uint8Array(wasm)))
    throw new Error(
      'the engine is no WebAssembly any more after it was trimmed: scripts/trim-wasm.mjs has a fault',
    );
  const chunks = inParts
    ? Array.from({ length: Math.ceil(wasm.length / PART) }, (_, i) => wasm.subarray(i * PART, (i + 1) * PART))
    : [wasm];
  const engine = chunks.map((bytes, i) => {
    const hash = hashOf(bytes);
    return { bytes, hash, name: inParts ? `duckdb-eh-${i}.${hash}.part` : `duckdb-eh.${hash}.wasm` };
  });
  const libraryHash = hashOf(library);
  const libraryName = `duckdb-browser-eh.${libraryHash}.worker.js`;
  const files = [...engine, { bytes: library, hash: libraryHash, name: libraryName }];
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const { name, bytes } of files) writeFileSync(join(out, name), bytes);
  const parts = engine.map((part) => part.name);
  writeFileSync(join(out, 'worker.js'), workerScript(parts, libraryName));
  return files;
}

/** The engine under static/duckdb, with its compressed twins ready in the cache. ENGINE_PARTS=1: in parts. */
export async function prepareEngine() {
  const files = layOutEngine(OUT, process.env.ENGINE_PARTS === '1');
  await Promise.all(files.map(({ bytes, hash }) => compressOnce(bytes, hash)));
  writeFileSync(join(CACHE, 'files.json'), JSON.stringify(files.map(({ name, hash }) => ({ name, hash }))));
}

/** Puts the compressed twins beside the engine's files in a built site. @param {string} build */
export function addCompressedEngine(build) {
  /** @type {{ name: string, hash: string }[]} */
  const files = JSON.parse(readFileSync(join(CACHE, 'files.json'), 'utf8'));
  for (const { name, hash } of files)
    for (const extension of ['br', 'gz']) {
      const target = join(build, 'duckdb', `${name}.${extension}`);
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(join(CACHE, `${hash}.${extension}`), target);
    }
}
