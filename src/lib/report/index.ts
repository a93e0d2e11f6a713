import type { Finding, FormRow, FormRule, Observation } from '../domain';
import { addend } from './checks';
import { evaluate } from './checks/evaluate';
import { findingOf } from './checks/findings';
import { formId, formRelations, meaningOf } from './checks/form-rules';
import type { Figure } from './checks/relations';
import { ratioRanges } from './checks/ratio-ranges';
import { seriesPlausibility } from './checks/series-plausibility';
import { formPlace, seriesPlace, type PlaceNames } from './checks/places';
import { proseRelations } from './checks/prose-relations';
import { seriesId, seriesRelations } from './checks/series-relations';
import { fromFormCell, fromSeriesCell, inOrder, type ReportFrame } from './harmonise/observations';
import { readNarrative, yearOfProse } from './narrative-report';
import type { Reading, ReportDocument } from './readers';
import { formBlocks } from './recognise/blocks';
import { narrativeType, type DocumentType } from './recognise/document-type';
import { readFormTables } from './recognise/form';
import type { FormCell, FormTables } from './recognise/form-table';
import { placeAreas } from './recognise/areas';
import { readSentences } from './recognise/prose';
import { lostDigit } from './recognise/lost-digit';
import { readConclusions, type Conclusion } from './recognise/conclusions';
import { readProgrammes } from './recognise/programmes';
import { readSeries, type SeriesCell } from './recognise/series';
import { readStatutoryTable } from './recognise/statutory';
import { findSubject, type Candidate } from './recognise/subject';

export {
  DEFAULT_LIMITS,
  type Limits,
  type OcrEngine,
  OcrUnavailable,
  prepareReaders,
  readDocument,
  type ReadOptions,
  type ReportDocument,
  UnreadableFile,
  type UnreadableCode,
} from './readers';

/** What reading needs to know: the form and the register. */
export interface ReportCatalogue {
  formRows: readonly FormRow[];
  /** What must hold between the rows. */
  rules: readonly FormRule[];
  units: readonly Candidate[];
  names: PlaceNames;
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
  type: DocumentType;
  source: string;
  teryt: string;
  year: number;
  /** Edition of the form; empty for a document without one. */
  edition: string;
  reading: Reading;
  observations: Observation[];
  findings: Finding[];
  /** Rows and lines that could not be placed: nothing read is dropped silently. */
  leftOver: FormTables['unknown'];
  /** Rows of the form that were not found. */
  absent: FormTables['absent'];
  /** Conclusions and recommendations of chapter 10, in the report's own words. */
  conclusions: Conclusion[];
}

/** What a document does not say clearly enough to be read. */
export type Unclear = 'type' | 'gmina' | 'year';

/** Neither an OZPS form table nor an activity report nor a plan of deinstitutionalisation was found, or not whose or of what year. */
export class NotRecognised extends Error {
  override readonly name = 'NotRecognised';

  constructor(
    readonly unclear: Unclear,
    message: string,
  ) {
    super(message);
  }
}

/** The document is readable and its numbers are not: none is given. */
export class NumbersLost extends NotRecognised {}

function refuseLostDigit(document: ReportDocument): void {
  const lost = lostDigit(document);
  if (!lost) return;
  const { digit, year } = lost;
  throw new NumbersLost(
    'type',
    `${document.name}: w pliku brakuje wszystkich cyfr „${digit}”${year ? ` (zamiast roku ${year.meant} jest ${year.read})` : ''}, więc żadnej liczby nie da się odtworzyć i żadnej nie podajemy. Prosimy zapisać dokument inaczej (np. wydrukować do PDF z programu, w którym powstał) albo wskazać jego skan.`,
  );
}

/**
 * Reads a report: lines and cells of `readDocument` → named tables → observations → findings. The same code on the command
 * line and in the browser; the document goes nowhere.
 * @throws {NumbersLost} when one digit is missing from the whole document
 * @throws {NotRecognised} when the document is of no known type, or neither the text nor the options name the gmina and the year
 */
export function readReport(
  document: ReportDocument,
  catalogue: ReportCatalogue,
  options: ReportOptions = {},
): Report {
  const { name } = document;
  refuseLostDigit(document);
  const blocks = formBlocks(document.lines);
  const found = findSubject(document, blocks, catalogue.units);
  const tables = readFormTables(blocks, catalogue.formRows);
  const type = tables.cells.length > 0 ? 'ozps' : narrativeType(document);
  if (type === null)
    throw new NotRecognised(
      'type',
      `${name}: nie znaleziono żadnej tabeli formularza OZPS; dokument nie jest też sprawozdaniem ośrodka ani planem deinstytucjonalizacji.`,
    );
  const year = options.year ?? found.year ?? (type === 'ozps' ? null : yearOfProse(document));
  const teryt = options.teryt ?? found.teryt;
  if (teryt === null)
    throw new NotRecognised(
      'gmina',
      `${name}: z tekstu nie wynika jednoznacznie, której gminy dotyczy sprawozdanie; należy ją wskazać (--teryt).`,
    );
  if (year === null)
    throw new NotRecognised(
      'year',
      `${name}: z tekstu nie wynika jednoznacznie, którego roku dotyczy sprawozdanie; należy go wskazać (--year).`,
    );
  if (type !== 'ozps') {
    const source = options.source ?? (type === 'lpdi' ? `lpdi-${teryt}` : `${type}-${teryt}-${year}`);
    const narrative = readNarrative(document, type, { teryt, year, source }, catalogue.names.breakdown);
    return {
      type,
      source,
      teryt,
      year,
      edition: '',
      reading: document.reading,
      ...narrative,
      absent: [],
      conclusions: [],
    };
  }

  const tablesUnderCharts = readSeries(document, year);
  const { placed, unplaced } = placeAreas(tablesUnderCharts.cells, teryt, catalogue.units);
  const programmes = readProgrammes(document, year);
  const series = [
    ...placed,
    ...readStatutoryTable(document),
    ...readSentences(document, year),
    ...programmes.cells,
  ];
  const frame: ReportFrame = {
    teryt,
    source: options.source ?? `ozps-${teryt}-${year}`,
    reading: document.reading,
  };
  const { evaluation, figures } = weigh(tables.cells, series, tables.rows, frame, year, catalogue);

  const observed = new Map<string, Observation>();
  for (const cell of tables.cells) {
    const id = cellId(cell);
    const verdict = evaluation.verdicts.get(id);
    if (verdict) observed.set(id, fromFormCell(cell, verdict, frame));
  }
  for (const cell of series) {
    const verdict = evaluation.verdicts.get(seriesId(cell));
    if (verdict) observed.set(seriesId(cell), fromSeriesCell(cell, verdict, frame));
  }
  return {
    type, source: frame.source, teryt, year, edition: tables.edition, reading: document.reading,
    observations: inOrder([...observed.values()]),
    findings: evaluation.violations.map((violation) => findingOf(violation, observed, figures, { source: frame.source, teryt, year })),
    leftOver: [...tables.unknown, ...tablesUnderCharts.unknown, ...unplaced, ...programmes.unknown],
    absent: tables.absent,
    conclusions: readConclusions(document),
  }; // prettier-ignore
}

function weigh(
  cells: readonly FormCell[],
  series: readonly SeriesCell[],
  rows: readonly FormRow[],
  frame: ReportFrame,
  year: number,
  { rules, names }: Pick<ReportCatalogue, 'rules' | 'names'>,
) {
  const figures = new Map<string, Figure>();
  for (const cell of cells) {
    const id = cellId(cell);
    figures.set(id, {
      ...figureOf(cell, id, formPlace({ ...cell, row: cell.printedRow })),
      cell: { section: cell.section, row: cell.printedRow },
    });
  }
  for (const cell of series) {
    const id = seriesId(cell);
    if (!figures.has(id)) figures.set(id, figureOf(cell, id, seriesPlace(cell, names)));
  }
  const columns = [...new Set(cells.map((cell) => cell.column))];
  const scanned = frame.reading === 'skan';
  const relations = [
    ...formRelations(rules, rows, columns),
    ...seriesRelations(series, year, rows),
    ...proseRelations(series, year),
    ...ratioRanges(series, year, rows),
    ...(scanned ? seriesPlausibility(series) : []),
  ];
  return { evaluation: evaluate(figures, relations, scanned), figures };
}

const cellId = ({ formRow, column }: FormCell): string => formId(meaningOf(formRow), column);

function figureOf({ reading }: FormCell | SeriesCell, id: string, place: string): Figure {
  const { value, missing, candidates, clean } = reading;
  return { id, place, value: addend(id, value, missing), candidates, clean };
}
