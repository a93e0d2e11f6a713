import type { MissingReason } from '../../domain';

/** A cell as read: a value, the reason there is none, or several values an OCR token may stand for. */
export interface Reading {
  value: number | null;
  missing: MissingReason | null;
  /** The token is written as a number should be; false where letters or signs had to be taken for digits. */
  clean: boolean;
  /** Values the token may stand for, likeliest first; the only one where `clean`. */
  candidates: number[];
}

const unreadable: Reading = { value: null, missing: 'unreadable', clean: false, candidates: [] };
const absent = (missing: MissingReason): Reading => ({ value: null, missing, clean: true, candidates: [] });
const number = (value: number): Reading => ({ value, missing: null, clean: true, candidates: [value] });

const GROUPED = /^-?\d{1,3}(?:[ .\u202f]\d{3})+(?:,\s?\d+)?$/;
const PLAIN = /^-?\d+(?:[,.]\d+)?$/;
/** Thousands separated once and then run together: `4.424013`. */
const HALF_GROUPED = /^\d{1,3}\.\d{6}$/;

/**
 * A printed number in any of the shapes of Polish reports (`1 369`, `10.829,45`, `14 861 320, 96`, `536 860,37 zł`,
 * `36,36%`, `4.424013`), or what stands in its place: `X` cannot be filled, `.` no information, `-` and nothing not reported.
 */
export function readNumber(printed: string): Reading {
  const text = printed
    .replace(/\s*(zł|%)$/u, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  if (text === '' || /^[-–—]$/.test(text)) return absent('not-reported');
  if (/^[xX]$/.test(text)) return absent('not-applicable');
  if (text === '.') return absent('no-information');
  if (GROUPED.test(text)) return number(Number(text.replace(/[ .\u202f]/g, '').replace(',', '.')));
  if (HALF_GROUPED.test(text)) return number(Number(text.replace('.', '')));
  if (PLAIN.test(text)) return number(Number(text.replace(',', '.')));
  return unreadable;
}

/** Letters and signs that OCR of scanned forms gives for a digit, likeliest first. */
const GLYPHS: Readonly<Record<string, string>> = {
  o: '0', O: '0', Q: '0', D: '0', C: '0', a: '0', G: '06', g: '09', c: '0', U: '0', J: '0', '¢': '0', ']': '0', '[': '0',
  i: '1', l: '1', I: '1', '|': '1', '!': '1', t: '1', '#': '1', '"': '1',
  z: '2', Z: '2', S: '5', s: '5', b: '6', B: '8', q: '9', A: '4', '+': '4',
}; // prettier-ignore

/** May a letter stand alone for a digit that begins a number: `S 326` for 5 326, never `o 810`. */
export const beginsNumber = (sign: string): boolean => /[1-9]/.test(GLYPHS[sign] ?? '');

/** Digits that OCR takes for one another, whichever of the two is printed. */
const ALIKE = [
  '06',
  '08',
  '09',
  '14',
  '17',
  '27',
  '23',
  '35',
  '38',
  '39',
  '49',
  '56',
  '58',
  '59',
  '68',
  '89',
];
const CONFUSED: ReadonlyMap<string, string> = new Map(
  [...'0123456789'].map((digit) => [
    digit,
    ALIKE.filter((pair) => pair.includes(digit))
      .map((pair) => pair.replace(digit, ''))
      .join(''),
  ]),
);

/** A part of a table's frame or a speck of dirt read into the token: `4]`, `[¢]`, `5|`, `7.`. */
const FRAME = /^[\]|[(){}]+|[\]|[(){}.,'’_:;~°]+$/g;

/**
 * A token of an OCR reading. A clean number has one candidate; otherwise the values that its signs may stand for.
 * Nothing is decided here: a candidate becomes a value only where the rest of the report confirms it.
 */
export function readScanned(token: string): Reading {
  const text = token.trim();
  if (/^[xX]$/.test(text)) return absent('not-applicable');
  if (/^\d{1,5}(?: \d{3})+$|^\d+$/.test(text) && !/^0\d/.test(text))
    return number(Number(text.replaceAll(' ', '')));
  const candidates = new Set<number>();
  const add = (digits: string) => {
    if (/^0+$/.test(digits) || /^[1-9]\d*$/.test(digits)) candidates.add(Number(digits));
  };
  const compact = text.replaceAll(' ', '');
  // A framed zero is read as a digit with a bracket: zero first, then the digit itself.
  if (/^[[(]?.?[\])]$/.test(compact)) candidates.add(0);
  const bare = compact.replace(FRAME, '');
  if (bare !== compact) spelled(bare).forEach(add);
  spelled(compact).forEach(add);
  return { value: null, missing: 'unreadable', clean: false, candidates: [...candidates] };
}

/** Every way to read the signs of a token as digits; none where a sign is like no digit. */
function spelled(token: string): string[] {
  // Two letters in a row are a torn word, not a number.
  if (token === '' || token.length > 9 || (token.length > 1 && !/\d/.test(token))) return [];
  return [...token].reduce<string[]>(
    (ways, sign) => {
      const digits = /\d/.test(sign) ? sign : (GLYPHS[sign] ?? '');
      return ways.flatMap((way) => [...digits].map((digit) => way + digit)).slice(0, 16);
    },
    [''],
  );
}

/**
 * Values that a number may have been before OCR changed one digit of it: `185` → 165, 195, 105, 135, …
 * @param value a whole number as read
 */
export function substitutions(value: number): number[] {
  const digits = String(value);
  return [...digits].flatMap((digit, at) =>
    [...(CONFUSED.get(digit) ?? '')]
      .map((other) => digits.slice(0, at) + other + digits.slice(at + 1))
      .filter((changed) => digits.length === 1 || !changed.startsWith('0'))
      .map(Number),
  );
}

/** Values that a number may have been before any one of its digits changed, was lost or was added, likely or not. */
export function digitChanges(value: number): number[] {
  if (!Number.isInteger(value)) return [];
  const digits = String(value);
  const ways = new Set<string>();
  for (let at = 0; at <= digits.length; at++)
    for (const other of '0123456789') {
      ways.add(digits.slice(0, at) + other + digits.slice(at + 1));
      ways.add(digits.slice(0, at) + other + digits.slice(at));
      ways.add(digits.slice(0, at) + digits.slice(at + 1));
    }
  return [...ways].filter((way) => way !== digits && /^(?:0|[1-9]\d*)$/.test(way)).map(Number);
}

/** Do two whole numbers differ by one digit that OCR confuses, or by one digit lost? Then one of them is suspect. */
export function nearMiss(a: number, b: number): boolean {
  if (a === b) return false;
  if (substitutions(a).includes(b) || substitutions(b).includes(a)) return true;
  const [longer, shorter] = [String(Math.max(a, b)), String(Math.min(a, b))];
  if (longer.length !== shorter.length + 1 || shorter === '0') return false;
  return [...longer].some((_, at) => longer.slice(0, at) + longer.slice(at + 1) === shorter);
}

/** May the token stand in a column of numbers of a scanned table (a number, a damaged number, a sign of the frame)? */
export function isValueLike(token: string): boolean {
  if (/^\d+[-–]\d+$/.test(token)) return false;
  const signs = [...token];
  const digits = signs.filter((sign) => /\d/.test(sign)).length;
  const letters = signs.filter((sign) => /\p{L}/u.test(sign)).length;
  if (digits > 0) return letters <= digits && token.length <= 10;
  return (
    token.length <= 3 &&
    (letters <= 1 || (letters === 2 && !/^(na|do|od|ze|we|po|za|lub|tym|dla|oraz)$/.test(token)))
  );
}

/** A token that carries no value: dots, quotes, hyphens, bars. */
export const isNoise = (token: string): boolean => /^[^\p{L}\d[\]¢#"+]+$/u.test(token);
