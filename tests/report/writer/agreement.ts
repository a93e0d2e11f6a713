import type { FormRow, Level } from '../../../src/lib/domain';
import { seriesId } from '../../../src/lib/report/checks/series-relations';
import type { FormNumbers } from './form-numbers';
import { statutoryYears, type Grid, type SeriesPlace } from './grid';
import { diceOf, type Dice } from './random';
import { careBenefits, seriesNumber, type SeriesNumbers } from './series-numbers';

export interface SeriesFrame {
  seed: number;
  year: number;
  rows: readonly FormRow[];
  /** Facts of a year's form column. */
  formOf: (year: number) => FormNumbers;
}

/** Tables in which some cells are printed empty. */
const OFTEN_EMPTY = 'nasycenie-dps';

/** The numbers while they are brought into agreement: a value is set only where a table prints it. */
export class Agreement {
  readonly values: SeriesNumbers = new Map();
  readonly places = new Map<string, SeriesPlace>();

  constructor(
    grids: readonly Grid[],
    readonly frame: SeriesFrame,
  ) {
    const { seed, year } = frame;
    const empty = diceOf(seed, year, OFTEN_EMPTY).chance(0.5);
    for (const { table, rows } of grids)
      for (const { cells } of rows)
        for (const cell of cells) {
          if (!cell) continue;
          const id = seriesId(cell);
          this.places.set(id, cell);
          this.values.set(id, table.id === OFTEN_EMPTY && empty ? null : seriesNumber(seed, cell));
        }
  }

  dice(...keys: (string | number)[]): Dice {
    return diceOf(this.frame.seed, 'agreement', ...keys);
  }

  id(table: string, indicator: string, year: number, breakdown = '', level: Level = 'gmina'): string {
    return seriesId({ table, indicator, breakdown, level, year });
  }

  get(table: string, indicator: string, year: number, breakdown = '', level: Level = 'gmina'): number {
    return this.values.get(this.id(table, indicator, year, breakdown, level)) ?? 0;
  }

  set(
    value: number,
    table: string,
    indicator: string,
    year: number,
    breakdown = '',
    level: Level = 'gmina',
  ): void {
    const id = this.id(table, indicator, year, breakdown, level);
    if (this.places.has(id)) this.values.set(id, value);
  }

  /** Places of a table. */
  of(table: string): SeriesPlace[] {
    return [...this.places.values()].filter((place) => place.table === table);
  }

  /** The same residents ten years later, and the population of the statutory table. */
  population(): void {
    const { year, seed } = this.frame;
    const [now, then] = ['ludnosc-wedlug-wieku', 'ludnosc-starsza-o-10-lat'];
    let all = 0;
    for (const sex of ['plec=kobieta', 'plec=mezczyzna']) {
      const own = this.of(now).filter(({ breakdown }) => breakdown.startsWith(sex));
      for (const place of own) {
        const working = place.breakdown.endsWith('produkcyjny');
        const dice = this.dice(now, place.breakdown);
        const change = working && sex === 'plec=mezczyzna' ? this.#growth(year) : 0;
        this.set(working ? dice.between(2000, 7000) + change : dice.between(60, 1400), now, now, year, place.breakdown);
      }
      const age = (table: string, group: string) => this.get(table, table, year, `${sex};wiek=${group}`);
      const setThen = (value: number, group: string) => this.set(value, then, then, year, `${sex};wiek=${group}`);
      const total = own.reduce((sum, { breakdown }) => sum + this.get(now, now, year, breakdown), 0);
      const seniors = age(now, '65-74') + age(now, '75-79') + age(now, '80+');
      const old = this.dice(then, sex).upTo(seniors);
      setThen(old, '75-79');
      setThen(seniors - old, '80+');
      const others = this.of(then).filter(({ breakdown }) => breakdown.startsWith(sex) && !/75-79|80\+/.test(breakdown));
      let left = total - seniors;
      for (const [at, place] of others.entries()) {
        const part = at === others.length - 1 ? left : this.dice(then, place.breakdown).upTo(Math.floor(left / 2));
        this.set(part, then, then, year, place.breakdown);
        left -= part;
      }
      all += total;
    }
    // Not printed by a grid: the statutory table is written by hand.
    for (const at of statutoryYears(year)) {
      this.values.set(this.id('warunek-ustawowy', 'ludnosc', at), all - this.#growth(year) + this.#growth(at));
      this.values.set(this.id('warunek-ustawowy', 'pracownicy-socjalni', at), diceOf(seed, 'pracownicy').between(3, 9));
      this.values.set(this.id('warunek-ustawowy', 'rodziny-z-praca-socjalna', at), this.familiesInSocialWork(at));
    }
  } // prettier-ignore

  /** How the population of a year differs from a base that all years share. */
  #growth(year: number): number {
    return this.dice('warunek', year).between(-300, 300);
  }

  familiesInSocialWork(year: number): number {
    return this.dice('praca-socjalna', year).between(60, 600);
  }

  /** Persons helped by age and sex, in the table of the year and in those of women and men. */
  users(): void {
    const { year } = this.frame;
    const indicator = 'korzystajacy-wedlug-wieku';
    for (const { breakdown, level, year: at } of this.of('mezczyzni-wedlug-wieku'))
      if (breakdown.endsWith('0-17')) {
        const girls = this.get('kobiety-wedlug-wieku', indicator, at, 'plec=kobieta;wiek=0-17', level);
        const boys = Math.round((girls * this.dice('boys', level, at).between(100, 112)) / 100);
        this.set(boys, 'mezczyzni-wedlug-wieku', indicator, at, breakdown, level);
      }
    for (const age of ['0-17', 'produkcyjny', 'poprodukcyjny']) {
      const parts = (['kobiety', 'mezczyzni'] as const).map((table) => {
        const sex = table === 'kobiety' ? 'plec=kobieta' : 'plec=mezczyzna';
        const value = this.get(`${table}-wedlug-wieku`, indicator, year, `${sex};wiek=${age}`);
        this.set(value, indicator, indicator, year, `${sex};wiek=${age}`);
        return value;
      });
      this.set((parts[0] ?? 0) + (parts[1] ?? 0), indicator, indicator, year, `wiek=${age}`);
    }
  }

  /** Totals of tables by form of benefit, size of family and kind of contract. */
  forms(): void {
    for (const table of [
      'swiadczenia-wedlug-dzieci',
      'swiadczenia-wedlug-powodu',
      'rodziny-wedlug-powodu-i-wielkosci',
    ])
      this.#totals(table, /^(?:forma|osob)=/);
    for (const { indicator, year, breakdown } of this.of('typy-rodzin')) {
      if (!breakdown.startsWith('forma=')) continue;
      const whole = this.get('typy-rodzin', indicator, year, breakdown.replace(/^forma=[a-z]+;/, ''));
      this.set(this.dice('typy', breakdown).upTo(whole), 'typy-rodzin', indicator, year, breakdown);
    }
    const reasons = 'rodziny-wedlug-powodu';
    for (const { year, breakdown } of this.of('powody-pomocy')) {
      const whole = breakdown.replace(/-(?:wielodzietnosc|rodziny-[a-z]+)$/, '');
      if (whole !== breakdown && this.places.has(this.id('powody-pomocy', reasons, year, whole))) {
        const most = this.get('powody-pomocy', reasons, year, whole);
        this.set(this.dice('powod', breakdown).upTo(most), 'powody-pomocy', reasons, year, breakdown);
      }
    }
  }

  /** The total of a row is the sum of its parts. @param part the pair of a breakdown that names a part */
  #totals(table: string, part: RegExp): void {
    const sums = new Map<string, number>();
    for (const place of this.of(table)) {
      const pairs = place.breakdown.split(';');
      const whole = pairs.filter((pair) => !part.test(pair)).join(';');
      if (whole === place.breakdown) continue;
      const id = this.id(table, place.indicator, place.year, whole);
      sums.set(id, (sums.get(id) ?? 0) + (this.values.get(seriesId(place)) ?? 0));
    }
    for (const [id, sum] of sums) if (this.places.has(id)) this.values.set(id, sum);
  }

  care(): void {
    for (const what of ['liczba', 'kwota'] as const) {
      const table = `swiadczenia-opiekuncze-${what}`;
      for (const year of new Set(this.of(table).map((place) => place.year)))
        for (const [breakdown, value] of careBenefits(this.frame.seed, year, what))
          this.set(value, table, table, year, breakdown);
    }
    for (const { year } of this.of('alimenty-rodziny')) {
      const persons = this.get('alimenty-osoby', 'fundusz-alimentacyjny-osoby', year);
      const families = this.dice('alimenty', year).between(Math.ceil(persons / 2), persons);
      this.set(families, 'alimenty-rodziny', 'fundusz-alimentacyjny-rodziny', year);
    }
    const { year } = this.frame;
    const table = 'pierwsze-dziecko';
    const [first, others] = ['swiadczenie-pierwsze-dziecko-rodziny', 'swiadczenie-pozostale-rodziny'].map((id) => this.get(table, id, year));
    const share = Math.round((100 * (first ?? 0)) / ((first ?? 0) + (others ?? 1)));
    this.set(share, table, 'swiadczenie-pierwsze-dziecko', year);
  } // prettier-ignore

  /** Unemployed by sex and status, the powiat's in two tables. */
  unemployed(): void {
    const { year } = this.frame;
    const set = (value: number, table: string, breakdown: string, level: Level) =>
      this.set(value, table, 'bezrobotni', year, breakdown, level);
    for (const [level, scale] of [['powiat', 1], ['wojewodztwo', 12], ['kraj', 180]] as const) {
      const status: Record<string, number> = { '': 0, 'z-prawem-do-zasilku': 0, dlugotrwale: 0 };
      for (const sex of ['plec=kobieta', 'plec=mezczyzna']) {
        const dice = this.dice('bezrobotni', level, sex);
        const all = dice.between(400, 2500) * scale + dice.upTo(scale);
        for (const part of Object.keys(status)) {
          const value = part === '' ? all : dice.upTo(all);
          status[part] = (status[part] ?? 0) + value;
          const breakdown = part === '' ? sex : `${sex};status=${part}`;
          set(value, 'bezrobotni-na-tle', breakdown, level);
          if (level === 'powiat') set(value, 'bezrobotni-w-powiecie', breakdown, level);
        }
      }
      for (const [part, value] of Object.entries(status))
        if (level === 'powiat') set(value, 'bezrobotni-w-powiecie', part === '' ? '' : `status=${part}`, level);
    }
  } // prettier-ignore

  areas(): void {
    const sums = new Map<string, number>();
    const places = this.of('jednostki-w-powiatach');
    for (const place of places)
      if (place.breakdown.startsWith('rodzaj=')) {
        const whole = seriesId({ ...place, breakdown: place.breakdown.replace(/^rodzaj=[a-z-]+;/, '') });
        sums.set(whole, (sums.get(whole) ?? 0) + (this.values.get(seriesId(place)) ?? 0));
      }
    for (const [id, sum] of sums) this.values.set(id, sum);
  }

  /** Each dimension in two tables, the barometr their mean; some below zero. */
  barometr(): void {
    const { year } = this.frame;
    const dimensions = ['barometr-finansowy', 'barometr-warunki-zycia', 'barometr-rynek-pracy'];
    let sum = 0;
    for (const id of dimensions) {
      const value = (this.dice(id, year).chance(0.5) ? -1 : 1) * this.get(id, id, year);
      sum += value;
      this.set(value, id, id, year);
      this.set(value, 'barometr-ubostwa', id, year);
    }
    const mean = Math.round((sum / dimensions.length) * 100) / 100;
    this.set(mean === 0 ? 0 : mean, 'barometr-ubostwa', 'barometr-ubostwa', year);
  }
}
