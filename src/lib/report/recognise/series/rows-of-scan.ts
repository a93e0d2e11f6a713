import type { Line } from '../../readers/text';
import { align, type Gaps } from '../alignment';
import { fold, likeness } from '../fold';
import { SERIES, type Heading, type SeriesTable } from '../series-tables';
import type { Placed } from './cell';
import { columnsOf } from './columns';
import { isDigitLabel, labelLikeness } from './labels';
import { readScannedValues, splitLine, tokensOf, yearsOf, type Read } from './values';

/** A scanned line that holds exactly the values of a row. */
interface ValueLine {
  line: Line;
  at: number;
  label: string;
  reads: Read[];
}

const LABEL_LIKENESS = 0.6;
const GAPS: Gaps = { row: -0.3, line: -0.3, worst: 0.25 };

/**
 * Rows of a series table from OCR lines. Where groups repeat the same labels their order decides (best monotone
 * alignment); otherwise every line goes to the heading it is most like, and every heading has one line.
 * A line without words of its own is nobody's: it is left out rather than guessed.
 */
export function readScannedTable(table: SeriesTable, lines: readonly Line[], reportYear: number): Placed[] {
  if (table.rows === 'years') return yearLines(table, lines, reportYear);
  if (table.rows === 'areas' || table.groups === 'years') return [];
  const opened = columnsOf(table, lines, reportYear);
  if (!opened) return [];
  const { header, columns } = opened;
  const short = table.columns === 'years' && columns.at(-1)?.year !== reportYear;
  const groups: readonly (Heading | undefined)[] = table.groups ?? [undefined];
  const rows = groups.flatMap((group) => (table.rows as readonly Heading[]).map((heading) => ({ group, heading })));
  const digits = rows.some(({ heading }) => isDigitLabel(heading.label));
  const body = ownLines(table, lines.slice(header + 1));
  const widthOf = (heading: Heading) => heading.only?.length ?? columns.length;
  const found = valueLines(body, columns.length, digits);
  const single = rows.some(({ heading }) => heading.only) ? valueLines(body, 1, digits) : [];
  const all = [...found, ...single].sort((a, b) => a.at - b.at || b.reads.length - a.reads.length);
  const score = (line: ValueLine, { group, heading }: (typeof rows)[number]): number =>
    line.reads.length === widthOf(heading) ? fit(line, body, group, heading) : 0;
  const pairs =
    groups.length > 1 || digits
      ? align(all.length, rows.length, (i, j) => score(all[i] ?? NOTHING, rows[j] ?? EMPTY) - 0.2, GAPS)
      : byElimination(
          assign(all.length, rows.length, (i, j) => score(all[i] ?? NOTHING, rows[j] ?? EMPTY)),
          all,
          rows.length,
        );
  return pairs.flatMap(([i, j]) => {
    const { line, reads, label } = all[i] ?? NOTHING;
    const { group, heading } = rows[j] ?? EMPTY;
    const own = heading.only ? heading.only.flatMap((at) => columns[at] ?? []) : columns;
    return own.flatMap(({ year, heading: column }, at): Placed[] => {
      const read = reads[at];
      // A header that stops short of the report's year belongs to a table that the scan tore apart.
      return read
        ? [{ line, read: short || label === '' ? { ...read, ambiguous: true } : read, year, meanings: [group, heading, column] }]
        : [];
    });
  });
} // prettier-ignore

const NOTHING: ValueLine = {
  line: { number: 1, page: null, text: '', cells: null },
  at: 0,
  label: '',
  reads: [],
};
const EMPTY: { group: Heading | undefined; heading: Heading } = { group: undefined, heading: { label: '' } };

/**
 * The lines of one of two tables that share a title and labels of digits: from its own first row on, up to a row that only the
 * other table has.
 */
function ownLines(table: SeriesTable, lines: readonly Line[]): readonly Line[] {
  const others = SERIES.filter(({ id, title }) => id !== table.id && title === table.title).flatMap(
    headingsOf,
  );
  const own = headingsOf(table);
  const foreign = others.filter(
    ({ label }) => isDigitLabel(label) && !own.some((heading) => heading.label === label),
  );
  if (foreign.length === 0) return lines;
  const begins = (line: Line, headings: readonly Heading[]) =>
    headings.some(({ label }) => tokensOf(line.text)[0] === label);
  const first = lines.findIndex((line) => begins(line, own.slice(0, 1)));
  if (first < 0) return lines.some((line) => begins(line, foreign)) ? [] : lines;
  const rest = lines.slice(first);
  const end = rest.findIndex((line) => begins(line, foreign));
  return end < 0 ? rest : rest.slice(0, end);
}

const headingsOf = ({ rows }: SeriesTable): readonly Heading[] => (typeof rows === 'string' ? [] : rows);

function valueLines(lines: readonly Line[], width: number, digits: boolean): ValueLine[] {
  return lines.flatMap((line, at): ValueLine[] => {
    if (line.text === '' || line.cells || yearsOf(line).length > 0) return [];
    const { label, tokens } = splitLine(line, digits);
    if (tokens.length === 0 || (label === '' && tokens.length !== width)) return [];
    const reads = readScannedValues(tokens, width);
    return reads ? [{ line, at, label, reads }] : [];
  });
}

/** How well a line's words, alone or with the words broken off above and below, fit a heading. */
function fit(line: ValueLine, lines: readonly Line[], group: Heading | undefined, heading: Heading): number {
  if (isDigitLabel(heading.label)) return labelLikeness(line.label, heading);
  if (fold(line.label).length < 3) return 0;
  const above = wordsBeside(lines, line.at, -1);
  const below = wordsBeside(lines, line.at, 1);
  const label = lastWords(line.label, heading.label);
  return Math.max(
    labelLikeness(line.label, heading),
    // The last words of a longer label may be another row's: its own line goes first.
    (label === line.label ? 1 : 0.9) * labelLikeness(label, heading),
    group ? labelLikeness(line.label, { label: `${group.label} ${heading.label}` }) : 0,
    startsLike(line.label, heading.label),
    0.97 * likeness(`${line.label} ${below}`, heading.label),
    0.97 * likeness(`${above} ${line.label}`, heading.label),
    0.95 * likeness(`${above} ${line.label} ${below}`, heading.label),
  );
}

/** A group's name stands before the label of its first row: the label is the last words. */
const lastWords = (printed: string, label: string): string =>
  tokensOf(printed).slice(-tokensOf(label).length).join(' ');

/** Words without numbers next to a line, up to the next line of values. */
function wordsBeside(lines: readonly Line[], at: number, step: 1 | -1): string {
  const words: string[] = [];
  for (let n = at + step; words.length < 7; n += step) {
    const text = lines[n]?.text;
    if (text === undefined || text === '' || /\d[\d ]*$/.test(text)) break;
    if (step > 0) words.push(text);
    else words.unshift(text);
  }
  return words.join(' ');
}

/** A label broken over lines shows its beginning: `Powiat` of `Powiat (średnia)`. */
const startsLike = (part: string, label: string): number => {
  const folded = fold(part);
  return folded.length >= 5 && likeness(folded, fold(label).slice(0, folded.length)) > 0.75 ? 0.7 : 0;
};

/** One line a heading and one heading a line, the surest pairs first. */
function assign(
  lines: number,
  rows: number,
  score: (line: number, row: number) => number,
): [number, number][] {
  const pairs: { line: number; row: number; value: number }[] = [];
  for (let line = 0; line < lines; line++)
    for (let row = 0; row < rows; row++) {
      const value = score(line, row);
      if (value >= LABEL_LIKENESS) pairs.push({ line, row, value });
    }
  pairs.sort((a, b) => b.value - a.value || a.line - b.line);
  const [usedLines, usedRows] = [new Set<number>(), new Set<number>()];
  const chosen: [number, number][] = [];
  for (const { line, row } of pairs) {
    if (usedLines.has(line) || usedRows.has(row)) continue;
    usedLines.add(line);
    usedRows.add(row);
    chosen.push([line, row]);
  }
  return chosen.sort((a, b) => a[0] - b[0]);
}

/** The only line of values without words of its own, amid the others, is the only row that is left. */
function byElimination(pairs: readonly [number, number][], lines: readonly ValueLine[], rows: number): [number, number][] {
  const used = new Set(pairs.map(([line]) => line));
  const left = Array.from({ length: rows }, (_, row) => row).filter((row) => !pairs.some(([, own]) => own === row));
  const bare = lines.flatMap(({ label }, at) =>
    label === '' && !used.has(at) && at > Math.min(...used) && at < Math.max(...used) ? [at] : [],
  );
  const [row, line] = [left[0], bare[0]];
  if (row === undefined || line === undefined || left.length > 1 || bare.length > 1) return [...pairs];
  return [...pairs, [line, row] as [number, number]].sort((a, b) => a[0] - b[0]);
} // prettier-ignore

/** `2019 2,30%`: lines that start with a year, in one run of consecutive years. */
function yearLines({ columns }: SeriesTable, lines: readonly Line[], reportYear: number): Placed[] {
  if (columns === 'years') return [];
  const found: { line: Line; year: number; reads: Read[] }[] = [];
  for (const line of lines) {
    if (line.text === '') continue;
    const year = /^((?:19|20)\d{2})(?!\d)/.exec(line.text)?.[1];
    const reads = year === undefined ? null : readScannedValues(splitLine({ ...line, text: line.text.slice(4) }, false).tokens, columns.length);
    const follows = found.length === 0 || Number(year) === (found.at(-1)?.year ?? 0) + 1;
    if (reads && follows && Number(year) <= reportYear) found.push({ line, year: Number(year), reads });
    else if (found.length > 0) break;
  }
  if (found.length < 2) return [];
  return found.flatMap(({ line, year, reads }) =>
    reads.map((read, at): Placed => ({ line, read, year, meanings: [columns[at]] })),
  );
} // prettier-ignore
