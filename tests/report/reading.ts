import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Observation } from '../../src/lib/domain';
import {
  readDocument as readFileOf,
  readReport,
  type Report,
  type ReportCatalogue,
} from '../../src/lib/report';
import { readCatalogue } from '../../scripts/read-data';

const DOCUMENTS = join(import.meta.dirname, '../../../shared/documents');

/** Path of a real document by its number, `null` where the folder is not on this machine. */
export function documentPath(number: string): string | null {
  if (!existsSync(DOCUMENTS)) return null;
  const name = readdirSync(DOCUMENTS).find((entry) => entry.startsWith(`${number}_`));
  return name === undefined ? null : join(DOCUMENTS, name);
}

export const WITHOUT_DOCUMENTS = 'real reports are not on this machine (../shared/documents)';

export async function reportCatalogue(): Promise<ReportCatalogue> {
  const { formRows, rules, units, names } = await readCatalogue(join(import.meta.dirname, '../../data'));
  return {
    formRows,
    rules,
    names,
    units: (['gmina', 'powiat'] as const).flatMap((level) => units.all(level)),
  };
}

export async function readDocument(number: string): Promise<Report> {
  const path = documentPath(number);
  if (path === null) throw new Error(WITHOUT_DOCUMENTS);
  return readReport(await readFileOf(readFileSync(path), path), await reportCatalogue());
}

export interface KeyCell {
  section: string;
  row: string;
  column: 'prev' | 'assess' | 'forecast';
  /** A number, `X`, or `?` where the scan leaves the value unknowable. */
  printed: string;
}

/** The answer key of a report, one entry a cell. */
export function answerKey(source: string): KeyCell[] {
  const text = readFileSync(join(import.meta.dirname, `../fixtures/keys/${source}.csv`), 'utf8');
  const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  return rows.flatMap(({ section = '', row = '', ...cells }) =>
    (['prev', 'assess', 'forecast'] as const).map((column) => ({
      section,
      row,
      column,
      printed: cells[column] ?? '',
    })),
  );
}

/** Form cells of a reading by `section/row@column`. */
export function formCells(observations: readonly Observation[]): Map<string, Observation> {
  return new Map(
    observations.filter((o) => o.row !== '').map((o) => [`${o.section}/${o.row}@${o.column}`, o]),
  );
}

export interface SeriesKeyCell {
  table: string;
  indicator: string;
  breakdown: string;
  teryt: string;
  year: string;
  /** A number, empty where the report leaves the place empty, or `?` where the scan leaves the value unknowable. */
  printed: string;
}

/** The answer key of a report's series tables, one entry a value. */
export function seriesKey(source: string): SeriesKeyCell[] {
  const text = readFileSync(join(import.meta.dirname, `../fixtures/keys/${source}-series.csv`), 'utf8');
  return Papa.parse<SeriesKeyCell>(text, { header: true, skipEmptyLines: true }).data;
}

export interface Score {
  right: number;
  /** Of those right. */
  doubted: number;
  unreadable: number;
  /** Empty in print and read as empty. */
  blank: number;
  wrong: string[];
  wrongAndSure: string[];
  absent: string[];
}

/** How the reading of the series stands against its key. */
export function compareSeries(observations: readonly Observation[], key: readonly SeriesKeyCell[]): Score {
  const placeOf = (
    cell: Pick<SeriesKeyCell, 'table' | 'indicator' | 'breakdown' | 'teryt'> & { year: string | number },
  ) => [cell.table, cell.indicator, cell.breakdown, cell.teryt, cell.year].join('|');
  const read = new Map(observations.filter((o) => o.row === '').map((o) => [placeOf(o), o]));
  const score: Score = {
    right: 0,
    doubted: 0,
    unreadable: 0,
    blank: 0,
    wrong: [],
    wrongAndSure: [],
    absent: [],
  };
  for (const cell of key) {
    const place = placeOf(cell);
    const found = read.get(place);
    if (!found) score.absent.push(place);
    else if (cell.printed === '?') continue;
    else if (cell.printed === '') {
      if (found.missing === 'not-reported') score.blank++;
      else score.wrong.push(place);
    } else if (found.value === null) score.unreadable++;
    else if (Math.abs(found.value - Number(cell.printed)) < 1e-9) {
      score.right++;
      if (found.confidence < 0.9) score.doubted++;
    } else {
      score.wrong.push(place);
      if (found.confidence >= 0.9) score.wrongAndSure.push(place);
    }
  }
  return score;
}

/** How a reading of a report stands against its key. */
export function compare(observations: readonly Observation[], key: readonly KeyCell[]) {
  const cells = formCells(observations);
  const score = {
    right: 0,
    doubted: 0,
    unreadable: 0,
    wrong: [] as string[],
    wrongAndSure: [] as string[],
    absent: [] as string[],
  };
  for (const { section, row, column, printed } of key) {
    const place = `${section}/${row}@${column}`;
    const cell = cells.get(place);
    if (!cell) score.absent.push(place);
    else if (printed === '?') continue;
    else if (printed === 'X' ? cell.missing === 'not-applicable' : cell.value === Number(printed)) {
      score.right++;
      if (cell.confidence < 0.9) score.doubted++;
    } else if (cell.value === null) score.unreadable++;
    else {
      score.wrong.push(place);
      if (cell.confidence >= 0.9) score.wrongAndSure.push(place);
    }
  }
  return score;
}
