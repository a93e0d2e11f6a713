import { describe, expect, test } from 'vitest';
import { importedNames, trimExports } from '../../../scripts/trim-wasm.mjs';

/** (module (import "env" "given" (func)) (func) (export "kept" (func 1)) (export "left" (func 1)) (export "given" (func 0))) */
const MODULE = Buffer.concat([
  Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
  Buffer.from([1, 4, 1, 0x60, 0, 0]),
  Buffer.from([2, 13, 1, 3, ...Buffer.from('env'), 5, ...Buffer.from('given'), 0, 0]),
  Buffer.from([3, 2, 1, 0]),
  Buffer.from([7, 23, 3, 4, ...Buffer.from('kept'), 0, 1, 4, ...Buffer.from('left'), 0, 1]),
  Buffer.from([5, ...Buffer.from('given'), 0, 0]),
  Buffer.from([10, 4, 1, 2, 0, 0x0b]),
]);
const exportNames = async (bytes: Buffer) =>
  WebAssembly.Module.exports(await WebAssembly.compile(new Uint8Array(bytes))).map(({ name }) => name);

describe('a trimmed WebAssembly module', () => {
  test('exports only what is needed, and is a module still', async () => {
    expect(await exportNames(MODULE)).toEqual(['kept', 'left', 'given']);
    expect(await exportNames(trimExports(MODULE, (name) => name !== 'left'))).toEqual(['kept', 'given']);
  });

  test('keeps what it imports from itself, since its imports are named', () => {
    expect(importedNames(MODULE)).toEqual(new Set(['given']));
  });

  test('that ends in the middle is an error', () => {
    expect(() => trimExports(MODULE.subarray(0, 9), () => true)).toThrow('ends at');
  });
});
