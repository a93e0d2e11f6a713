import type { FormRow } from '../../../src/lib/domain';
import { familyAmounts } from './series-numbers';
import { diceOf } from './random';

/** Printed values of a form column by `section/row`. */
export type FormNumbers = Map<string, number | 'X'>;

const WHATS = ['miejsca', 'korzystajacy', 'kadra', 'koszt'];
/** Rows that a gmina cannot fill. */
const NOT_OURS = /^(?:osrodki-dla-cudzoziemcow|placowki-(?:opiekunczo-wychowawcze|typu-rodzinnego))/;

/**
 * Numbers of a whole form column that satisfy every identity of it.
 * @param kind facts of a year are the same in every report that prints them; what is expected of it has numbers of its own
 */
export function formOfYear(
  rows: readonly FormRow[],
  seed: number,
  year: number,
  kind: 'fact' | 'expected' = 'fact',
): FormNumbers {
  const column = new Column(rows, seed, year, kind);
  column.anything();
  column.persons();
  column.benefits();
  column.institutions();
  column.spending();
  return column.values;
}

class Column {
  readonly values: FormNumbers = new Map();
  readonly #dice;
  readonly #chapters: number[];

  constructor(
    readonly rows: readonly FormRow[],
    readonly seed: number,
    readonly year: number,
    kind: string,
  ) {
    this.#dice = diceOf(seed, 'form', year, kind);
    this.#chapters = rows
      .filter(({ section, row }) => section === '7' && row > 2 && row % 2 === 1)
      .map(({ row }) => row);
  }

  #set(section: string, row: number, value: number | 'X'): void {
    this.values.set(`${section}/${row}`, value);
  }
  #get(section: string, row: number): number {
    const value = this.values.get(`${section}/${row}`);
    return typeof value === 'number' ? value : 0;
  }
  #sum(section: string, ...rows: readonly number[]): number {
    return rows.reduce((total, row) => total + this.#get(section, row), 0);
  }
  #pair(row: number, persons: number, amount?: number): void {
    this.#set('3.1', row, persons);
    this.#set('3.1', row + 1, amount ?? (persons === 0 ? 0 : persons * this.#dice.between(500, 4500)));
  }

  anything(): void {
    for (const { section, row, indicator, unit } of this.rows)
      this.#set(section, row, NOT_OURS.test(indicator) ? 'X' : this.#dice.upTo(unit === 'zl' ? 90_000 : 60));
  }

  /** Section 3. */
  persons(): void {
    const { between, upTo } = this.#dice;
    const [children, adults, old] = [between(20, 220), between(40, 440), between(10, 210)];
    const [girls, women, oldWomen] = [upTo(children), upTo(adults), upTo(old)];
    const persons = children + adults + old;
    const all = girls + women + oldWomen;
    const longWomen = upTo(all);
    const values = [persons, longWomen + upTo(persons - all), children, adults, old, 0, 0, all, longWomen, girls, women, oldWomen];
    for (const [at, value] of values.entries()) this.#set('3', at + 2, value);
    this.#set('3', 8, persons + upTo(300));
    this.#set('3', 7, between(Math.ceil(persons / 3), persons));
    this.#set('3', 1, this.#get('3', 8) + upTo(50));
    this.#set('3', 14, persons);
    this.#set('3', 15, this.#get('3', 7));
    this.#set('3', 16, this.#get('3', 8));
  } // prettier-ignore

  /** Section 3.1. */
  benefits(): void {
    const { between, upTo } = this.#dice;
    this.#pair(3, between(5, 65));
    this.#pair(5, upTo(20));
    const alone = this.#get('3.1', 3);
    this.#pair(1, alone + upTo(this.#get('3.1', 5)), this.#sum('3.1', 4, 6));
    this.#set('3.1', 1, Math.max(this.#get('3.1', 1), this.#get('3.1', 5)));
    const reasons = [9, 11, 13, 15];
    for (const row of reasons) this.#pair(row, upTo(80));
    this.#pair(17, 0);
    const most = Math.max(...reasons.map((row) => this.#get('3.1', row)));
    this.#pair(7, most + upTo(20), this.#sum('3.1', 10, 12, 14, 16));
    this.#pair(19, between(60, 260));
    for (const row of [21, 23]) this.#pair(row, upTo(50), upTo(Math.floor(this.#get('3.1', 20) / 3)));
    this.#pair(25, between(30, 130));
    for (const row of [27, 29]) this.#pair(row, upTo(this.#get('3.1', 25)), upTo(this.#get('3.1', 26)));
    const least = (a: number, b: number) => Math.min(this.#get('3.1', a), this.#get('3.1', b));
    this.#pair(31, upTo(least(27, 29)), upTo(least(28, 30)));
    for (const row of [21, 23, 27, 29, 31]) if (this.#get('3.1', row) === 0) this.#set('3.1', row + 1, 0);
    for (const row of [33, 35, 37, 39]) this.#pair(row, upTo(20));
  }

  /** Sections 5 and 5cd: the totals of ośrodki wsparcia are the sums of their kinds. */
  institutions(): void {
    for (const what of WHATS) {
      const own = this.rows.filter(
        ({ section, indicator }) => section === '5' && indicator.endsWith(`-${what}`),
      );
      const total = own.find(({ indicator }) => indicator === `osrodki-wsparcia-${what}`);
      const more = this.rows.filter(
        ({ section, indicator }) => section === '5cd' && indicator === `placowki-wsparcia-dziennego-${what}`,
      );
      const parts = [...own.filter((row) => row !== total), ...more];
      const sum = parts.reduce((all, { section, row }) => all + this.#get(section, row), 0);
      if (total) this.#set('5', total.row, sum);
    }
  }

  /** Section 7, and the money that stands in two sections. */
  spending(): void {
    const { between, upTo, chance } = this.#dice;
    for (const row of this.#chapters) {
      this.#set('7', row, chance(0.25) ? 0 : between(1000, 2_001_000));
      this.#set('7', row + 1, chance(0.5) ? this.#get('7', row) : upTo(this.#get('7', row)));
    }
    const { family, child } = familyAmounts(this.seed, this.year);
    for (const [row, least] of [[55, family], [53, child]] as const) {
      this.#set('7', row, Math.ceil(least) + upTo(90_000));
      this.#set('7', row + 1, upTo(this.#get('7', row)));
    }
    this.#set('7', 33, upTo(this.#get('7', 31)));
    this.#set('7', 34, upTo(Math.min(this.#get('7', 32), this.#get('7', 33))));
    this.#set('4', 1, between(20, 200));
    this.#set('4', 2, between(20_000, 90_000));
    this.#set('4', 3, between(10, 60));
    this.#set('4', 4, between(1000, 9000));
    this.#set('7', 20, this.#get('3.1', 2));
    this.#set('7', 19, this.#get('3.1', 2) + upTo(5000));
    this.#set('7', 7, this.#get('3.1', 40));
    this.#set('7', 8, this.#get('3.1', 40));
    this.#set('7', 17, this.#sum('4', 2, 4));
    this.#set('7', 18, this.#get('7', 17));
    this.#set('3.1', 44, this.#sum('7', 65, 67));
    for (const row of [21, 22]) this.#set('7', row, 'X');
    const summed = this.#chapters.filter((row) => row !== 33);
    this.#set('7', 1, this.#sum('7', ...summed));
    this.#set('7', 2, this.#sum('7', ...summed.map((row) => row + 1)));
  } // prettier-ignore
}
