import { decode, polishLetters } from './decode';
import type { Line, Reading } from './document';
import type { Budget } from './limits';

export type { Line, Reading, ReportDocument } from './document';

/** Polish prose has 5.8–7 % of letters with diacritics; OCR that lost the Polish alphabet has none. */
const DIACRITICS_OF_TEXT = 0.02;

/**
 * Lines of a plain or Markdown report. Tabs keep columns apart, in Markdown pipes too.
 * A form feed starts a new page; without any, pages are unknown.
 * @throws {UnreadableFile} when the bytes are not text
 */
export function readText(
  bytes: Uint8Array,
  format: 'txt' | 'md',
  budget: Budget,
): { lines: Line[]; reading: Reading } {
  const text = decode(bytes, budget);
  const paged = text.includes('\f');
  let page = 1;
  const rawLines = text.split(/\r\n|\n|\r/);
  const columned = format === 'md' ? withPipesAsTabs(rawLines) : rawLines;
  const lines = columned.map((rawLine, index): Line => {
    page += rawLine.split('\f').length - 1;
    const line = withoutMarkup(rawLine.replaceAll('\f', ''));
    return {
      number: index + 1,
      page: paged ? page : null,
      text: line.replaceAll('\t', ' ').trim(),
      cells: line.includes('\t') ? line.split('\t').map((cell) => cell.trim()) : null,
    };
  });
  budget.checkContents(lines);
  for (const line of lines) budget.checkColumns(line);
  return { lines, reading: readingOf(text) };
}

const PIPED = /^\s*\|(.*)\|\s*$/;
const RULE = /^\s*\|(\s*:?-+:?\s*\|)+\s*$/;

/** Markdown tables: piped lines around a rule. A piped line without a rule below its first is no table. */
function withPipesAsTabs(lines: readonly string[]): string[] {
  let inTable = false;
  return lines.map((line, at) => {
    const inner = PIPED.exec(line)?.[1];
    inTable = inner !== undefined && (inTable || RULE.test(lines[at + 1] ?? ''));
    if (inner === undefined || !inTable) return line;
    if (RULE.test(line)) return '';
    return inner
      .replaceAll('\t', ' ')
      .split(/(?<!\\)\|/)
      .join('\t')
      .replaceAll('\\|', '|');
  });
}

function withoutMarkup(line: string): string {
  return (
    line
      // No tag within a tag: `<a<a<a` without an end would be gone through from each of its signs.
      .replace(/<\/?[a-z][^<>]*>/gi, '')
      .replace(/\*\*|^\s*#{1,6}\s+/g, '')
      .replaceAll('\u00a0', ' ')
      .replace(/\\([*_])/g, '$1')
  );
}

function readingOf(text: string): Reading {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return polishLetters(text) >= letters * DIACRITICS_OF_TEXT ? 'tekst' : 'skan';
}
