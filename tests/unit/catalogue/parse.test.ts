import { describe, expect, test } from 'vitest';
import { DataError, parseCatalogue, type Problem } from '../../../src/lib/catalogue';

const indicator = (id: string, more = '') => `- id: ${id}
  name: Nazwa
  definition: Jedno zdanie.
  unit: '%'
  decimals: 2
  direction: neutral
  level: gmina
  theme: inne
  origin: ozps
  status: printed
${more}`;
const FILES = {
  'data/catalogue/indicators-a.yaml': indicator('pierwszy', '  denominator: drugi\n'),
  'data/catalogue/indicators-b.yaml': indicator('drugi'),
  'data/catalogue/breaks.yaml':
    '- indicator: pierwszy\n  year: 2018\n  label: zmiana\n  reason: Zmiana.\n  effect: note\n',
  'data/catalogue/chapters.csv':
    'key,dzial,code_2019,code_2023,name\n85502,855,85502,85502,"Świadczenia, fundusz"\n',
  'data/catalogue/form-rows.csv':
    'edition,section,row,indicator,breakdown,unit,group,label\n2019,7,3,drugi,rozdzial=85502,%,,"Wiersz\ndwuliniowy"\n2019,7,1,pierwszy,,%,,Razem\n',
  'data/sources.csv':
    'id,type,title,publisher,teryt,year,edition,url,reading,note\nraport,ozps,Raport,OPS,010203,2019,2019,,tekst,\n',
  'data/doubts.csv': 'source,teryt,indicator,from,to,reason\nraport,010203,drugi,2019,2019,Powód.\n',
  'data/units/wojewodztwa.csv': 'teryt,name\n01,pierwsze\n',
  'data/units/powiaty.csv': 'teryt,name\n0102,drugi\n0161,Miasto\n',
  'data/units/gminy.csv':
    'teryt,name,type_2020,type_2022,type_2026,since,until\n010203,Gmina,2,2,3,,\n016101,Miasto,1,1,1,,\n010204,Nowa,,,2,2025,\n',
};

/** What is said against the files with one of them replaced. */
function problems(changed: Partial<Record<keyof typeof FILES, string>>): readonly Problem[] {
  try {
    parseCatalogue({ ...FILES, ...changed });
  } catch (error) {
    if (error instanceof DataError) return error.problems;
    throw error;
  }
  return [];
}
const said = (changed: Parameters<typeof problems>[0]) =>
  problems(changed).map(({ file, line, message }) => `${file}:${line}: ${message}`);

describe('a catalogue', () => {
  test('is read from all files of its kinds', () => {
    const catalogue = parseCatalogue(FILES);
    expect([...catalogue.indicators.keys()]).toEqual(['pierwszy', 'drugi']);
    expect(catalogue.chapters.get('85502')?.name).toBe('Świadczenia, fundusz');
    expect(catalogue.sources.get('raport')?.year).toBe(2019);
    expect(catalogue.breaks).toHaveLength(1);
  });

  test('has the form rows of all editions', () => {
    expect(parseCatalogue(FILES).formRows.map((row) => row.row)).toEqual([3, 1]);
  });
});

describe('a fault is said with file and line', () => {
  test('an unknown key, on the line of the key', () => {
    expect(said({ 'data/catalogue/indicators-b.yaml': indicator('drugi', '  colour: red\n') })).toEqual([
      'data/catalogue/indicators-b.yaml:11: unknown key "colour"',
    ]);
  });

  test('a value that is none of those allowed', () => {
    const text = indicator('drugi').replace('neutral', 'upwards');
    expect(said({ 'data/catalogue/indicators-b.yaml': text })[0]).toMatch(
      /^data\/catalogue\/indicators-b\.yaml:6: direction: /,
    );
  });

  test('an indicator that is referred to and missing', () => {
    expect(said({ 'data/catalogue/indicators-b.yaml': '' })).toEqual([
      'data/catalogue/indicators-a.yaml:1: unknown denominator indicator "drugi"',
      'data/catalogue/form-rows.csv:2: unknown indicator "drugi"',
      'data/doubts.csv:2: unknown indicator "drugi"',
    ]);
  });

  test('a row after a cell with a line break, on its true line', () => {
    const rows = FILES['data/catalogue/form-rows.csv'].replace('2019,7,1,pierwszy', '2019,7,1,trzeci');
    expect(said({ 'data/catalogue/form-rows.csv': rows })).toEqual([
      'data/catalogue/form-rows.csv:4: unknown indicator "trzeci"',
    ]);
  });

  test('a form row in another unit than its indicator', () => {
    const rows = FILES['data/catalogue/form-rows.csv'].replace('pierwszy,,%', 'pierwszy,,osoby');
    expect(said({ 'data/catalogue/form-rows.csv': rows })).toEqual([
      'data/catalogue/form-rows.csv:4: unit "osoby", but pierwszy is in "%"',
    ]);
  });

  test('a chapter, an area and a source that are missing', () => {
    expect(
      said({
        'data/catalogue/chapters.csv': 'key,dzial,code_2019,code_2023,name\n',
        'data/sources.csv': FILES['data/sources.csv'].replace('010203', '010299'),
        'data/doubts.csv': FILES['data/doubts.csv'].replace('raport', 'inny'),
      }),
    ).toEqual([
      'data/catalogue/form-rows.csv:2: unknown chapter "85502"',
      'data/sources.csv:2: unknown area "010299"',
      'data/doubts.csv:2: unknown source "inny"',
    ]);
  });

  test('a gmina whose powiat is missing', () => {
    expect(said({ 'data/units/powiaty.csv': 'teryt,name\n0161,Miasto\n' })).toContain(
      'data/units/gminy.csv:2: 010203 stands in 0102, which data/units does not have',
    );
  });

  test('a second entry with the same key', () => {
    expect(said({ 'data/units/wojewodztwa.csv': 'teryt,name\n01,pierwsze\n01,drugie\n' })).toEqual([
      'data/units/wojewodztwa.csv:3: "01" stands here a second time',
    ]);
  });

  test('other columns, too few cells and a broken YAML, all at once', () => {
    expect(
      said({
        'data/units/wojewodztwa.csv': 'code,name\n01,pierwsze\n',
        'data/doubts.csv': 'source,teryt,indicator,from,to,reason\nraport,010203\n',
        'data/catalogue/breaks.yaml': '- indicator: [unclosed\n',
      }),
    ).toEqual(
      expect.arrayContaining([
        'data/units/wojewodztwa.csv:1: columns are "code,name", expected "teryt,name"',
        'data/doubts.csv:2: 2 cells, expected 6',
        expect.stringMatching(/^data\/catalogue\/breaks\.yaml:\d: /),
      ]),
    );
  });
});

describe('units', () => {
  const { units } = parseCatalogue(FILES);

  test('know what stands in what', () => {
    expect(units.childrenOf('01')).toEqual(['0102', '0161']);
    expect(units.gminyOf('01')).toEqual(['010203', '010204', '016101']);
    expect(units.gminyOf('00')).toHaveLength(3);
    expect(units.ancestorsOf('010203')).toEqual(['0102', '01', '00']);
  });

  test('are named with their kind', () => {
    expect(['00', '01', '0102', '0161', '010203'].map((teryt) => units.fullName(teryt))).toEqual([
      'Polska',
      'województwo pierwsze',
      'powiat drugi',
      'Miasto',
      'Gmina',
    ]);
  });

  test('have the type of the year asked for, none before they were founded', () => {
    expect(units.typeOf('010203', 2020)).toBe(2);
    expect(units.typeOf('010203', 2023)).toBe(2);
    expect(units.typeOf('010203')).toBe(3);
    expect(units.typeOf('010204', 2022)).toBeNull();
    expect(units.typeName('010204')).toBe('gmina wiejska');
    expect(units.typeName('016101')).toBe('miasto na prawach powiatu');
  });

  test('of a city with powiat rights stand under both of its codes', () => {
    expect(units.ownCodes('016101')).toEqual(['016101', '0161']);
    expect(units.ownCodes('0161')).toEqual(['0161', '016101']);
    expect(units.ownCodes('010203')).toEqual(['010203']);
  });

  test('that are not there are an error with their code', () => {
    expect(() => units.name('999999')).toThrow('999999');
  });
});
