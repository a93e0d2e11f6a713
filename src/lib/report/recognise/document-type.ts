import type { ReportDocument } from '../readers';
import { fold } from './fold';

/** The kinds of document that are read; an OZPS is known by its form tables, the others by what they call themselves. */
export type DocumentType = 'ozps' | 'sprawozdanie' | 'lpdi';

/** A document says what it is on its first pages. */
const HEAD = 6000;

/**
 * The type of a document without form tables: a local plan of deinstitutionalisation names itself, an activity report names
 * itself and a social assistance centre. `null` for anything else.
 */
export function narrativeType(document: ReportDocument): Exclude<DocumentType, 'ozps'> | null {
  const head = fold(
    document.lines
      .map((line) => line.text)
      .join(' ')
      .slice(0, HEAD),
  );
  if (/lokaln[a-z]+ plan[a-z]* deinstytucjonalizacji/.test(head)) return 'lpdi';
  if (/sprawozdani[ea]/.test(head) && /osrod[a-z]+ pomocy spo[lt]ecznej/.test(head)) return 'sprawozdanie';
  return null;
}
