import type { DocumentFormat } from './document';
import type { Budget } from './limits';
import type { PackedFiles } from './zip';

/** What the first bytes say. `zip` is a docx, an xlsx or none of them: its files tell. */
type Kind = Exclude<DocumentFormat, 'docx' | 'xlsx'> | 'zip';

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const SAVE_AS = 'Prosimy otworzyć plik w programie, w którym powstał, i zapisać go jako DOCX, XLSX lub PDF.';
const PHOTO_AS =
  'Prosimy zapisać zdjęcie jako JPG lub PNG: w telefonie służy do tego udostępnianie albo format zdjęć „najbardziej zgodny”.';
const PAGE_AS = 'Prosimy otworzyć plik w przeglądarce i wydrukować go do pliku PDF.';

/** Formats that are told apart only to say what to do. */
const OTHERS: readonly { starts: string; name: string; instead?: string }[] = [
  { starts: '{\\rtf', name: 'RTF' },
  { starts: 'Rar!', name: 'archiwum RAR' },
  { starts: '7z\u00bc\u00af', name: 'archiwum 7z' },
  { starts: '\u001f\u008b', name: 'archiwum GZIP' },
  { starts: 'II*\u0000', name: 'obraz TIFF', instead: PHOTO_AS },
  { starts: 'MM\u0000*', name: 'obraz TIFF', instead: PHOTO_AS },
  { starts: 'GIF8', name: 'obraz GIF', instead: PHOTO_AS },
  { starts: 'MZ', name: 'program systemu Windows' },
];

/**
 * The format by the first bytes. Text formats look alike: there the extension decides between txt, md and csv.
 * @throws {UnreadableFile} for an empty file and for a format that is not read
 */
export function kindOf(bytes: Uint8Array, budget: Budget): Kind {
  if (bytes.length === 0) budget.fail('empty', 'plik jest pusty. Prosimy wskazać plik ze sprawozdaniem.');
  const start = ascii(bytes, 0, 8);
  // PDF may have anything before its header, up to a kilobyte.
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return 'zip';
  if (start.startsWith('\u0089PNG') || start.startsWith('\u00ff\u00d8\u00ff')) return 'image';
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return refuseOldOffice(bytes, budget);
  const other = OTHERS.find(({ starts }) => start.startsWith(starts));
  if (other)
    budget.fail(
      'unsupported-format',
      `format pliku (${other.name}) nie jest obsługiwany. ${other.instead ?? SAVE_AS}`,
    );
  // Boxes of a media file: a photo of a phone is HEIC, HEIF or AVIF by its brand.
  if (ascii(bytes, 4, 8) === 'ftyp')
    budget.fail(
      'unsupported-format',
      /^(hei|hev|mif1|msf1|avi[fs])/.test(ascii(bytes, 8, 12))
        ? `format zdjęcia (HEIC) nie jest obsługiwany. ${PHOTO_AS}`
        : 'plik jest nagraniem (film lub dźwięk), a nie dokumentem.',
    );
  if (
    /^(from|mime-version|message-id|return-path|received|date|subject|content-type):/i.test(
      ascii(bytes, 0, 200).trimStart(),
    ) &&
    /^content-type:\s*multipart\//im.test(ascii(bytes, 0, 4096))
  )
    budget.fail(
      'unsupported-format',
      `format pliku (strona MHT albo wiadomość e-mail) nie jest obsługiwany. ${PAGE_AS}`,
    );
  if (
    /^\s*(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|head|body|table|meta|\?xml[^>]*>\s*<(?:!doctype html|html))/i.test(
      ascii(bytes, 0, 1024),
    )
  )
    return 'html';
  const extension = extensionOf(budget.file);
  if (extension === 'md' || extension === 'csv') return extension;
  return extension === 'html' || extension === 'htm' ? 'html' : 'txt';
}

/** A compound file: Word and Excel before 2007, or a new one locked with a password. */
function refuseOldOffice(bytes: Uint8Array, budget: Budget): never {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, 65_536 - (bytes.length % 2)));
  const odd = new TextDecoder('utf-16le').decode(bytes.slice(1, 65_536));
  if (`${names}${odd}`.includes('EncryptedPackage'))
    budget.fail(
      'encrypted',
      'plik jest zaszyfrowany hasłem. Prosimy zapisać go bez hasła i wczytać ponownie.',
    );
  return budget.fail(
    'unsupported-format',
    `plik jest w starym formacie programu Word lub Excel (DOC, XLS), który nie jest obsługiwany. ${SAVE_AS}`,
  );
}

/**
 * What a zip is.
 * @throws {UnreadableFile} when it is neither a docx nor an xlsx
 */
export function packedFormat(files: PackedFiles, budget: Budget): 'docx' | 'xlsx' {
  const has = (part: string) => files.names.some((name) => name.startsWith(part));
  if (has('word/document')) return 'docx';
  if (has('xl/workbook.xml')) return 'xlsx';
  const name = has('xl/workbook.bin')
    ? 'XLSB'
    : has('content.xml')
      ? 'OpenDocument (ODT, ODS)'
      : has('ppt/')
        ? 'PPTX'
        : 'archiwum ZIP';
  return budget.fail('unsupported-format', `format pliku (${name}) nie jest obsługiwany. ${SAVE_AS}`);
}

/** Extensions that may stand on a file of the format. */
const EXTENSIONS: Readonly<Record<DocumentFormat, readonly string[]>> = {
  txt: ['txt', 'text', 'tsv', 'log'],
  md: ['md', 'markdown'],
  html: ['html', 'htm', 'xhtml'],
  docx: ['docx', 'docm', 'dotx'],
  xlsx: ['xlsx', 'xlsm', 'xltx'],
  csv: ['csv'],
  pdf: ['pdf'],
  image: ['png', 'jpg', 'jpeg'],
};

export function extensionOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Says so where the extension promises another format than the content has. */
export function noticeExtension(format: DocumentFormat, budget: Budget): void {
  const extension = extensionOf(budget.file);
  if (extension === '' || EXTENSIONS[format].includes(extension)) return;
  const known = Object.values(EXTENSIONS).some((extensions) => extensions.includes(extension));
  if (known || format !== 'txt')
    budget.notice(
      `Rozszerzenie pliku (.${extension}) nie odpowiada jego treści: odczytano go jako ${format === 'image' ? 'obraz' : format.toUpperCase()}.`,
    );
}
