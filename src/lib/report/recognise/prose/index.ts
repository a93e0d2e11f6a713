import type { Line, ReportDocument } from '../../readers/text';
import type { SeriesCell } from '../series';
import { readNumber, type Reading } from '../tokens';
import { STATEMENTS } from './statements';

/** A small number written out, as sentences about staff do. */
const WORDS: Readonly<Record<string, number>> = {
  jeden: 1, jedna: 1, jednego: 1, dwoch: 2, dwie: 2, dwaj: 2, trzech: 3, trzy: 3, czterech: 4, cztery: 4,
  pieciu: 5, piec: 5, szesciu: 6, szesc: 6, siedmiu: 7, siedem: 7, osmiu: 8, osiem: 8, dziewieciu: 9, dziewiec: 9,
}; // prettier-ignore
const FALL = /(?:zma|zmn|spad|nizsz|mniej)\w*/g;
const GROWTH = /(?:wzros|zwi|wyzsz|wi[eę]cej)\w*/g;

/** Numbers of the report's standard sentences, for the report's year. */
export function readSentences(document: ReportDocument, reportYear: number): SeriesCell[] {
  const { text, lineAt } = joined(document.lines);
  return STATEMENTS.flatMap(({ pattern, values, before }) => {
    const match = new RegExp(pattern.source, 'd').exec(text);
    if (!match) return [];
    const [sentence] = match;
    const line = lineAt(match.index + sentence.length - 1);
    return values.map(({ breakdown = '', signed, ...meaning }, at): SeriesCell => {
      const raw = (match[at + 1] ?? '').replace(/[., ]+$/, '');
      const end = (match.indices?.[at + 1]?.[0] ?? match.index) - match.index + raw.length;
      const reading = written(raw);
      return {
        table: 'proza', breakdown, ...meaning, year: before ? reportYear - 1 : reportYear, raw,
        line: line.number, page: line.page, ambiguous: false,
        reading: signed && falls(sentence, end) ? negative(reading) : reading,
      }; // prettier-ignore
    });
  });
}

/** Is the word of change nearest to a number one of fall? It stands before the number, or right behind it (`o 33 mniej`). */
function falls(sentence: string, at: number): boolean {
  const last = (pattern: RegExp) => [...sentence.slice(0, at).matchAll(pattern)].at(-1)?.index ?? -1;
  const [fall, growth] = [last(FALL), last(GROWTH)];
  if (fall < 0 && growth < 0) return new RegExp(FALL).test(sentence.slice(at));
  return fall > growth;
}

const negative = (reading: Reading): Reading => ({
  ...reading,
  value: reading.value === null ? null : -reading.value,
  candidates: reading.candidates.map((candidate) => -candidate),
});

function written(raw: string): Reading {
  const value = WORDS[raw];
  return value === undefined ? readNumber(raw) : { value, missing: null, clean: true, candidates: [value] };
}

/** Prose as one running text: sentences are broken over lines anywhere. */
function joined(lines: readonly Line[]) {
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    starts.push(text.length);
    if (line.cells === null && line.text !== '') text += `${foldProse(line.text)} `;
  }
  const lineAt = (offset: number): Line => {
    let at = starts.findLastIndex((start) => start <= offset);
    at = Math.max(at, 0);
    return lines[at] ?? { number: 1, page: null, text: '', cells: null };
  };
  return { text, lineAt };
}

/** Text for patterns of sentences: no diacritics, digits and the signs of numbers kept. */
export const foldProse = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replace(/[–—]/g, '-')
    .replace(/[^a-z0-9.,%()-]+/g, ' ')
    .trim();
