import type { Line } from '../../readers/text';
import type { SeriesTable, Heading } from '../series-tables';
import type { Placed } from './cell';
import { fold } from '../fold';
import { columnsOf, type Column } from './columns';
import { groupOf, headingOf, isDigitLabel } from './labels';
import { readCell } from './values';

/** Rows of a table whose label no heading fits: reported, never dropped. */
export interface CellRows {
  placed: Placed[];
  unknown: Line[];
}

const MAY_BE_EMPTY = 'nasycenie-dps';

interface Row {
  line: Line;
  /** Filled cells before the values. */
  labels: string[];
  values: string[];
}

/** The rows of a series table whose format keeps columns apart. */
export function readCellTable(table: SeriesTable, lines: readonly Line[], reportYear: number): CellRows {
  const opened = columnsOf(table, lines, reportYear);
  const result: CellRows = { placed: [], unknown: [] };
  if (!opened) return result;
  const { header, columns } = opened;
  let group: Heading | undefined;
  let started = false;
  const seen = new Set<string>();
  /** How often an area stood so far: the tables of areas are printed once a group, one under the other. */
  const times = new Map<string, number>();
  for (const line of lines.slice(header + 1)) {
    const row = rowOf(line, table, columns) ?? emptyRowOf(line, table, columns);
    if (!row) continue;
    const year = table.rows === 'years' || table.groups === 'years' ? yearOf(row.labels[0]) : null;
    const [first = ''] = row.labels;
    if (typeof table.groups === 'object' && table.rows !== 'areas' && row.labels.length > 1)
      group = groupOf(first, table.groups) ?? group;
    const place = placeOf(table, row, year);
    // Tables by age share their labels: each begins with its own first row.
    if (!place || (!started && beginsLate(table, place))) {
      if (started) result.unknown.push(line);
      continue;
    }
    const rowId = `${group?.label ?? ''}|${place.heading?.label ?? ''}|${place.year ?? ''}`;
    // The same row again is the next table under the same title.
    if (place.area === undefined && seen.has(rowId)) break;
    seen.add(rowId);
    started = true;
    if (place.area !== undefined && typeof table.groups === 'object') {
      const before = times.get(place.area) ?? 0;
      times.set(place.area, before + 1);
      group = table.groups[before];
    }
    for (const [at, column] of columns.entries()) {
      if (place.only && !place.only.includes(at)) continue;
      result.placed.push({
        line,
        read: readCell(row.values[at] ?? ''),
        year: place.year ?? column.year,
        meanings: [group, place.heading, column.heading],
        ...(place.area === undefined ? {} : { area: place.area }),
      });
    }
  }
  return result;
}

const beginsLate = ({ rows }: SeriesTable, { heading }: Place): boolean =>
  typeof rows !== 'string' && isDigitLabel(rows[0]?.label ?? '') && heading !== rows[0];

const yearOf = (text = ''): number | null => (/^(?:19|20)\d{2}$/.test(text) ? Number(text) : null);

/** A line with at least one value in its last cells; headers and legends are none. */
function rowOf(line: Line, table: SeriesTable, columns: readonly Column[]): Row | null {
  if (!line.cells) return null;
  const labelled = table.rows !== 'years' && (table.rows === 'areas' || table.rows.some(({ label }) => label !== ''));
  const least = columns.length + (labelled || table.rows === 'years' ? 1 : 0);
  const cells = [...line.cells];
  while (cells.length > least && cells.at(-1) === '' && cells.slice(-columns.length - 1, -1).every((cell) => readable(cell)))
    cells.pop();
  if (cells.length < least) return null;
  const values = cells.slice(-columns.length);
  if (!values.some((cell) => cell !== '') && table.id !== MAY_BE_EMPTY) return null;
  if (!values.every(readable)) return null;
  return { line, labels: cells.slice(0, -columns.length).filter((cell) => cell !== ''), values };
} // prettier-ignore

/** The only table whose rows are printed where they have no value: a line of its label alone, as formats give a row with one filled cell. */
function emptyRowOf(line: Line, { id, rows }: SeriesTable, columns: readonly Column[]): Row | null {
  if (id !== MAY_BE_EMPTY || line.cells || typeof rows === 'string') return null;
  const isLabel = rows.some(({ label }) => fold(label) === fold(line.text));
  return isLabel ? { line, labels: [line.text], values: columns.map(() => '') } : null;
}

const readable = (cell: string): boolean => readCell(cell).reading.missing !== 'unreadable';

interface Place {
  heading?: Heading;
  year?: number;
  area?: string;
  only?: readonly number[];
}

/** What the labels of a row say; `null` where no heading of the table fits. */
function placeOf(table: SeriesTable, { labels, values }: Row, year: number | null): Place | null {
  if (table.rows === 'years') return year === null ? null : { year };
  const printed = labels.at(-1) ?? '';
  if (table.rows === 'areas') return /^powiat/i.test(printed) ? { area: printed } : null;
  if (table.groups === 'years' && year === null) return null;
  const joined = labels.join(' ');
  const levels = table.rows.some(({ level }) => level === 'gmina');
  const heading =
    headingOf(joined, table.rows) ?? headingOf(printed, table.rows) ?? (levels ? groupOf(printed, table.rows) : null);
  const bare = table.rows.length === 1 && table.rows[0]?.label === '' && values.length > 0 ? table.rows[0] : null;
  const found = heading ?? bare;
  if (!found) return null;
  return {
    heading: found,
    ...(year === null ? {} : { year }),
    ...(found.only ? { only: found.only } : {}),
  };
} // prettier-ignore
