import { LONGEST_QUERY } from '$lib/state/limits';

/** Up to this length a question stands in the address as it is, so that a person can read it. */
const LONGEST_PLAIN = 1200;
/** No statement begins with it. */
const COMPRESSED = '~';
/** Signs of a question after it is opened: what is compressed could be made to grow without end. */
const LONGEST_OPENED = 50_000;

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most = Infinity,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError(`more than ${most} bytes`);
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** A question as it stands in an address; `null` where it is too long for one, compressed too. */
export async function writeQuery(sql: string): Promise<string | null> {
  if (encodeURIComponent(sql).length <= LONGEST_PLAIN && !sql.startsWith(COMPRESSED)) return sql;
  if (sql.length > LONGEST_OPENED) return null;
  const packed = await through(new TextEncoder().encode(sql), new CompressionStream('deflate-raw'));
  const base64 = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(''));
  const text = COMPRESSED + base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return text.length <= LONGEST_QUERY ? text : null;
}

/** The question an address holds; `null` where it was cut or damaged on its way. */
export async function readQuery(text: string): Promise<string | null> {
  if (!text.startsWith(COMPRESSED)) return text;
  try {
    const base64 = text.slice(1).replaceAll('-', '+').replaceAll('_', '/');
    const packed = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream('deflate-raw'), LONGEST_OPENED * 2);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
