import type { ReportDocument } from '../readers/text';
import { fold, likeness } from './fold';
import { divide } from './scan-division';
import type { SeriesCell } from './series';
import { readNumber, readScanned, type Reading } from './tokens';

const TITLE =
  'czy ośrodek spełnia ustawowy warunek 1 pracownik socjalny na 2000 osób lub 1 pracownik socjalny na 50 rodzin';
const REACH = 40;
const TABLE = 'warunek-ustawowy';
/** Columns of the table after the year and the verdict. */
const COLUMNS = [
  { indicator: 'ludnosc', unit: 'osoby' },
  { indicator: 'rodziny-z-praca-socjalna', unit: 'rodziny' },
  { indicator: 'pracownicy-socjalni', unit: 'osoby' },
] as const;

/**
 * The table of the statutory condition (art. 110 ust. 11–12): a line a year with the verdict, the population that the
 * report's own indicators use, the families in social work and the social workers.
 * Where a scan lost the last column (it is set apart), its values are unreadable and the others stay.
 */
export function readStatutoryTable({ lines }: ReportDocument): SeriesCell[] {
  const title = lines.findIndex((line, at) => {
    const text = fold(`${line.text} ${lines[at + 1]?.text ?? ''}`).slice(0, TITLE.length);
    return /\b1\b.*\b2000\b/.test(text) && likeness(text, TITLE) > 0.75;
  });
  if (title < 0) return [];
  const rows = lines.slice(title, title + REACH).flatMap((line) => {
    const match = /^((?:19|20)\d{2})\s+(\p{L}{3})(?=\s)/u.exec(line.text);
    const verdict = match ? verdictOf(match[2] ?? '') : null;
    return match && verdict
      ? [
          {
            line,
            year: Number(match[1]),
            printed: match[2] ?? '',
            verdict,
            rest: line.text.slice(match[0].length),
          },
        ]
      : [];
  });
  const width = widthOf(rows.filter(({ line }) => !line.cells).map(({ rest }) => rest));
  const cells: SeriesCell[] = [];
  for (const { line, year, printed, verdict, rest } of rows) {
    const add = (indicator: string, unit: string, raw: string, reading: Reading, ambiguous = false) =>
      cells.push({
        table: TABLE, indicator, breakdown: '', unit, level: 'gmina', kind: 'reported', year, raw,
        line: line.number, page: line.page, reading, ambiguous,
      }); // prettier-ignore
    add(TABLE, 'tak-nie', printed, verdict);
    const values = line.cells ? line.cells.slice(2) : (divide(tokensOf(rest), null, width)?.groups ?? []);
    for (const [at, { indicator, unit }] of COLUMNS.entries()) {
      const raw = values[at] ?? '';
      add(indicator, unit, raw, raw === '' ? LOST : line.cells ? readNumber(raw) : readScanned(raw));
    }
  }
  return cells;
}

const LOST: Reading = { value: null, missing: 'unreadable', clean: false, candidates: [] };

function verdictOf(word: string): Reading | null {
  const value = { tak: 1, nie: 0 }[fold(word)];
  return value === undefined ? null : { value, missing: null, clean: true, candidates: [value] };
}

const tokensOf = (text: string): string[] => text.trim().split(/\s+/);

/** A scan sets a column apart or keeps it, for the whole table: the most columns that every line has numbers for. */
function widthOf(rests: readonly string[]): number {
  return [3, 2, 1].find((width) => rests.every((rest) => divide(tokensOf(rest), null, width) !== null)) ?? 0;
}
