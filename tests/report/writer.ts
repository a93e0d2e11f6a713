import type { FormColumn, FormRow } from '../../src/lib/domain';

/** Writes made-up OZPS reports in the layout of the form, for tests only: our wording, our numbers, a real gmina's name. */

/** Deterministic pseudo-random numbers (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export type Values = Map<string, number | 'X'>;
export const at = (section: string, row: number, column: FormColumn): string => `${section}/${row}@${column}`;

const COLUMNS = ['prev', 'assess', 'forecast'] as const;

/** Numbers of a whole form that satisfy every identity of it. */
export function consistentValues(rows: readonly FormRow[], seed: number): Values {
  const next = random(seed);
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  const values: Values = new Map();
  for (const column of COLUMNS) {
    const set = (section: string, row: number, value: number | 'X') =>
      values.set(at(section, row, column), value);
    const get = (section: string, row: number) => {
      const value = values.get(at(section, row, column));
      return typeof value === 'number' ? value : 0;
    };
    const sum = (section: string, ...numbers: number[]) =>
      numbers.reduce((total, row) => total + get(section, row), 0);
    for (const { section, row } of rows)
      set(section, row, section === '2' || section.startsWith('5') ? 0 : upTo(40));

    const [children, adults, old] = [20 + upTo(200), 40 + upTo(400), 10 + upTo(200)];
    const [girls, women, oldWomen] = [upTo(children), upTo(adults), upTo(old)];
    const persons = children + adults + old;
    const men = persons - girls - women - oldWomen;
    const longWomen = upTo(girls + women + oldWomen);
    const form3 = [
      0,
      0,
      persons,
      longWomen + upTo(men),
      children,
      adults,
      old,
      0,
      0,
      girls + women + oldWomen,
      longWomen,
      girls,
      women,
      oldWomen,
    ];
    for (let row = 2; row <= 13; row++) set('3', row, form3[row] ?? 0);
    set('3', 8, persons + upTo(300));
    set('3', 7, 1 + upTo(persons - 1));
    set('3', 1, get('3', 8) + upTo(50));
    set('3', 14, persons);
    set('3', 15, get('3', 7));
    set('3', 16, get('3', 8));

    const paid = (persons: number) => (persons === 0 ? 0 : persons * (500 + upTo(4000)));
    const pair = (row: number, persons: number, amount = paid(persons)) => {
      set('3.1', row, persons);
      set('3.1', row + 1, amount);
    };
    pair(3, 5 + upTo(60));
    pair(5, upTo(20));
    pair(1, Math.max(sum('3.1', 3, 5) - upTo(3), get('3.1', 3), get('3.1', 5)), sum('3.1', 4, 6));
    for (const row of [9, 11, 13, 15]) pair(row, upTo(80));
    pair(17, 0);
    pair(
      7,
      Math.max(get('3.1', 9), get('3.1', 11), get('3.1', 13), get('3.1', 15)) + upTo(20),
      sum('3.1', 10, 12, 14, 16),
    );
    pair(19, 60 + upTo(200));
    for (const row of [21, 23]) pair(row, upTo(50), upTo(Math.floor(get('3.1', 20) / 3)));
    pair(25, 30 + upTo(100));
    for (const [part, whole] of [
      [27, 25],
      [29, 25],
    ] as const)
      pair(part, upTo(get('3.1', whole)), upTo(get('3.1', whole + 1)));
    pair(31, upTo(Math.min(get('3.1', 27), get('3.1', 29))), upTo(Math.min(get('3.1', 28), get('3.1', 30))));
    for (const row of [33, 35, 37, 39]) pair(row, upTo(20));

    const chapters = rows
      .filter(({ section, row }) => section === '7' && row > 2 && row % 2 === 1)
      .map(({ row }) => row);
    for (const row of chapters) {
      set('7', row, upTo(3) === 0 ? 0 : 1000 + upTo(2_000_000));
      set('7', row + 1, upTo(1) === 0 ? get('7', row) : upTo(get('7', row)));
    }
    set('7', 33, 0);
    set('7', 34, 0);
    set('4', 2, upTo(90_000));
    set('4', 4, upTo(9000));
    set('7', 20, get('3.1', 2));
    set('7', 19, get('3.1', 2) + upTo(5000));
    set('7', 7, get('3.1', 40));
    set('7', 8, get('3.1', 40));
    set('7', 17, sum('4', 2, 4));
    set('7', 18, get('7', 17));
    set('3.1', 44, sum('7', 65, 67));
    const summed = chapters.filter((row) => row !== 33 && row !== 21);
    set('7', 1, sum('7', ...summed));
    set('7', 2, sum('7', ...summed.map((row) => row + 1)));
    set('7', 21, 'X');
    set('7', 22, 'X');
  }
  return values;
}

const TITLES: Readonly<Record<string, string>> = {
  '2': 'INFRASTRUKTURA SPOŁECZNA', '3': 'DANE O KORZYSTAJĄCYCH Z POMOCY I WSPARCIA', '3.1': 'GMINA - ZADANIA OPS ORAZ MOPS, MOPR',
  '4': 'INNE RODZAJE POMOCY I ŚWIADCZEŃ', '5': 'ZASOBY INSTYTUCJONALNE POMOCY I WSPARCIA',
  '5cd': 'ZASOBY INSTYTUCJONALNE POMOCY I WSPARCIA (c.d.)', '5inne': 'INNE INSTYTUCJE POMOCY I WSPARCIA',
  '7': 'ŚRODKI FINANSOWE NA WYDATKI W POMOCY SPOŁECZNEJ I INNYCH OBSZARACH POLITYKI SPOŁECZNEJ',
}; // prettier-ignore

export interface Layout {
  /** Between label, row number and values: a tab keeps columns apart, a space does not. */
  between: '\t' | ' ';
  /** Letters as OCR leaves them: no Polish diacritics. */
  scanned?: boolean;
  /** Changes the printed token of a cell. */
  damage?: (printed: string, place: string) => string;
}

/** A report of a gmina as text. */
export function writeReport(
  {
    gmina,
    powiat,
    year,
    rows,
    values,
  }: { gmina: string; powiat: string; year: number; rows: readonly FormRow[]; values: Values },
  { between, scanned = false, damage = (printed) => printed }: Layout,
): string {
  const lines = [
    'Ocena zasobów pomocy społecznej',
    `Gmina ${gmina} – ${year} rok`,
    `Gmina ${gmina} leży w powiecie ${powiat}.`,
    '',
  ];
  for (const section of new Set(rows.map((row) => row.section))) {
    lines.push(TITLES[section] ?? section, '');
    lines.push(
      ['WYSZCZEGÓLNIENIE', '', `Rok ${year - 1}`, `Rok oceny ${year}`, `Prognoza ${year + 1}`]
        .filter((part) => part !== '' || between === '\t')
        .join(between),
    );
    let group = '';
    for (const row of rows.filter((candidate) => candidate.section === section)) {
      if (row.group !== group) lines.push(row.group.toUpperCase());
      group = row.group;
      const printed = COLUMNS.map((column) => {
        const place = at(section, row.row, column);
        const value = values.get(place) ?? 0;
        return damage(value === 'X' ? 'X' : String(value).replace(/\B(?=(\d{3})+$)/g, ' '), place);
      });
      lines.push([row.label, String(row.row), ...printed].join(between));
    }
    lines.push('');
  }
  const text = lines.join('\n');
  return scanned
    ? text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L')
    : text;
}
