import type { ReportDocument } from '../readers/text';
import { linesOfChapter } from './chapters';

/** A recommendation of chapter 10 with its place. Its text is the report's own: shown to whoever dropped the file, never published. */
export interface Conclusion {
  line: number;
  page: number | null;
  /** The first words: up to the first full stop of a numbered point, or the part of an enumeration. */
  heading: string;
  text: string;
}

const POINT = /^(\d{1,2})[.)]\s+(.+)$/;
/** An enumeration within a sentence begins behind words such as these. */
const ENUMERATION = /(?:wskazan\w+ (?:jest|s[aą])|nale[zżŻ]y|rekomenduje si[eę])\s*:\s*(.+)$/is;

/**
 * Conclusions and recommendations of chapter 10: its numbered points, or where it has none, the parts of the sentence that
 * enumerates them. Empty where the chapter is not found or enumerates nothing.
 */
export function readConclusions(document: ReportDocument): Conclusion[] {
  const lines = linesOfChapter(document, 10);
  const points = lines.flatMap((line): Conclusion[] => {
    const match = POINT.exec(line.text);
    if (!match) return [];
    const text = match[2] ?? '';
    return [{ line: line.number, page: line.page, heading: text.split(/(?<=\p{L})\.(?:\s|$)/u)[0] ?? text, text }];
  });
  if (points.length > 1) return points;
  const text = lines.map((line) => line.text).join('\n');
  const enumeration = ENUMERATION.exec(text);
  if (!enumeration) return [];
  let offset = enumeration.index + enumeration[0].length - (enumeration[1]?.length ?? 0);
  return (enumeration[1] ?? '').split(/;/).flatMap((part): Conclusion[] => {
    const line = lines[text.slice(0, offset + part.search(/\S/)).split('\n').length - 1];
    offset += part.length + 1;
    const words = part.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
    return line && words !== '' ? [{ line: line.number, page: line.page, heading: words, text: words }] : [];
  });
} // prettier-ignore
