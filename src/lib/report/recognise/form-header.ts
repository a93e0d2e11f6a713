import type { FormColumn } from '../../domain';
import type { Line } from '../readers/text';
import { fold, likeness } from './fold';

/** Columns of a form table and the number of lines that their header takes. */
export interface FormHeader {
  columns: { column: FormColumn; year: number }[];
  lines: number;
  /** What stands on the header's line before and behind it, where a whole table runs on one line. */
  before?: string;
  rest?: string;
}

/** Words of a line that holds more than a header. */
const RUNNING = 30;
/** A header broken into cells of its own lines has at most this many. */
const REACH = 12;
const THREE: readonly FormColumn[] = ['prev', 'assess', 'forecast'];
const FIVE: readonly FormColumn[] = ['prev2', 'prev', 'assess', 'forecast', 'forecast2'];
/** What else may stand in a header besides years. */
const WORDS = /\b(?:wyszczegolnienie|lata|poprzednie|dwa|rok|oceny|prognoza|po|ocenie|wiersz|nr|lp)\b/g;

/**
 * The header that begins at a line; `null` for any other line.
 * - since 2017: `WYSZCZEGÓLNIENIE | Rok 2018 | Rok oceny 2019 | Prognoza 2020`;
 * - until 2016: `Lata poprzednie` with two years, then `Rok oceny`, `Rok po ocenie` and, in most tables, `Dwa lata po ocenie`,
 *   which name no year of their own; over two or more lines.
 */
export function formHeader(lines: readonly Line[], at: number): FormHeader | null {
  const first = fold(lines[at]?.text ?? '');
  const opens = first.split(' ').some((word) => word.length >= 12 && likeness(word, 'wyszczegolnienie') > 0.7);
  if (!opens) return null;
  const running = ofRunningLine(lines[at]?.text ?? '');
  if (running) return running;
  const own = threeOrFive(first);
  if (own) return { columns: own, lines: 1 };
  let text = first;
  for (let n = 1; n < REACH && at + n < lines.length; n++) {
    const next = fold(lines[at + n]?.text ?? '');
    if (next.replace(WORDS, '').replace(/\b(?:19|20)\d{2}\b/g, '').trim() !== '') break;
    text += ` ${next}`;
    const columns = beforeAndAfter(text);
    if (columns && !/^\s*(?:dwa lata po|rok po)/.test(fold(lines[at + n + 1]?.text ?? '')))
      return { columns, lines: n + 1 };
  }
  const alone = beforeAndAfter(first);
  return alone ? { columns: alone, lines: 1 } : null;
} // prettier-ignore

/** A header that its table follows on the same line: the first consecutive years behind its first word. */
function ofRunningLine(text: string): FormHeader | null {
  if (text.split(/\s+/).length < RUNNING) return null;
  const opening = /\bwyszczeg\S*/i.exec(text);
  if (!opening) return null;
  const header = /^\D*?(?:\D{0,20}(?:19|20)\d{2}\b){3}\S*/.exec(text.slice(opening.index));
  const columns = header ? threeOrFive(fold(header[0])) : null;
  if (!header || !columns) return null;
  const end = opening.index + header[0].length;
  return { columns, lines: 1, before: text.slice(0, opening.index).trim(), rest: text.slice(end).trim() };
}

const yearsIn = (text: string): number[] =>
  [...text.matchAll(/(?:19|20)\d{2}/g)].map((match) => Number(match[0]));
const consecutive = (years: readonly number[]): boolean =>
  years.every((year, at) => at === 0 || year === (years[at - 1] ?? 0) + 1);

function threeOrFive(text: string): FormHeader['columns'] | null {
  const years = yearsIn(text);
  const columns = years.length === FIVE.length ? FIVE : THREE;
  if (years.length !== columns.length || !consecutive(years)) return null;
  return columns.map((column, at) => ({ column, year: years[at] ?? 0 }));
}

/** Two years before, the year of assessment and one or two after it, told by words. */
function beforeAndAfter(text: string): FormHeader['columns'] | null {
  const years = yearsIn(text);
  const [first] = years;
  if (first === undefined || years.length < 2 || years.length > FIVE.length || !consecutive(years))
    return null;
  if (!/lata poprzednie/.test(text) || !/rok oceny/.test(text) || !/po ocenie/.test(text)) return null;
  const columns = /dwa lata po/.test(text) ? FIVE : FIVE.slice(0, 4);
  return columns.map((column, at) => ({ column, year: first + at }));
}
