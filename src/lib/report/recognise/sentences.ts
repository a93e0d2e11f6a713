import type { Kind, Level } from '../../domain';
import type { Line, ReportDocument } from '../readers/text';
import type { SeriesCell } from './series';
import { readNumber, type Reading } from './tokens';

/** A number stated in a sentence. Only the number's token is kept, never the sentence. */
interface Statement {
  /** Over folded text in which digits, commas, points and per cent signs survive; one group a value. */
  pattern: RegExp;
  values: { indicator: string; breakdown?: string; unit: string; level: Level; kind: Kind }[];
  /** The sentence is about the year before the report's. */
  before?: true;
}

const NUMBER = String.raw`(\d[\d .,]*\d|\d)`;
/** `#` is a number; an "ł" may have been read as l, t or i. */
const of = (pattern: string): RegExp =>
  new RegExp(pattern.replaceAll('l', '[lti]').replaceAll('#', NUMBER), 'g');
/** A small number written out, as sentences about staff do. */
const WORDS: Readonly<Record<string, number>> = {
  jeden: 1, jedna: 1, jednego: 1, dwoch: 2, dwie: 2, dwaj: 2, trzech: 3, trzy: 3, czterech: 4, cztery: 4,
  pieciu: 5, piec: 5, szesciu: 6, szesc: 6, siedmiu: 7, siedem: 7, osmiu: 8, osiem: 8, dziewieciu: 9, dziewiec: 9,
}; // prettier-ignore
const gmina = { level: 'gmina', kind: 'reported' } as const;

/** Standard sentences of chapters 2, 6 and 7: the only places where the form gives these figures. */
const STATEMENTS: readonly Statement[] = [
  {
    pattern: of(
      'powiatowa stopa bezrobocia wynosila # ?%.{0,60}?wojewodztwa wynosila # ?%.{0,60}?kraju # ?%',
    ),
    values: (['powiat', 'wojewodztwo', 'kraj'] as const).map((level) => ({
      indicator: 'stopa-bezrobocia', unit: '%', level, kind: 'area-published',
    })), // prettier-ignore
  },
  {
    pattern: of('liczba ludnosci gminy .{0,60}?wyniosla # osob'),
    values: [{ indicator: 'ludnosc', unit: 'osoby', ...gmina }],
  },
  {
    pattern: of('liczba ludnosci gminy stanowi # ?% ludnosci powiatu'),
    values: [{ indicator: 'udzial-ludnosci-powiatu', unit: '%', ...gmina }],
  },
  {
    pattern: of('pracownicy socjalni ?-? ?# os'),
    values: [{ indicator: 'pracownicy-socjalni', unit: 'osoby', ...gmina }],
  },
  {
    pattern:
      /specjalizacj[ae] i(?: i ii)? .{0,2}opnia w zawodzie pracownika socja.nego posiada (\w+) pracownik/g,
    values: [{ indicator: 'pracownicy-socjalni-ze-specjalizacja', unit: 'osoby', ...gmina }],
  },
  {
    pattern: of('kadra osrodka pomocy spolecznej liczyla # os'),
    values: [{ indicator: 'zatrudnieni-ops', unit: 'osoby', ...gmina }],
  },
  {
    pattern: of('na zadania z zakresu polityki spolecznej wyniosly w (?:20\\d\\d) roku # z'),
    values: [{ indicator: 'wydatki-ogolem', unit: 'zl', ...gmina }],
  },
  {
    pattern: of('poziom wydatkow w stosunku do roku poprzedniego # z'),
    values: [{ indicator: 'wydatki-ogolem', unit: 'zl', ...gmina }],
    before: true,
  },
  ...['851', '852', '853', '854', '855'].map((dzial) => ({
    pattern: of(`w dziale ${dzial} .{0,70}?wydatkowano # z`),
    values: [{ indicator: 'wydatki-dzial', breakdown: `dzial=${dzial}`, unit: 'zl', ...gmina }],
  })),
];

/** Numbers of the report's standard sentences, for the report's year. */
export function readSentences(document: ReportDocument, reportYear: number): SeriesCell[] {
  const { text, lineAt } = joined(document.lines);
  return STATEMENTS.flatMap(({ pattern, values, before }) => {
    const match = pattern.exec(text);
    pattern.lastIndex = 0;
    if (!match) return [];
    const line = lineAt(match.index + match[0].length - 1);
    return values.map(({ breakdown = '', ...meaning }, at): SeriesCell => {
      const raw = (match[at + 1] ?? '').replace(/[., ]+$/, '');
      return {
        table: 'proza', breakdown, ...meaning, year: before ? reportYear - 1 : reportYear, raw,
        line: line.number, page: line.page, reading: written(raw), ambiguous: false,
      }; // prettier-ignore
    });
  });
}

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
    if (line.cells === null) text += `${foldedProse(line.text)} `;
  }
  const lineAt = (offset: number): Line => {
    let at = starts.findLastIndex((start) => start <= offset);
    at = Math.max(at, 0);
    return lines[at] ?? { number: 1, page: null, text: '', cells: null };
  };
  return { text, lineAt };
}

const foldedProse = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replace(/[–—]/g, '-')
    .replace(/[^a-z0-9.,%-]+/g, ' ')
    .trim();
