import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { ChartSpec, SwarmSpec } from '../../../src/lib/charts/spec';
import { withAreas } from '../../../src/lib/export/area-rows';
import { figureFileName } from '../../../src/lib/export/figure-file-name';
import { guardedText } from '../../../src/lib/export/guarded-text';
import { POINT_COLUMNS } from '../../../src/lib/export/point-columns';
import { pointRows } from '../../../src/lib/export/point-rows';
import { pointsCsv, pointsCsvForExcel } from '../../../src/lib/export/points-csv';
import { trendSpec } from './made-figure';

const address = (source: string, anchor: string) => `https://example.org/zrodlo/${source}/#${anchor}`;
const rows = pointRows(trendSpec, address);
const read = (text: string, delimiter: string) => Papa.parse<string[]>(text, { delimiter }).data;

describe('the rows of a chart', () => {
  test('hold every value unrounded, with its kind, doubt, reason and place', () => {
    expect(rows[0]).toMatchObject({
      seria: 'Łódź, =gmina',
      rodzaj: 'wartość z raportu lub danych gminy',
      rok: 2018,
      wartosc: -2.3456,
      jednostka: '%',
      zrodlo: 'ozps-106101-2019',
      miejsce: 's7-w1-assess',
      adres: 'https://example.org/zrodlo/ozps-106101-2019/#s7-w1-assess',
    });
    expect(rows[1]).toMatchObject({ wartosc: null, brak: 'nieczytelne' });
    expect(rows[2]).toMatchObject({ rodzaj: 'prognoza', watpliwosc: 'Słaby skan; „7” albo "1"' });
    expect(rows[3]).toMatchObject({
      rodzaj: 'średnia z gmin (każda gmina liczy się tak samo), z raportu',
      od: 1.5,
      do: 2.5,
    });
  });

  test('leave out the years a reader has left out', () => {
    const spec: ChartSpec = { ...trendSpec, years: [2019, 2020] };
    expect(pointRows(spec, address).map(({ rok }) => rok)).toEqual([2019, 2020]);
  });

  test.each([
    ['gmina', 'mediana gmin; od–do: środkowa połowa gmin', 'liczba gmin: 7'],
    ['powiat', 'mediana powiatów; od–do: środkowa połowa powiatów', 'liczba powiatów: 7'],
  ] as const)('of a band say what it is of: %s', (of, rodzaj, uwaga) => {
    const points = [{ year: 2020, low: 1, median: 2, high: 3, n: 7 }];
    const spec: ChartSpec = { ...trendSpec, band: { of, name: 'obszary', label: 'mediana', points } };
    expect(pointRows(spec, address).at(-1)).toMatchObject({ rodzaj, uwaga, wartosc: 2, od: 1, do: 3 });
  });

  test('of bars give the part of a whole a row of its own', () => {
    const spec: ChartSpec = {
      type: 'bars',
      unit: 'zl',
      decimals: 0,
      year: 2019,
      columns: { label: 'Rozdział', value: 'Wydatki', part: 'w tym OPS' },
      bars: [{ label: '85202', value: 10, part: 4, state: 'ok' }],
    };
    expect(pointRows(spec, address).map(({ seria, rok, wartosc }) => [seria, rok, wartosc])).toEqual([
      ['85202', 2019, 10],
      ['85202: w tym OPS', 2019, 4],
    ]);
  });

  test('of a distribution name every gmina with its code', () => {
    const spec: ChartSpec = {
      type: 'strip',
      unit: '%',
      decimals: 1,
      year: 2023,
      units: [{ teryt: '120101', name: 'Bochnia', value: 3.21, apart: true }],
      marked: '',
      low: 1,
      median: 2,
      high: 3,
    };
    expect(pointRows(spec, address)).toMatchObject([
      { seria: 'Bochnia (120101)', rok: 2023, wartosc: 3.21, uwaga: 'poza kolejnością' },
    ]);
  });
});

describe('CSV', () => {
  test('for programs reads back with a comma and a decimal point', () => {
    const [head, first] = read(pointsCsv(rows), ',');
    expect(head).toEqual(POINT_COLUMNS.map(({ name }) => name));
    expect(first?.slice(0, 5)).toEqual([
      'Łódź, =gmina',
      'wartość z raportu lub danych gminy',
      '2018',
      '-2.3456',
      '%',
    ]);
    expect(read(pointsCsv(rows), ',').slice(1, -1)).toHaveLength(rows.length);
  });

  test('for Excel begins with a byte order mark and reads back with a semicolon and a decimal comma', () => {
    const text = pointsCsvForExcel(rows);
    expect(text.codePointAt(0)).toBe(0xfeff);
    const [head, first, , third] = read(text.slice(1), ';');
    expect(head?.[3]).toBe('Wartość');
    expect(first?.[3]).toBe('-2,3456');
    expect(third?.[6]).toBe('Słaby skan; „7” albo "1"');
  });

  test('holds no text that a spreadsheet runs', () => {
    const spec: ChartSpec = {
      ...trendSpec,
      series: trendSpec.series.map((series) => ({ ...series, name: '=HYPERLINK("http://a")' })),
    };
    for (const [text, delimiter] of [
      [pointsCsv(pointRows(spec, address)), ','],
      [pointsCsvForExcel(pointRows(spec, address)).slice(1), ';'],
    ] as const)
      for (const cell of read(text, delimiter).flat())
        if (!/^-?\d/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });
});

describe('a guarded text', () => {
  test.each(['=1+1', '+48 12', '-1', '@SUM(A1)', '\tx', '\rx', '\n=1', ' =1', '\uff1d1'])(
    'that starts like a formula is set behind an apostrophe: %j',
    (text) => expect(guardedText(text)).toBe(`'${text}`),
  );
  test.each(['', 'a=b', '85202', '(-1)', '−1'])('that does not is left alone: %j', (text) =>
    expect(guardedText(text)).toBe(text),
  );
});

describe('the name of a file', () => {
  test('says gmina, code, indicator and the years with values, in ASCII', () => {
    expect(figureFileName({ place: 'Łódź', teryt: '106101', indicator: 'ludnosc' }, rows)).toBe(
      'lodz-106101-ludnosc-2018-2020',
    );
  });
  test('says what is known', () => {
    expect(figureFileName({ place: '', teryt: '106101', indicator: 'ludnosc' }, [])).toBe('106101-ludnosc');
  });
});

describe('a table of many areas', () => {
  const spec: SwarmSpec = {
    type: 'swarm',
    unit: '%',
    decimals: 2,
    year: 2024,
    since: null,
    chosen: [],
    units: [
      { teryt: '121006', name: 'Korzenna', value: 11.99, state: 'ok', place: 1 },
      { teryt: '120504', name: 'Lipinki', value: 10.5, state: 'ok', place: 2, until: 3 },
    ],
    missing: [],
    low: 1,
    median: 2,
    high: 3,
    marks: [],
  };
  const units = [{ teryt: '121006', name: 'Korzenna', type: 2, powiat: 'nowosądecki', full: true }];
  const table = pointsCsv(withAreas(pointRows(spec, address), units, 'Korzystający z pomocy'))
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  test('has each part of a name in a column of its own, numbers as numbers', () => {
    expect(table[0]?.slice(0, 11)).toEqual(
      'teryt,gmina,rodzaj_gminy,powiat,wojewodztwo,wskaznik,rok,wartosc,jednostka,rodzaj,kolejnosc'.split(
        ',',
      ),
    );
    expect(table[1]?.slice(0, 8)).toEqual([
      '121006',
      'Korzenna',
      'gmina wiejska',
      'nowosądecki',
      'małopolskie',
      'Korzystający z pomocy',
      '2024',
      '11.99',
    ]);
    expect(table[1]?.[10]).toBe('1');
  });
  test('gives no place and no powiat that is not known, and says where a place is shared', () => {
    expect(table[2]?.slice(2, 5)).toEqual(['', '', 'małopolskie']);
    expect(table[2]?.join()).toContain('miejsca 2–3');
  });
});
