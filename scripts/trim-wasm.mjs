// Leaves only some exports in a WebAssembly module; nothing else of it is touched.

const EXPORT = 7;
const IMPORT = 2;
/** Magic number and version. */
const HEAD = 8;

/** Reads numbers and names of the binary format, one after the other. */
class Reader {
  /** @param {Uint8Array} bytes @param {number} at */
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }
  /** Unsigned LEB128. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new Error(`WebAssembly module ends at ${this.at}`);
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }
  name() {
    const length = this.number();
    this.at += length;
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + this.at - length, length).toString('utf8');
  }
}

/** @param {number} value */
function leb(value) {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}

/** @param {Uint8Array} wasm @returns {{ id: number, start: number, from: number, to: number }[]} */
function sectionsOf(wasm) {
  const reader = new Reader(wasm, HEAD);
  const sections = [];
  while (reader.at < wasm.length) {
    const start = reader.at;
    const id = reader.number();
    const size = reader.number();
    sections.push({ id, start, from: reader.at, to: reader.at + size });
    reader.at += size;
  }
  return sections;
}

/** The export section and its entries, each with its bytes' place. @param {Uint8Array} wasm */
function exportsOf(wasm) {
  const section = sectionsOf(wasm).find(({ id }) => id === EXPORT);
  if (!section) throw new Error('this WebAssembly module exports nothing');
  const reader = new Reader(wasm, section.from);
  const entries = Array.from({ length: reader.number() }, () => {
    const from = reader.at;
    const name = reader.name();
    reader.at += 1;
    reader.number();
    return { name, from, to: reader.at };
  });
  return { section, entries };
}

/**
 * The module with only the exports that `isNeeded` says yes to.
 * @param {Buffer} wasm @param {(name: string) => boolean} isNeeded @returns {Buffer}
 */
export function trimExports(wasm, isNeeded) {
  const { section, entries } = exportsOf(wasm);
  const kept = entries.filter(({ name }) => isNeeded(name));
  const body = Buffer.concat([
    Buffer.from(leb(kept.length)),
    ...kept.map(({ from, to }) => wasm.subarray(from, to)),
  ]);
  return Buffer.concat([
    wasm.subarray(0, section.start),
    Buffer.from([EXPORT, ...leb(body.length)]),
    body,
    wasm.subarray(section.to),
  ]);
}

/** Names of what a module imports; some of it it may export itself. @param {Uint8Array} wasm */
export function importedNames(wasm) {
  const section = sectionsOf(wasm).find(({ id }) => id === IMPORT);
  /** @type {Set<string>} */
  const names = new Set();
  if (!section) return names;
  const reader = new Reader(wasm, section.from);
  const count = reader.number();
  for (let i = 0; i < count; i += 1) {
    reader.name();
    names.add(reader.name());
    skipDescription(reader);
  }
  return names;
}

/** @param {Reader} reader */
function skipDescription(reader) {
  const kind = reader.number();
  const limits = () => {
    const flags = reader.number();
    reader.number();
    if (flags & 1) reader.number();
  };
  switch (kind) {
    case 0: // function: its type
      reader.number();
      break;
    case 1: // table: type of its elements, limits
      reader.at += 1;
      limits();
      break;
    case 2:
      limits();
      break;
    case 3: // global: type, mutable
      reader.at += 2;
      break;
    case 4: // tag: attribute, type
      reader.at += 1;
      reader.number();
      break;
    default:
      throw new Error(`unknown kind of WebAssembly import: ${kind}`);
  }
}
