import type { Line, ReportDocument } from '../readers';

/** Fewer digits than this say nothing: a digit may be missing by chance. */
const ENOUGH = 300;
/** Rarest digit of real reports: about 5 in 100. A digit ten times rarer was lost, but for a title set in another font. */
const RARE = 0.005;

/** A digit that a document lost everywhere, with a year as it reads now. */
export interface LostDigit {
  digit: string;
  /** `203` for 2013; `null` where no such year stands in the text. */
  year: { read: string; meant: string } | null;
}

/**
 * The digit that is missing from a whole document, or from all of its tables: some converters lose the sign of one digit of a
 * font (a report that reads `na rok 203`, another `Rok 22`). Every number of such a document may lack a digit anywhere, so
 * none of them can be defended. `null` where no digit is missing.
 */
export function lostDigit({ lines }: Pick<ReportDocument, 'lines'>): LostDigit | null {
  const digit = missingFrom(lines) ?? missingFrom(lines.filter(isTabular));
  return digit === null ? null : { digit, year: brokenYear(lines, digit) };
}

function missingFrom(lines: readonly Line[]): string | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { text } of lines)
    for (const sign of text)
      if (sign >= '0' && sign <= '9') {
        counts.set(sign, (counts.get(sign) ?? 0) + 1);
        all++;
      }
  if (all < ENOUGH) return null;
  const rare = [...'0123456789'].filter((sign) => (counts.get(sign) ?? 0) < all * RARE);
  // Two digits missing: no font lost a sign, the numbers are of few kinds.
  return rare.length === 1 ? (rare[0] ?? null) : null;
}

/** A row of a table: cells, or at least three numbers. */
const isTabular = ({ text, cells }: Line): boolean =>
  cells !== null || (text.match(/(?<!\S)\d+(?!\S)/g)?.length ?? 0) >= 3;

/** The commonest year with the digit struck out: `rok 203`. */
function brokenYear(lines: readonly Line[], digit: string): LostDigit['year'] {
  const text = lines.map((line) => line.text).join('\n');
  for (let year = 2030; year >= 2010; year--) {
    const read = String(year).replaceAll(digit, '');
    if (read.length >= 2 && read.length < 4 && new RegExp(`\\b[Rr]o(?:k|ku|cznik) (?:oceny )?${read}(?!\\d)`).test(text))
      return { read, meant: String(year) };
  }
  return null;
} // prettier-ignore
