import type { Line, ReportDocument } from '../readers/text';
import { fold } from './fold';

/** Chapters of free text: projects, commissioned tasks, conclusions. */
export type Chapter = 8 | 9 | 10;

const OPENINGS: Readonly<Record<Chapter, RegExp>> = {
  8: /^8 aktywnos\w* projektowo/,
  9: /^9 wspolpraca z organizacjami/,
  10: /^10 w[hn]?[hn]?ioski/,
};
/** Tables of indicators and poverty follow the conclusions in reports since 2019. */
const AFTER = /^wskazniki ubostwa/;

/**
 * The lines of a chapter, its heading left out. The table of contents names it too, so the last heading counts.
 * Empty where the chapter is not found.
 */
export function linesOfChapter({ lines }: ReportDocument, chapter: Chapter): Line[] {
  const start = lines.findLastIndex((line) => OPENINGS[chapter].test(fold(line.text)));
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => {
    const text = fold(line.text);
    return AFTER.test(text) || Object.values(OPENINGS).some((opening) => opening.test(text));
  });
  return end < 0 ? rest : rest.slice(0, end);
}
