import type { ReportDocument } from '../../readers';
import { MONEY } from './amounts';
import { placeBenefits } from './benefits';
import { chapterParts, placeChapters } from './chapters';
import { DIAGNOSIS } from './diagnosis';
import { Ledger, type NarrativeCell } from './ledger';
import { placeParagraphs } from './paragraphs';
import { proseOf } from './prose';
import { placeReasons, placeStaff } from './small-tables';
import { placeStatement, placeStatements } from './statements';

export type { NarrativeCell } from './ledger';
export { OTHER_YEAR } from './ledger';

/** A line that holds an amount of money which was not placed: nothing read is dropped silently. */
export interface LeftOver {
  section: string;
  line: number;
  text: string;
}

export interface NarrativeReading {
  cells: NarrativeCell[];
  leftOver: LeftOver[];
}

/**
 * The numbers of an activity report (`sprawozdanie`): totals, chapters by plan, execution and source, paragraphs, benefits,
 * staff, reasons. What has words of its own goes before what only its heading explains.
 */
export function readActivityReport(document: ReportDocument, year: number): NarrativeReading {
  const ledger = new Ledger(proseOf(document.lines), year);
  const chapters = chapterParts(ledger.prose);
  placeReasons(ledger);
  placeStaff(ledger);
  placeChapters(ledger, chapters);
  placeParagraphs(ledger, chapters);
  placeStatements(ledger, chapters);
  placeBenefits(ledger, chapters);
  return { cells: ledger.inOrder(), leftOver: leftOverOf(ledger) };
}

/** The numbers of the diagnosis of a local plan of deinstitutionalisation (LPDI). */
export function readDeinstitutionalisationPlan(document: ReportDocument, year: number): NarrativeReading {
  const ledger = new Ledger(proseOf(document.lines), year);
  for (const statement of DIAGNOSIS) placeStatement(ledger, statement);
  return { cells: ledger.inOrder(), leftOver: leftOverOf(ledger) };
}

function leftOverOf(ledger: Ledger): LeftOver[] {
  const lines = new Map<number, string>();
  for (const match of ledger.prose.text.matchAll(new RegExp(MONEY, 'g'))) {
    if (ledger.isTaken({ start: match.index, end: match.index + match[0].length })) continue;
    const { number, text } = ledger.prose.lineAt(match.index);
    lines.set(number, text);
  }
  return [...lines].sort(([a], [b]) => a - b).map(([line, text]) => ({ section: 'tekst', line, text }));
}
