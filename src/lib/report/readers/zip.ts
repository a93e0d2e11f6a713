import type { FileEntry } from '@zip.js/zip.js';
import type { Budget } from './limits';
import { UnreadableFile } from './unreadable';

/** The files inside a docx or xlsx. */
export interface PackedFiles {
  names: readonly string[];
  /**
   * Feeds a packed file's text, piece by piece, to a consumer; what it holds is never all in memory.
   * @returns false where there is no such file
   * @throws {UnreadableFile} damaged, encrypted, or larger than the limits
   */
  feed(name: string, consume: (text: string) => void): Promise<boolean>;
}

const DAMAGED =
  'plik jest uszkodzony lub niekompletny. Prosimy pobrać go ponownie albo otworzyć w programie biurowym i zapisać jeszcze raz.';
/** Below this a ratio says nothing: a page of one letter packs a thousandfold. */
const RATIO_COUNTS_FROM = 1_000_000;

/**
 * Opens a zip by its own list of contents. Nothing is unpacked yet.
 * @throws {UnreadableFile} when the list is damaged or longer than the limits
 */
export async function openZip(bytes: Uint8Array, budget: Budget): Promise<PackedFiles> {
  const { configure, Uint8ArrayReader, ZipReader } = await import('@zip.js/zip.js');
  configure({ useWebWorkers: false });
  const entries = new Map<string, FileEntry>();
  try {
    const reader = new ZipReader(new Uint8ArrayReader(bytes), { checkOverlappingEntry: true });
    for await (const entry of reader.getEntriesGenerator()) {
      budget.check();
      if (entries.size >= budget.limits.entries)
        budget.fail(
          'too-large',
          `plik zawiera ponad ${budget.limits.entries} części; to nie jest zwykły dokument.`,
        );
      if (!entry.directory) entries.set(entry.filename, entry);
    }
  } catch (error) {
    budget.signal?.throwIfAborted();
    if (error instanceof UnreadableFile) throw error;
    budget.fail('damaged', DAMAGED, error);
  }
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    async feed(name, consume) {
      const entry = entries.get(name);
      if (!entry) return false;
      if (entry.encrypted)
        budget.fail(
          'encrypted',
          'plik jest zaszyfrowany hasłem. Prosimy zapisać go bez hasła i wczytać ponownie.',
        );
      const decoder = new TextDecoder('utf-8');
      let size = 0;
      const sink = new WritableStream<Uint8Array>({
        write(chunk) {
          budget.check();
          size += chunk.length;
          unpacked += chunk.length;
          const ratio = size / Math.max(entry.compressedSize, 1);
          if (
            unpacked > budget.limits.unpackedBytes ||
            (size > RATIO_COUNTS_FROM && ratio > budget.limits.unpackRatio)
          )
            budget.fail(
              'too-large',
              'plik po rozpakowaniu jest nienaturalnie duży („bomba ZIP”) i nie został odczytany.',
            );
          consume(decoder.decode(chunk, { stream: true }));
        },
      });
      try {
        await entry.getData(sink, {
          checkSignature: true,
          ...(budget.signal ? { signal: budget.signal } : {}),
        });
      } catch (error) {
        budget.signal?.throwIfAborted();
        if (error instanceof UnreadableFile) throw error;
        budget.fail('damaged', DAMAGED, error);
      }
      consume(decoder.decode());
      return true;
    },
  };
}
