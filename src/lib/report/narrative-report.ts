import type { Finding, Observation } from '../domain';
import type { Verdict } from './checks/evaluate';
import { narrativeFindings, weighNarrative } from './checks/narrative';
import { seriesId } from './checks/series-relations';
import { fromSeriesCell, inOrder, type ReportFrame } from './harmonise/observations';
import type { ReportDocument } from './readers';
import type { DocumentType } from './recognise/document-type';
import {
  readActivityReport, readDeinstitutionalisationPlan, type LeftOver, type NarrativeCell,
} from './recognise/narrative'; // prettier-ignore

/** What a report without form tables gives. */
export interface NarrativeReport {
  observations: Observation[];
  findings: Finding[];
  /** Lines with amounts that were not placed. */
  leftOver: LeftOver[];
}

/** Confidence of a number whose sentence names another year, where no equality shows the year it belongs to. */
const DOUBTFUL = 0.5;

/** The year that a document speaks of most often as its own: `w 2024 r.`, `w roku 2024`, `za rok 2024`. */
export function yearOfProse({ lines }: ReportDocument): number | null {
  const counts = new Map<number, number>();
  for (const { text } of lines)
    for (const match of text.matchAll(/(?:\b(?:w|z|za)\s+(?:roku\s+)?|\brok\s+|grudnia\s+)(20\d\d)(?:\s*r\b|\s*rok|\D|$)/gi)) {
      const year = Number(match[1]);
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
} // prettier-ignore

/** A report without form tables: its numbers from sentences and small tables, weighed against one another. */
export function readNarrative(
  document: ReportDocument,
  type: Exclude<DocumentType, 'ozps'>,
  subject: { teryt: string; year: number; source: string },
  nameOf: (breakdown: string) => string,
): NarrativeReport {
  const { teryt, year, source } = subject;
  const { cells, leftOver } =
    type === 'lpdi' ? readDeinstitutionalisationPlan(document, year) : readActivityReport(document, year);
  const frame = { source, teryt, year, nameOf, scanned: document.reading === 'skan' };
  const weighed = weighNarrative(cells, frame);
  const observed = new Map<string, Observation>();
  for (const cell of cells) {
    const verdict = weighed.evaluation.verdicts.get(seriesId(cell));
    if (verdict)
      observed.set(
        seriesId(cell),
        fromNarrativeCell(cell, verdict, { teryt, source, reading: document.reading }),
      );
  }
  return {
    observations: inOrder([...observed.values()]),
    findings: narrativeFindings(weighed, observed, frame),
    leftOver,
  };
}

/** A number of a narrative as an observation; its section is the budget chapter it stands under. */
function fromNarrativeCell(cell: NarrativeCell, verdict: Verdict, frame: ReportFrame): Observation {
  const observation = { ...fromSeriesCell(cell, verdict, frame), section: cell.section };
  if (cell.doubt === '') return observation;
  return {
    ...observation,
    confidence: verdict.confirmed ? observation.confidence : Math.min(DOUBTFUL, observation.confidence),
    note: [cell.doubt, observation.note].filter((part) => part !== '').join('; '),
  };
}
