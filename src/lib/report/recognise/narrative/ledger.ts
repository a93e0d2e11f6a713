import type { Level } from '../../../domain';
import type { SeriesCell } from '../series';
import { readAmount } from './amounts';
import type { Prose } from './prose';

/** A number of a narrative report. `section` is the budget chapter it stands under, empty where there is none. */
export interface NarrativeCell extends SeriesCell {
  section: string;
  /** In words why the number or its year is doubtful; empty where nothing speaks against it. */
  doubt: string;
}

/** What a number says, without its place. */
export interface Meaning {
  table: string;
  indicator: string;
  /** `key=value` pairs in any order; sorted when filed. */
  breakdown?: readonly string[];
  unit: string;
}

export interface Span {
  start: number;
  end: number;
}

/** How an observation says that its sentence names another year than the report is about. */
export const OTHER_YEAR = 'w zdaniu podano rok';

/**
 * The numbers placed so far. A number is placed once (or once more as the share of one source that pays the whole);
 * a fact stated a second time is filed under its table with a number: `swiadczenia-2`.
 */
export class Ledger {
  readonly cells: NarrativeCell[] = [];
  readonly #taken: Span[] = [];
  readonly #starts = new Map<NarrativeCell, number>();

  constructor(
    readonly prose: Prose,
    readonly year: number,
  ) {}

  /** Is any part of the span a number that is placed already? */
  isTaken({ start, end }: Span): boolean {
    return this.#taken.some((span) => span.start < end && start < span.end);
  }

  take(span: Span): void {
    this.#taken.push(span);
  }

  add(
    meaning: Meaning,
    span: Span,
    { section = '', stated, level = 'gmina', year = this.year }: { section?: string; stated?: number; level?: Level; year?: number } = {},
  ): void {
    this.take(span);
    const raw = this.prose.text.slice(span.start, span.end).trim();
    const line = this.prose.lineAt(span.start);
    const breakdown = [...(meaning.breakdown ?? [])].filter((part) => part !== '').sort().join(';');
    const doubt = stated === undefined || stated === year ? '' : `${OTHER_YEAR} ${stated}`;
    const cell: NarrativeCell = {
      table: meaning.table, indicator: meaning.indicator, breakdown, unit: meaning.unit, level, kind: 'reported',
      year, raw, line: line.number, page: line.page, reading: readAmount(raw), ambiguous: false, section, doubt,
    };
    this.cells.push(cell);
    this.#starts.set(cell, span.start);
  } // prettier-ignore

  /** The cells in printed order. */
  inOrder(): NarrativeCell[] {
    const startOf = (cell: NarrativeCell) => this.#starts.get(cell) ?? 0;
    const seen = new Map<string, number>();
    return [...this.cells]
      .sort((a, b) => startOf(a) - startOf(b))
      .map((cell) => {
        const key = [cell.table, cell.indicator, cell.breakdown, cell.year].join('|');
        const times = (seen.get(key) ?? 0) + 1;
        seen.set(key, times);
        return times === 1 ? cell : { ...cell, table: `${cell.table}-${times}` };
      });
  }
}

/** Where a group of a match stands in the prose; patterns carry the flag `d`. */
export function spanOf(match: RegExpExecArray | RegExpMatchArray, group: number, offset = 0): Span | null {
  const at = match.indices?.[group];
  return at ? { start: at[0] + offset, end: at[1] + offset } : null;
}
