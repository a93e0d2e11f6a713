import type { Budget } from './limits';

const POLISH = /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]/g;
/** The two Polish single-byte encodings; ISO-8859-2 comes last, as it gives control signs for some letters of windows-1250. */
const SINGLE_BYTE = ['windows-1250', 'iso-8859-2'] as const;
/** Names that documents use for encodings that are read. */
const DECLARED: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'windows-1250': 'windows-1250',
  cp1250: 'windows-1250',
  'iso-8859-2': 'iso-8859-2',
  latin2: 'iso-8859-2',
};

export const polishLetters = (text: string): number => text.match(POLISH)?.length ?? 0;

/**
 * Text of a file in UTF-8 or UTF-16 (with its mark), windows-1250 or ISO-8859-2.
 * @param declared what the document itself says; believed only where it can be true
 * @throws {UnreadableFile} when the bytes are not text
 */
export function decode(bytes: Uint8Array, budget: Budget, declared?: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0))
    budget.fail(
      'not-text',
      'plik nie zawiera tekstu. Obsługiwane są pliki PDF, DOCX, XLSX, CSV, HTML, TXT, MD oraz obrazy PNG i JPEG.',
    );
  const utf8 = tryUtf8(bytes);
  if (utf8 !== null) return utf8;
  const named = DECLARED[declared?.toLowerCase() ?? ''];
  if (named !== undefined && named !== 'utf-8') return new TextDecoder(named).decode(bytes);
  const [best] = SINGLE_BYTE.map((encoding) => new TextDecoder(encoding).decode(bytes)).sort(
    (a, b) => polishLetters(b) - polishLetters(a),
  );
  return best ?? '';
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // The decoder's way to say that the bytes are not UTF-8.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
