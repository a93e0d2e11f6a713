import type { Kind, Level } from '../../domain';
import type { Line, ReportDocument } from '../readers/text';
import { fold, likeness } from './fold';
import { divide } from './scan-division';
import { AVERAGES, SERIES, type SeriesMeaning, type SeriesTable } from './series-catalogue';
import { isValueLike, readNumber, readScanned, type Reading } from './tokens';

/** One value of a series table, recognised. `level` says whose it is; the gmina and its parents are known to the caller. */
export interface SeriesCell {
  table: string;
  indicator: string;
  breakdown: string;
  unit: string;
  level: Level;
  kind: Kind;
  year: number;
  raw: string;
  line: number;
  page: number | null;
  reading: Reading;
  ambiguous: boolean;
}

const TITLE_LIKENESS = 0.8;
/** A table starts within this many lines below its title; a scan puts ticks and legends between. */
const REACH = 100;

/** The series tables of a report that `SERIES` knows. A table that is not found gives no cells. */
export function readSeries(document: ReportDocument, reportYear: number): SeriesCell[] {
  const titles = SERIES.map((table) => ({ table, at: titleOf(document.lines, table.title) }));
  const starts = titles.flatMap(({ at }) => (at === null ? [] : [at])).sort((a, b) => a - b);
  return titles.flatMap(({ table, at }) => {
    if (at === null) return [];
    const next = starts.find((start) => start > at) ?? Infinity;
    const region = document.lines.slice(at + 1, Math.min(next, at + 1 + REACH, document.lines.length));
    return readTable(table, region, reportYear);
  });
}

/** Line index of a title; titles may be broken over two lines and a caption below the chart repeats them. */
function titleOf(lines: readonly Line[], title: string): number | null {
  const wanted = fold(title).length;
  let best: { at: number; score: number } | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.cells || line.text.length < 12 || line.text.length > 400) continue;
    const text =
      fold(line.text).length < wanted * 0.8 ? `${line.text} ${lines[at + 1]?.text ?? ''}` : line.text;
    const own = fold(line.text).length;
    if (own < wanted * 0.5) continue;
    const start = fold(text).slice(0, Math.round(wanted * 1.05));
    const score = likeness(start, title);
    if (score >= Math.max(TITLE_LIKENESS, (best?.score ?? 0) + 0.01)) best = { at, score };
  }
  return best?.at ?? null;
}

function readTable(table: SeriesTable, region: readonly Line[], reportYear: number): SeriesCell[] {
  switch (table.layout) {
    case 'year-values':
      return yearValues(region, table.columns).flatMap(({ line, year, readings }) =>
        readings.map((read, at) => cell(table.id, line, table.columns[at], read, 'gmina', 'reported', year)),
      );
    case 'levels-years':
      return rowsByYears(
        region,
        LEVELS.map(({ label }) => label),
        reportYear,
      ).map(({ line, year, row, read }) => {
        const level = LEVELS[row]?.level ?? 'gmina';
        return cell(table.id, line, table.meaning, read, level, AVERAGES[level], year);
      });
    case 'rows-years': {
      const rows = rowsByYears(
        region,
        table.rows.map(({ label }) => label),
        reportYear,
      );
      const scattered = table.rows.flatMap((meaning) =>
        meaning.unit === '%' && rows.length === 0
          ? scatteredPercents(region, reportYear).map(({ line, year, read }) =>
              cell(table.id, line, meaning, read, 'gmina', 'reported', year),
            )
          : [],
      );
      return [
        ...rows.map(({ line, year, row, read }) =>
          cell(table.id, line, table.rows[row], read, 'gmina', 'reported', year),
        ),
        ...scattered,
      ];
    }
    case 'rows-columns':
      return labelled(
        region,
        table.rows.map(({ label }) => label),
        table.columns.length,
      ).flatMap(({ line, row, reads }) =>
        reads.map((read, at) => {
          const column = table.columns[at];
          const meaning = table.rows[row];
          const breakdown = [meaning?.breakdown ?? '', column?.breakdown ?? '']
            .filter((part) => part !== '')
            .sort()
            .join(';');
          return cell(
            table.id,
            line,
            { ...(meaning ?? EMPTY), breakdown },
            read,
            column?.level ?? 'gmina',
            table.kind,
            reportYear,
          );
        }),
      );
  }
}

const EMPTY: SeriesMeaning = { indicator: '', unit: '' };
const LEVELS: readonly { label: string; level: Level }[] = [
  { label: 'gmina', level: 'gmina' },
  { label: 'powiat (średnia)', level: 'powiat' },
  { label: 'województwo (średnia)', level: 'wojewodztwo' },
  { label: 'kraj (średnia)', level: 'kraj' },
];

interface Read {
  raw: string;
  reading: Reading;
  ambiguous: boolean;
}

function cell(
  table: string, line: Line, meaning: SeriesMeaning | undefined, read: Read, level: Level, kind: Kind, year: number,
): SeriesCell {
  const { indicator, breakdown = '', unit } = meaning ?? EMPTY;
  return { table, indicator, breakdown, unit, level, kind, year, line: line.number, page: line.page, ...read };
} // prettier-ignore

/** `2019 | 2,30%`: lines that start with a year, in one run of consecutive years. */
function yearValues(region: readonly Line[], columns: readonly SeriesMeaning[]) {
  const found: { line: Line; year: number; readings: Read[] }[] = [];
  for (const line of region) {
    if (line.text === '') continue;
    const year = /^((?:19|20)\d{2})(?!\d)/.exec(line.text)?.[1];
    const rest = line.cells
      ? line.cells.slice(1)
      : line.text
          .slice(4)
          .trim()
          .split(/\s+(?=\S)/);
    const readings = year === undefined ? null : readValues(rest, columns.length, line.cells !== null);
    const follows = found.length === 0 || Number(year) === (found.at(-1)?.year ?? 0) + 1;
    if (readings && follows) found.push({ line, year: Number(year), readings });
    else if (found.length > 0) break;
  }
  return found.length > 1 ? found : [];
}

/**
 * Lines with a known label and one value a year of the header above them. A header that stops short of the report's year
 * belongs to a table torn apart by OCR: which value is whose is not known, so none is read.
 */
function rowsByYears(region: readonly Line[], labels: readonly string[], reportYear: number) {
  const header = region.findIndex((line) => yearsOf(line).length > 1);
  const years = header < 0 ? [] : yearsOf(region[header]);
  if (years.at(-1) !== reportYear) return [];
  return labelled(region.slice(header + 1), labels, years.length).flatMap(({ line, row, reads }) =>
    reads.map((read, at) => ({ line, row, read, year: years[at] ?? 0 })),
  );
}

/**
 * Percentages of a torn table in reading order, where there are exactly as many as years: the order of the columns
 * survives a tear. The ticks of the chart's axis (equal steps) are not among them.
 */
function scatteredPercents(region: readonly Line[], reportYear: number) {
  const years = region.flatMap((line) => yearsOf(line)).filter((year) => year <= reportYear);
  const first = Math.min(...years);
  const percents = region.flatMap((line) =>
    [...line.text.matchAll(/\d+[.,]\d{2}(?=%)/g)].map(([raw]) => ({
      line,
      raw: `${raw.replace('.', ',')}%`,
    })),
  );
  const values = percents.map(({ raw }) => readNumber(raw).value ?? NaN);
  const isTick = (at: number) =>
    [at - 3, at - 2, at - 1, at].some((start) => {
      const run = values.slice(Math.max(start, 0), start + 4);
      const step = (run[1] ?? NaN) - (run[0] ?? NaN);
      return (
        start >= 0 &&
        run.length === 4 &&
        run.every((value, n) => n === 0 || Math.abs(value - (run[n - 1] ?? NaN) - step) < 1e-6)
      );
    });
  const kept = percents.filter((_, at) => !isTick(at));
  if (kept.length !== reportYear - first + 1) return [];
  return kept.map(({ line, raw }, at) => ({
    line,
    year: first + at,
    read: { raw, reading: readNumber(raw), ambiguous: false },
  }));
}

function yearsOf(line: Line | undefined): number[] {
  const text = (line?.text ?? '').replace(/\b(20\d) (\d)\b/g, '$1$2');
  const years = [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year));
  const consecutive = years.every((year, at) => at === 0 || year === (years[at - 1] ?? 0) + 1);
  return consecutive && text.replace(/[^\p{L}]/gu, '').length < 40 ? years : [];
}

/** Each label's first line with the right number of values, in the labels' order. */
function labelled(region: readonly Line[], labels: readonly string[], width: number) {
  if (width === 0) return [];
  const found: { line: Line; row: number; reads: Read[] }[] = [];
  let from = 0;
  for (const [row, label] of labels.entries()) {
    for (let at = from; at < region.length; at++) {
      const line = region[at];
      const parts = line ? split(line, width) : null;
      if (!line || !parts) continue;
      const next = region[at + 1]?.text ?? '';
      const alike = Math.max(
        likeness(parts.label, label),
        0.95 * likeness(`${parts.label} ${next}`, label),
        startsLike(parts.label, label),
      );
      if (alike < 0.6) continue;
      const reads = readValues(parts.tokens, width, line.cells !== null);
      if (!reads) continue;
      found.push({ line, row, reads });
      from = at + 1;
      break;
    }
  }
  return found;
}

/** A label broken over lines shows its beginning: `Powiat` of `Powiat (średnia)`. */
const startsLike = (part: string, label: string): number => {
  const folded = fold(part);
  return folded.length >= 5 && likeness(folded, fold(label).slice(0, folded.length)) > 0.75 ? 0.7 : 0;
};

/**
 * A row's label and its value cells. Where the first columns are empty the columns are counted from the right: an empty
 * cell is a value that was not reported, not one column less.
 */
function split(line: Line, width: number): { label: string; tokens: string[] } | null {
  if (line.cells) {
    const { cells } = line;
    const first = cells.findIndex((value, at) => at > 0 && value !== '' && readNumber(value).clean);
    if (first < 0) return null;
    const whole = cells.length - first >= width && cells.slice(first + width).every((value) => value === '');
    const start = whole ? first : cells.length - width;
    return start < 1
      ? null
      : { label: cells.slice(0, start).join(' '), tokens: cells.slice(start, start + width) };
  }
  const tokens = line.text.split(/\s+/).filter((token) => token !== '');
  let from = tokens.length;
  while (from > 0 && isSeriesValue(tokens[from - 1] ?? '')) from--;
  return from === tokens.length
    ? null
    : { label: tokens.slice(0, from).join(' '), tokens: tokens.slice(from) };
}

const isSeriesValue = (token: string): boolean => /^\d+[.,]\d+%?$|^\d+%$/.test(token) || isValueLike(token);

function readValues(tokens: readonly string[], width: number, byCells: boolean): Read[] | null {
  if (byCells)
    return tokens.length < width
      ? null
      : tokens.slice(0, width).map((raw) => ({ raw, reading: readNumber(raw), ambiguous: false }));
  const decimal = tokens.filter((token) => /^\d+[.,]\d{2}%?$|^\d+%$/.test(token));
  if (decimal.length === width)
    return decimal.map((raw) => ({ raw, reading: readNumber(raw.replace('.', ',')), ambiguous: false }));
  const amounts = amountsOf(tokens.join(' '));
  if (amounts.length === width)
    return amounts.map((raw) => ({ raw, reading: readNumber(raw), ambiguous: false }));
  const division = divide(tokens, null, width);
  if (!division) return null;
  return division.groups.map((raw) => ({ raw, reading: readScanned(raw), ambiguous: division.ambiguous }));
}

/** `536 860,37 zł`: amounts with groszy, the comma read as a point here and there. */
const amountsOf = (text: string): string[] =>
  (text.match(/\d{1,3}(?: \d{3})*[.,]\d{2}(?=\D|$)/g) ?? []).map((amount) => amount.replace('.', ','));
