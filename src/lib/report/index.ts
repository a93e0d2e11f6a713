import type { Finding, FormRow, Observation } from '../domain';
import { addend } from './checks';
import { evaluate } from './checks/evaluate';
import { findingOf } from './checks/findings';
import { formId, formRelations } from './checks/identities';
import type { Figure } from './checks/relations';
import { seriesId, seriesRelations } from './checks/series-relations';
import { fromFormCell, fromSeriesCell, inOrder, type ReportFrame } from './harmonise/observations';
import type { Reading, ReportDocument } from './readers';
import { formBlocks } from './recognise/blocks';
import { readFormTables } from './recognise/form';
import type { FormCell, FormTables } from './recognise/form-table';
import { readSentences } from './recognise/sentences';
import { readSeries, type SeriesCell } from './recognise/series';
import { tableName } from './recognise/series-catalogue';
import { readStatutoryTable } from './recognise/statutory';
import { findSubject, type Candidate } from './recognise/subject';

export {
  DEFAULT_LIMITS,
  type Limits,
  type OcrEngine,
  OcrUnavailable,
  readDocument,
  type ReadOptions,
  type ReportDocument,
  UnreadableFile,
  type UnreadableCode,
} from './readers';

/** What reading needs to know: the form and the register. */
export interface ReportCatalogue {
  formRows: readonly FormRow[];
  units: readonly Candidate[];
}

export interface ReportOptions {
  /** Six digits; overrides the gmina found in the text. */
  teryt?: string | undefined;
  /** Overrides the year found in the text. */
  year?: number | undefined;
  /** Id of the source; derived from gmina and year where absent. */
  source?: string | undefined;
}

export interface Report {
  source: string;
  teryt: string;
  year: number;
  edition: string;
  reading: Reading;
  observations: Observation[];
  findings: Finding[];
  /** Rows and lines that could not be placed: nothing read is dropped silently. */
  leftOver: FormTables['unknown'];
  /** Rows of the form that were not found. */
  absent: FormTables['absent'];
}

/** Nothing of an OZPS was found: no form table and no series. */
export class NotRecognised extends Error {}

/**
 * Reads a report: lines and cells of `readDocument` → named tables → observations → findings. The same code on the command
 * line and in the browser; the document goes nowhere.
 * @throws {NotRecognised} when there is no OZPS table, or neither the text nor the options name the gmina and the year
 */
export function readReport(
  document: ReportDocument,
  catalogue: ReportCatalogue,
  options: ReportOptions = {},
): Report {
  const { name } = document;
  const blocks = formBlocks(document.lines);
  const found = findSubject(document, blocks, catalogue.units);
  const year = options.year ?? found.year;
  const tables = readFormTables(document, blocks, catalogue.formRows);
  if (tables.cells.length === 0)
    throw new NotRecognised(`${name}: nie znaleziono żadnej tabeli formularza OZPS.`);
  const teryt = options.teryt ?? found.teryt;
  if (teryt === null)
    throw new NotRecognised(
      `${name}: z tekstu nie wynika jednoznacznie, której gminy dotyczy sprawozdanie; należy ją wskazać (--teryt).`,
    );
  if (year === null)
    throw new NotRecognised(
      `${name}: z tekstu nie wynika jednoznacznie, którego roku dotyczy sprawozdanie; należy go wskazać (--year).`,
    );

  const series = [
    ...readSeries(document, year),
    ...readStatutoryTable(document),
    ...readSentences(document, year),
  ];
  const frame: ReportFrame = {
    teryt,
    source: options.source ?? `ozps-${teryt}-${year}`,
    reading: document.reading,
  };
  const rows = catalogue.formRows.filter((row) => row.edition === tables.edition);
  const { evaluation, figures } = weigh(tables.cells, series, rows, frame, year);

  const rowOf = new Map(rows.map((row) => [`${row.section}/${row.row}`, row]));
  const observed = new Map<string, Observation>();
  for (const cell of tables.cells) {
    const row = rowOf.get(`${cell.section}/${cell.row}`);
    const id = formId(cell.section, cell.row, cell.column);
    const verdict = evaluation.verdicts.get(id);
    if (row && verdict) observed.set(id, fromFormCell(cell, row, verdict, frame));
  }
  for (const cell of series) {
    const verdict = evaluation.verdicts.get(seriesId(cell));
    if (verdict) observed.set(seriesId(cell), fromSeriesCell(cell, verdict, frame));
  }
  return {
    source: frame.source, teryt, year, edition: tables.edition, reading: document.reading,
    observations: inOrder([...observed.values()]),
    findings: evaluation.violations.map((violation) => findingOf(violation, observed, figures, { source: frame.source, teryt, year })),
    leftOver: tables.unknown,
    absent: tables.absent,
  }; // prettier-ignore
}

function weigh(
  cells: readonly FormCell[],
  series: readonly SeriesCell[],
  rows: readonly FormRow[],
  frame: ReportFrame,
  year: number,
) {
  const figures = new Map<string, Figure>();
  for (const cell of cells) {
    const id = formId(cell.section, cell.row, cell.column);
    figures.set(id, figureOf(cell, id, `część ${cell.section}, wiersz ${cell.row}, ${cell.year}`));
  }
  for (const cell of series) {
    const id = seriesId(cell);
    if (!figures.has(id)) figures.set(id, figureOf(cell, id, `${tableName(cell.table)}, ${cell.year}`));
  }
  const columns = [...new Set(cells.map((cell) => cell.column))];
  const relations = [...formRelations(rows, columns), ...seriesRelations(series, year)];
  return { evaluation: evaluate(figures, relations, frame.reading === 'skan'), figures };
}

function figureOf({ reading }: FormCell | SeriesCell, id: string, place: string): Figure {
  const { value, missing, candidates, clean } = reading;
  return { id, place, value: addend(id, value, missing), candidates, clean };
}
