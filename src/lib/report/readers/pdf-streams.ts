import type { Budget } from './limits';

/** What stands before a stream's bytes: its dictionary, as far as it matters here. */
const DICTIONARY = 600;
/** Deflate packs at best about a thousandfold. */
const BEST_RATIO = 1032;
const PIECE = 65_536;

const BOMB = 'plik PDF po rozpakowaniu jest nienaturalnie duży („bomba”) i nie został odczytany.';

/**
 * Unpacks every packed stream that could be too large, only to count: the PDF library unpacks streams whole.
 * Pictures are left out, as they are never unpacked for their text. Streams of an encrypted file cannot be looked into.
 * @throws {UnreadableFile} when a stream unpacks to more than the limits
 */
export async function checkStreams(bytes: Uint8Array, budget: Budget): Promise<void> {
  const text = new TextDecoder('latin1').decode(bytes);
  const keyword = /(?<!end)stream\r?\n/g;
  for (let match = keyword.exec(text); match; match = keyword.exec(text)) {
    budget.check();
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    if (end < 0) return;
    keyword.lastIndex = end;
    const dictionary =
      text
        .slice(Math.max(0, match.index - DICTIONARY), match.index)
        .split('endobj')
        .at(-1) ?? '';
    const packed = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (packed > 1) budget.fail('too-large', BOMB);
    if (packed === 0 || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    if ((end - start) * BEST_RATIO > budget.limits.streamBytes)
      await countUnpacked(bytes.subarray(start, end), budget);
  }
}

async function countUnpacked(packed: Uint8Array, budget: Budget): Promise<void> {
  let at = 0;
  const source = new ReadableStream<BufferSource>({
    pull(controller) {
      if (at >= packed.length) controller.close();
      else controller.enqueue(Uint8Array.from(packed.subarray(at, (at += PIECE))));
    },
  });
  const reader = source.pipeThrough(new DecompressionStream('deflate')).getReader();
  let size = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      size += piece.value.length;
      budget.check();
      if (size > budget.limits.streamBytes) break;
    }
  } catch (error) {
    // Bytes behind the packed ones or a damaged end: the PDF library decides what that means.
    if (!(error instanceof TypeError)) throw error;
  }
  if (size <= budget.limits.streamBytes) return;
  await reader.cancel();
  budget.fail('too-large', BOMB);
}
