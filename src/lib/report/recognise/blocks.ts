import type { FormColumn } from '../../domain';
import type { Line } from '../readers/text';
import { fold, likeness } from './fold';
import { formHeader } from './form-header';

/** A run of lines under one header of a form table. A table broken over pages gives several blocks of one section. */
export interface FormBlock {
  section: string;
  /** Year of each column, in printed order. */
  columns: { column: FormColumn; year: number }[];
  header: Line;
  lines: Line[];
}

/** Printed titles of the form tables. The longest likeness above the header decides. */
const TITLES: readonly { section: string; title: string }[] = [
  { section: '2', title: 'infrastruktura społeczna (stan na 31.XII)' },
  { section: '2', title: 'dane o sytuacji demograficznej i społecznej (stan na 31.XII)' },
  { section: '3', title: 'dane o korzystających z pomocy i wsparcia' },
  { section: '3.1', title: 'gmina - zadania OPS oraz MOPS, MOPR' },
  { section: '3.1', title: 'gmina - zadania OPS, CUS oraz MOPS, MOPR' },
  { section: '4', title: 'inne rodzaje pomocy i świadczeń' },
  { section: '5', title: 'zasoby instytucjonalne pomocy i wsparcia' },
  { section: '5cd', title: 'zasoby instytucjonalne pomocy i wsparcia (c.d.)' },
  { section: '5inne', title: 'inne instytucje pomocy i wsparcia' },
  { section: '7', title: 'środki finansowe na wydatki w pomocy społecznej i innych obszarach polityki' },
  { section: '7', title: 'zadania własne i zadania zlecone - w złotych' },
];
const TITLE_LIKENESS = 0.72;
const LINES_OF_TITLE = 8;

/** Sections that follow each other without a heading line of their own end a block at a numbered chapter heading. */
const CHAPTER = /^(?:[2-9]|10)\.(?:\d\.?)?\s+\p{L}/u;

/**
 * The form tables of a report. A header is a line with `Wyszczególnienie` and the years of its columns;
 * a header without a title above it goes on with the table before it, unless a chapter began in between.
 */
export function formBlocks(lines: readonly Line[]): FormBlock[] {
  const headers = lines.flatMap((line, index) => {
    const header = formHeader(lines, index);
    return header ? [{ index, line, ...header, end: index + header.lines }] : [];
  });
  const blocks: FormBlock[] = [];
  for (const [n, header] of headers.entries()) {
    const previous = headers[n - 1];
    const between = lines.slice((previous?.index ?? 0) + 1, header.index);
    const goesOn = !between.some((line) => CHAPTER.test(line.text));
    const section =
      titleAbove(lines, header.index, previous?.index ?? -1, header.before ?? '') ??
      (goesOn ? blocks.at(-1)?.section : undefined) ??
      '';
    const limit = headers[n + 1]?.index ?? lines.length;
    const rest = header.rest ? [{ ...header.line, text: header.rest }] : [];
    const body = [...rest, ...lines.slice(header.end, limit)];
    const end = body.findIndex((line) => CHAPTER.test(line.text));
    blocks.push({
      section,
      columns: header.columns,
      header: header.line,
      lines: end < 0 ? body : body.slice(0, end),
    });
  }
  return blocks.filter((block) => block.section !== '');
}

/** @param before what stands before the header on its own line */
function titleAbove(lines: readonly Line[], header: number, floor: number, before: string): string | null {
  const above: string[] = before === '' ? [] : [before];
  for (let at = header - 1; at > floor && above.length < LINES_OF_TITLE; at--) {
    const text = lines[at]?.text ?? '';
    if (text === '') continue;
    above.push(text);
  }
  let best: { section: string; score: number; distance: number } | null = null;
  for (const [distance, line] of above.entries())
    for (const { section, title } of TITLES) {
      // A long line is prose that mentions the table, not its title; two lines may share one title.
      const score = line.length > 180 ? 0 : titleLikeness(line, title);
      if (score < TITLE_LIKENESS) continue;
      const better = !best || score - 0.03 * distance > best.score - 0.03 * best.distance;
      if (better) best = { section, score, distance };
    }
  return best?.section ?? null;
}

/** A title must be there nearly whole: the shorter of the two may not be a fragment. */
function titleLikeness(line: string, title: string): number {
  const [a, b] = [fold(line).length, fold(title).length];
  return Math.min(a, b) / Math.max(a, b) < 0.45 ? 0 : likeness(line, title);
}
