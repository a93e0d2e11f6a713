import type { FormRow } from '../../domain';
import { dice, fold, likeness } from './fold';
import type { PrintedRow } from './form-printed';

export interface RowMatch {
  formRow: FormRow;
  /** 0–1, how like the printed label is to the catalogue's. */
  likeness: number;
}

/** A numbering is an edition's where the labels beside its numbers are on the whole as like as this. */
const NUMBERING = 0.7;
/** A label beside the number of another row is less like than this. */
const SAME_LABEL = 0.5;
const [LABEL, GROUP, MARGIN] = [0.85, 0.6, 0.02];
/** A label of so many letters says enough without the heading of its group. */
const TELLING = 25;

/**
 * What the rows of a table mean.
 * - Where their numbers are the edition's, a number is the key, and a label that contradicts it is looked for by itself;
 * - where they are not (an edition whose rows are not known here), label and heading of the group are the key: a row they do
 *   not tell is left unknown, its number is never taken for another edition's.
 * @param own rows of the edition
 * @param foreign rows of the same section in another edition, for their meaning only
 */
export function matchRows(
  printed: readonly PrintedRow[],
  own: readonly FormRow[],
  foreign: readonly FormRow[],
): (RowMatch | null)[] {
  const byNumber = new Map(own.map((row) => [row.row, row]));
  const numbered = isNumberingOf(printed, byNumber);
  const taken = new Set<FormRow>();
  let last: FormRow | null = null;
  return printed.map((row) => {
    const match: RowMatch | null =
      (numbered ? byNumberOf(row, byNumber, own) : null) ??
      byLabel(row, [...own, ...foreign], last, numbered);
    if (!match || taken.has(match.formRow)) return null;
    taken.add(match.formRow);
    last = match.formRow;
    return match;
  });
}

function isNumberingOf(printed: readonly PrintedRow[], byNumber: ReadonlyMap<number, FormRow>): boolean {
  const scores = printed.flatMap(({ number, label }) =>
    number === null ? [] : [likeness(label, byNumber.get(number)?.label ?? '')],
  );
  return scores.length > 0 && scores.reduce((sum, score) => sum + score, 0) / scores.length >= NUMBERING;
}

function byNumberOf(
  { number, label }: PrintedRow,
  byNumber: ReadonlyMap<number, FormRow>,
  own: readonly FormRow[],
): RowMatch | null {
  const formRow = number === null ? undefined : byNumber.get(number);
  if (!formRow) return null;
  const score = likeness(label, formRow.label);
  if (label === '' || score >= SAME_LABEL) return { formRow, likeness: score };
  // A label in words of its own is the row's unless it is another row's.
  const another = own.some((row) => row !== formRow && dice(label, row.label) >= LABEL);
  return another ? null : { formRow, likeness: score };
}

/** The row that a label and the headings above it name; of rows that they name alike the one that follows the row before. */
function byLabel(
  printed: PrintedRow,
  rows: readonly FormRow[],
  last: FormRow | null,
  numbered: boolean,
): RowMatch | null {
  const scored = rows
    .map((formRow) => ({ formRow, score: labelScore(printed, formRow, numbered) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best) return null;
  const alike = scored.filter(({ score }) => best.score - score <= MARGIN);
  const meanings = new Set(alike.map(({ formRow }) => `${formRow.indicator}|${formRow.breakdown}`));
  const next = alike.find(({ formRow }) => formRow.edition === last?.edition && formRow.row === last.row + 1);
  const chosen = meanings.size === 1 ? best : next;
  return chosen ? { formRow: chosen.formRow, likeness: dice(printed.label, chosen.formRow.label) } : null;
}

function labelScore({ label, groups }: PrintedRow, { label: wanted, group }: FormRow, numbered: boolean): number {
  const own = dice(label, wanted);
  if (own < LABEL) return 0;
  const above = Math.max(0, ...groups.map((heading) => dice(heading, group)));
  if (above >= GROUP) return own + above;
  // A number that was lost leaves a label of few letters and no heading: not enough to place it.
  return fold(wanted).length >= TELLING && !numbered ? own : 0;
} // prettier-ignore
