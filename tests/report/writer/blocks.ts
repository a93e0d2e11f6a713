import type { FormColumn, FormRow } from '../../../src/lib/domain';
import { seriesId } from '../../../src/lib/report/checks/series-relations';
import type { FormNumbers } from './form-numbers';
import { statutoryYears, type Grid, type SeriesPlace } from './grid';
import { grouped } from './sentences';
import type { SeriesNumbers } from './series-numbers';

/** A piece of a report before it takes a format. */
export type Block =
  | { kind: 'heading' | 'text'; text: string }
  /** `place` of a cell names its value (`''` for labels); the same shape as `rows`. */
  | { kind: 'table'; rows: string[][]; places: string[][] };

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const text = (words: string): Block => ({ kind: 'text', text: words });

/** Years of the form's columns, in printed order. */
export type FormYears = readonly { column: FormColumn; year: number }[];

/** Printed titles of the form's tables. */
const TITLES: Readonly<Record<string, string>> = {
  '2': 'INFRASTRUKTURA SPOŁECZNA (stan na 31.XII)', '3': 'DANE O KORZYSTAJĄCYCH Z POMOCY I WSPARCIA', '3.1': 'GMINA - ZADANIA OPS ORAZ MOPS, MOPR',
  '4': 'INNE RODZAJE POMOCY I ŚWIADCZEŃ', '5': 'ZASOBY INSTYTUCJONALNE POMOCY I WSPARCIA',
  '5cd': 'ZASOBY INSTYTUCJONALNE POMOCY I WSPARCIA (c.d.)', '5inne': 'INNE INSTYTUCJE POMOCY I WSPARCIA',
  '7': 'ŚRODKI FINANSOWE NA WYDATKI W POMOCY SPOŁECZNEJ I INNYCH OBSZARACH POLITYKI SPOŁECZNEJ',
}; // prettier-ignore

/** A form table with its title, its rows under the headings of their groups. */
export function formBlocks(
  section: string,
  rows: readonly FormRow[],
  columns: FormYears,
  valuesOf: (column: FormColumn) => FormNumbers,
): Block[] {
  const own = rows.filter((row) => row.section === section);
  if (own.length === 0) return [];
  const table: Extract<Block, { kind: 'table' }> = { kind: 'table', rows: headerOf(columns), places: [] };
  let group = '';
  for (const row of own) {
    if (row.group !== group) table.rows.push([row.group.toUpperCase(), ...columns.map(() => ''), '']);
    group = row.group;
    const values = columns.map(({ column }) => valuesOf(column).get(`${section}/${row.row}`) ?? 0);
    table.rows.push([
      row.label,
      String(row.row),
      ...values.map((value) => (value === 'X' ? 'X' : grouped(value))),
    ]);
    const line = table.rows.length - 1;
    table.places[line] = ['', '', ...columns.map(({ column }) => `${section}/${row.row}@${column}`)];
  }
  table.places = table.rows.map((cells, at) => table.places[at] ?? cells.map(() => ''));
  return [heading(TITLES[section] ?? section), table];
}

/** Three columns in one line; the five of the editions until 2016 in two, their years named only where they lie before. */
function headerOf(columns: FormYears): string[][] {
  const years = columns.map(({ year }) => year);
  if (years.length === 3)
    return [['WYSZCZEGÓLNIENIE', '', `Rok ${years[0]}`, `Rok oceny ${years[1]}`, `Prognoza ${years[2]}`]];
  return [
    ['WYSZCZEGÓLNIENIE', '', 'Lata poprzednie', '', 'Rok oceny', 'PROGNOZA*', ''],
    ['', '', `Rok ${years[0]}`, `Rok ${years[1]}`, '', 'Rok po ocenie', 'Dwa lata po ocenie'],
  ];
}

/** A series table under its title. */
export function seriesBlocks({ table, header, rows }: Grid, numbers: SeriesNumbers, year: number): Block[] {
  const width = Math.max(...header.map((line) => line.length));
  const labels = width - (rows[0]?.cells.length ?? 0);
  const body = rows.map((row) => [
    ...row.labels,
    ...row.cells.map((cell) => (cell ? printed(cell, numbers.get(seriesId(cell)) ?? null) : '')),
  ]);
  // The second table of the areas begins with a heading line of its own.
  const half = rows.length / 2;
  const again = table.rows === 'areas' ? [header[0]?.map((label, at) => (at === 0 ? '' : label)) ?? []] : [];
  const lines = table.rows === 'areas' ? [...body.slice(0, half), ...again, ...body.slice(half)] : body;
  const places = rows.map((row) => [
    ...row.labels.map(() => ''),
    ...row.cells.map((cell) => (cell ? seriesId(cell) : '')),
  ]);
  const blank = header.map((line) => line.map(() => ''));
  const allPlaces =
    table.rows === 'areas'
      ? [...places.slice(0, half), ...again.map((line) => line.map(() => '')), ...places.slice(half)]
      : places;
  const title = `${table.title.charAt(0).toUpperCase()}${table.title.slice(1)}`;
  const named = labels > 0 ? header : header.map((line) => line.slice(-width));
  return [
    text(/roku$/.test(title) ? `${title} ${year}.` : title),
    { kind: 'table', rows: [...named, ...lines], places: [...blank, ...allPlaces] },
  ];
}

/** A number in the shape its table prints it. */
export function printed({ table, unit, kind }: SeriesPlace, value: number | null): string {
  if (value === null) return '';
  if (unit === '%') {
    const whole = /^(?:bezrobocie-wsrod-beneficjentow|pierwsze-dziecko)$/.test(table);
    return table === 'barometr-skladowe' ? grouped(value, 2) : `${grouped(value, whole ? 0 : 2)}%`;
  }
  if (unit === 'punkty') return grouped(value, 2);
  if (unit === 'zl') return `${grouped(value, 2)}${table.startsWith('swiadczenia-opiekuncze') ? '' : ' zł'}`;
  return table.startsWith('zlobki') && (kind === 'plain-mean' || !Number.isInteger(value))
    ? grouped(value, 2)
    : grouped(value);
}

/** The table of the statutory condition. */
export function statutoryBlocks(year: number, numbers: SeriesNumbers): Block[] {
  const columns = ['ludnosc', 'rodziny-z-praca-socjalna', 'pracownicy-socjalni'];
  const id = (indicator: string, at: number) =>
    seriesId({ table: 'warunek-ustawowy', indicator, breakdown: '', level: 'gmina', year: at });
  const years = statutoryYears(year);
  const header = [
    'Rok', 'Czy spełniony warunek ustawy', 'Liczba mieszkańców wg GUS', 'Liczba rodzin z pracą socjalną', 'Liczba pracowników socjalnych',
  ]; // prettier-ignore
  const rows = years.map((at) => [
    String(at),
    numbers.get(id('warunek-ustawowy', at)) === 1 ? 'Tak' : 'Nie',
    ...columns.map((indicator) => grouped(numbers.get(id(indicator, at)) ?? 0)),
  ]);
  const places = years.map((at) => ['', '', ...columns.map((indicator) => id(indicator, at))]);
  return [
    text(
      'Czy ośrodek spełnia ustawowy warunek 1 pracownik socjalny na 2000 osób lub 1 pracownik socjalny na 50 rodzin korzystających z pracy socjalnej.',
    ),
    { kind: 'table', rows: [header, ...rows], places: [header.map(() => ''), ...places] },
  ];
}
