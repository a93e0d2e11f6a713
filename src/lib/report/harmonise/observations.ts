import { anchorOf, CONFIDENT, KRAJ, type Level, type Observation } from '../../domain';
import type { Verdict } from '../checks/evaluate';
import type { Reading as DocumentReading } from '../readers/text';
import type { FormCell } from '../recognise/form-table';
import type { SeriesCell } from '../recognise/series';
import { sectionOf } from '../recognise/series-tables';

/** What is known about a report as a whole. */
export interface ReportFrame {
  teryt: string;
  source: string;
  reading: DocumentReading;
}

/** Confidence of a doubtful reading, and of one that rests only on a cell that is usually equal. */
const DOUBTFUL = 0.5;

/** A form cell as an observation of the gmina: facts for the years reported, a forecast for the years expected. */
export function fromFormCell(cell: FormCell, verdict: Verdict, frame: ReportFrame): Observation {
  const { formRow: row } = cell;
  const forecast = cell.column === 'forecast' || cell.column === 'forecast2';
  return finish(cell, verdict, frame, {
    teryt: frame.teryt, level: 'gmina', year: cell.year, indicator: row.indicator, breakdown: row.breakdown, unit: row.unit,
    kind: forecast ? 'forecast' : 'reported', section: cell.section, row: cell.printedRow, column: cell.column, table: '',
  }); // prettier-ignore
}

/** A value of a series or a sentence as an observation of the area it describes. */
export function fromSeriesCell(cell: SeriesCell, verdict: Verdict, frame: ReportFrame): Observation {
  return finish(cell, verdict, frame, {
    teryt: cell.area ?? areaOf(frame.teryt, cell.level), level: cell.level, year: cell.year, indicator: cell.indicator,
    breakdown: cell.breakdown, unit: cell.unit, kind: cell.kind, section: sectionOf(cell.table), row: '', column: '', table: cell.table,
  }); // prettier-ignore
}

function areaOf(gmina: string, level: Level): string {
  switch (level) {
    case 'gmina':
      return gmina;
    case 'powiat':
      return gmina.slice(0, 4);
    case 'wojewodztwo':
      return gmina.slice(0, 2);
    case 'kraj':
      return KRAJ;
  }
}

type Place = Omit<
  Observation,
  'value' | 'missing' | 'source' | 'page' | 'line' | 'raw' | 'confidence' | 'note'
>;

function finish(
  cell: FormCell | SeriesCell,
  verdict: Verdict,
  frame: ReportFrame,
  place: Place,
): Observation {
  const printedReason = cell.reading.missing !== null && cell.reading.missing !== 'unreadable';
  const value = printedReason ? null : verdict.value;
  const missing = value === null ? (cell.reading.missing ?? 'unreadable') : null;
  return {
    ...place, value, missing, source: frame.source, page: cell.page, line: cell.line, raw: cell.raw,
    confidence: confidenceOf(cell, verdict, frame),
    note: noteOf(cell, verdict, frame),
  }; // prettier-ignore
}

/**
 * 1: text, or a scan confirmed by an equality or a second printing; 0.9: a clean token of a scan that nothing confirms and
 * nothing contradicts; below: doubtful. A reason why there is no value is a reading like any other; an unreadable cell is 0.
 */
function confidenceOf(cell: FormCell | SeriesCell, verdict: Verdict, frame: ReportFrame): number {
  const { missing, clean } = cell.reading;
  if (missing !== null && missing !== 'unreadable') return frame.reading === 'tekst' ? 1 : CONFIDENT;
  if (verdict.value === null) return 0;
  if (verdict.confirmed) return 1;
  if (verdict.accounted) return CONFIDENT;
  if (cell.ambiguous || !clean) return DOUBTFUL;
  if (frame.reading === 'tekst') return 1;
  return verdict.doubts.length > 0 ? DOUBTFUL : CONFIDENT;
}

function noteOf(cell: FormCell | SeriesCell, verdict: Verdict, frame: ReportFrame): string {
  if (verdict.confirmed || verdict.accounted)
    return cell.reading.clean ? '' : 'znak nieczytelny, odczyt potwierdzony rachunkiem';
  if (frame.reading === 'tekst' && cell.reading.clean && !cell.ambiguous) return '';
  const notes = [...new Set(verdict.doubts)];
  if (verdict.value !== null && cell.ambiguous) notes.push('granice liczb w wierszu niepewne');
  return notes.slice(0, 2).join('; ');
}

/** Order of observations in a file: by place in the form, then by series; diff-friendly. */
export function inOrder(observations: readonly Observation[]): Observation[] {
  const key = (o: Observation) => [
    o.section.padEnd(6), o.row.padStart(3, '0'), o.table, o.indicator, o.breakdown, o.teryt, String(o.year), o.kind, anchorOf(o),
  ]; // prettier-ignore
  return observations
    .map((observation) => ({ observation, key: key(observation) }))
    .sort(({ key: left }, { key: right }) => {
      for (const [at, part] of left.entries()) {
        const other = right[at] ?? '';
        if (part !== other) return part < other ? -1 : 1;
      }
      return 0;
    })
    .map(({ observation }) => observation);
}
