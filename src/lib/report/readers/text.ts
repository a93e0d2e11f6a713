/** A line of a report: `cells` where the format keeps columns apart (tabs), otherwise `null`. */
export interface Line {
  /** 1-based, as a text editor counts. */
  number: number;
  page: number | null;
  text: string;
  cells: string[] | null;
}

/** `tekst`: letters as typed; `skan`: letters read by OCR, so that a digit may be another one. */
export type Reading = 'tekst' | 'skan';

export interface ReportDocument {
  name: string;
  lines: Line[];
  reading: Reading;
}

const POLISH = /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]/g;
/** Polish prose has 5.8–7 % of letters with diacritics; OCR that lost the Polish alphabet has none. */
const DIACRITICS_OF_TEXT = 0.02;

/**
 * Text of a plain or Markdown report in UTF-8, windows-1250 or ISO-8859-2.
 * A form feed starts a new page; without any, pages are unknown.
 * @throws when the bytes are not text.
 */
export function readText(bytes: Uint8Array, name: string): ReportDocument {
  const text = decode(bytes, name);
  const paged = text.includes('\f');
  let page = 1;
  const lines = text.split(/\r\n|\n|\r/).map((rawLine, index): Line => {
    page += rawLine.split('\f').length - 1;
    const line = withoutMarkup(rawLine.replaceAll('\f', ''));
    return {
      number: index + 1,
      page: paged ? page : null,
      text: line.replaceAll('\t', ' ').trim(),
      cells: line.includes('\t') ? line.split('\t').map((cell) => cell.trim()) : null,
    };
  });
  return { name, lines, reading: readingOf(text) };
}

function decode(bytes: Uint8Array, name: string): string {
  if (bytes.length === 0) throw new Error(`${name}: empty file`);
  if (bytes.includes(0)) throw new Error(`${name}: not a text file (it holds zero bytes)`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: of the two Polish single-byte encodings the one that gives more Polish letters.
    const [best] = ['windows-1250', 'iso-8859-2']
      .map((encoding) => new TextDecoder(encoding).decode(bytes))
      .sort((a, b) => polishLetters(b) - polishLetters(a));
    return best ?? '';
  }
}

const polishLetters = (text: string): number => text.match(POLISH)?.length ?? 0;

function withoutMarkup(line: string): string {
  return line
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/\*\*|^\s*#{1,6}\s+/g, '')
    .replaceAll('\u00a0', ' ')
    .replace(/\\([*_])/g, '$1');
}

function readingOf(text: string): Reading {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return polishLetters(text) >= letters * DIACRITICS_OF_TEXT ? 'tekst' : 'skan';
}
