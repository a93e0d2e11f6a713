import type { Line } from '../../readers/text';
import { canReach, dice, fold, likeness } from '../fold';
import type { SeriesTable } from '../series-tables';

const TITLE_LIKENESS = 0.75;
/** A table starts within this many lines below its title; a scan puts ticks and legends between. */
const REACH = 130;

/** The lines in which a table must stand: below one of its titles, up to the next table. */
export interface Region {
  title: Line;
  /** 0–1, how like the printed title is. */
  score: number;
  lines: readonly Line[];
}

interface Titled {
  at: number;
  /** Last line of the title, which may be broken over two. */
  end: number;
  title: string;
  score: number;
}

/**
 * Where each table of an edition may stand. A line is the title of the table it is most like, so that captions below a
 * chart and similar titles are told apart; a table may be titled more than once.
 */
export function regionsOf(lines: readonly Line[], tables: readonly SeriesTable[]): Map<string, Region[]> {
  const titles = [...new Set(tables.map((table) => table.title))];
  const found = lines.flatMap((_, at) => titleAt(lines, at, titles));
  const ends = lines.flatMap((line, at) => (endsTables(line) ? [at] : []));
  const regions = new Map<string, Region[]>();
  for (const [n, { at, end, title, score }] of found.entries()) {
    const nextTitle = found.slice(n + 1).find((other) => other.title !== title)?.at ?? Infinity;
    const nextEnd = ends.find((place) => place > end) ?? Infinity;
    const body = lines.slice(end + 1, Math.min(nextTitle, nextEnd, end + 1 + REACH));
    // The same title again is the next table of a pair, or the caption of this one: both ways are tried.
    const again = found[n + 1]?.title === title ? found[n + 1]?.at : undefined;
    const line = lines[at];
    if (!line) continue;
    const own = regions.get(title) ?? [];
    own.push({ title: line, score, lines: body });
    if (again !== undefined) own.push({ title: line, score, lines: lines.slice(end + 1, again) });
    regions.set(title, own);
  }
  return regions;
}

/** Form tables and chapters end the region of a series. */
const endsTables = ({ text }: Line): boolean =>
  likeness(text.slice(0, 18), 'wyszczególnienie') > 0.8 ||
  /^#*\s*(?:[2-9]|10)\.(?:\d\.?)?\s+\p{L}/u.test(text);

function titleAt(lines: readonly Line[], at: number, titles: readonly string[]): Titled[] {
  const text = titleText(lines[at]);
  if (text === null) return [];
  // The second line of a title may stand below an empty one.
  const below = lines[at + 1]?.text === '' ? at + 2 : at + 1;
  const next = titleText(lines[below]);
  let best: Titled | null = null;
  const own = fold(text);
  for (const title of titles) {
    const wanted = fold(title).length;
    if (own.length < wanted * 0.5) continue;
    const broken = own.length < wanted * 0.8 && next !== null;
    const whole = broken ? `${own} ${fold(next)}` : own;
    if (!canReach(whole, title, TITLE_LIKENESS)) continue;
    // A longer line may go on behind the title; a table whose title says more goes before one that it contains.
    const score = dice(whole.slice(0, Math.round(wanted * 1.05)), title) - Math.min(0.05, 0.002 * Math.max(0, whole.length - wanted));
    if (score >= Math.max(TITLE_LIKENESS, (best?.score ?? 0) + 1e-9))
      best = { at, end: broken ? below : at, title, score };
  }
  return best ? [best] : [];
} // prettier-ignore

/** Text of a line that may be a title: no table row, or one with a single filled cell. */
function titleText(line: Line | undefined): string | null {
  if (!line) return null;
  const filled = line.cells?.filter((cell) => cell !== '');
  if (filled && filled.length !== 1) return null;
  return line.text.length < 12 || line.text.length > 600 ? null : line.text;
}
