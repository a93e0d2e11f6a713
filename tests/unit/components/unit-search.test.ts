import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ListedUnit } from '../../../src/lib/components/published-units';
import { searchOf, type Found } from '../../../src/lib/components/unit-search';
import { WOJEWODZTWA } from '../../../src/lib/domain/wojewodztwa';

const table = (name: string) =>
  readFileSync(`data/units/${name}.csv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
const WITH_DATA = new Set(['060801', '120101']);

/** The whole register, as `jednostki.json` lists it. */
function register(): ListedUnit[] {
  const powiaty = new Map(table('powiaty').map(([code = '', name = '']) => [code, name]));
  return table('gminy').map(([teryt = '', name = '', , , type = '']) => ({
    teryt,
    name,
    type: Number(type),
    powiat: powiaty.get(teryt.slice(0, 4)) ?? '',
    full: WITH_DATA.has(teryt),
  }));
}

let search: (typed: string) => Found;
let gminy: (typed: string) => Found;
beforeAll(() => {
  search = searchOf(register());
  gminy = searchOf(register(), { gminyOnly: true });
});
const found = (typed: string) => search(typed).fitting.map(({ teryt }) => teryt);
const first = (typed: string) => found(typed)[0];

describe('a search for an area', () => {
  test('knows all of them: every powiat, województwo and gmina is found first, or among its namesakes, by its name', () => {
    const lost = [
      ...table('powiaty').map(([code = '', name = '']) => [code, `powiat ${name}`]),
      ...Object.entries(WOJEWODZTWA).map(([code, name]) => [code, `województwo ${name}`]),
      ...register().map(({ teryt, name, powiat }) => [
        teryt,
        name === powiat ? `miasto ${name}` : `${name} ${powiat}`,
      ]),
    ].filter(([teryt = '', name = '']) => !found(name).slice(0, 3).includes(teryt));
    expect(lost).toEqual([]);
  }, 60_000);
  test('names województwa as the register does', () => {
    expect(WOJEWODZTWA).toEqual(Object.fromEntries(table('wojewodztwa')));
  });

  test('ignores case and diacritics', () => {
    expect(first('LODZ')).toBe('106101');
    expect(first('łódź')).toBe('106101');
  });
  test.each([
    ['powiat lubartowski', '0608'],
    ['pow. lubartowski', '0608'],
    ['gmina lubartów', '060807'],
    ['Gmina Miasto Lubartów', '060801'],
    ['lubartów miasto', '060801'],
    ['gmina miejska Lubartów', '060801'],
    ['lubartów wiejska', '060807'],
    ['m.st. Warszawa', '146501'],
    ['Miasto stołeczne Warszawa', '146501'],
    ['Dąbrowa opolskie', '160902'],
    ['woj. opolskie', '16'],
    ['województwo lubelskie', '06'],
    ['lubelskie', '06'],
    ['powiat Kraków', '1261'],
    ['Nowe Miasto', '142008'],
  ])('understands words for kinds of areas and names of those around: %s', (typed, teryt) => {
    expect(first(typed)).toBe(teryt);
  });
  test.each([
    ['Lubartowa', '060801'],
    ['w Lubartowie', '060801'],
    ['gminy Korzenna', '121006'],
    ['gmina Korzennej', '121006'],
    ['w Sosnowcu', '247501'],
    ['powiatu lubartowskiego', '0608'],
    ['w powiecie lubartowskim', '0608'],
    ['województwa lubelskiego', '06'],
    ['w Wieliczce', '121905'],
    ['Zielonej Góry', '086201'],
    ['w Warszawie', '146501'],
    ['w Trawnikach', '061705'],
    ['Środzie Śląskiej', '021804'],
  ])('understands names in other cases: %s', (typed, teryt) => {
    expect(found(typed).slice(0, 2)).toContain(teryt);
  });

  test('tells namesakes apart by powiat', () => {
    expect(found('moszczenica gorl')).toEqual(['120507']);
  });
  test('puts the gmina with data first among namesakes', () => {
    expect(found('lubartow').slice(0, 2)).toEqual(['060801', '060807']);
  });
  test('knows codes, also of seven digits and without the zero that a spreadsheet drops', () => {
    expect(first('1205')).toBe('1205');
    expect(found('120507')).toEqual(['120507']);
    expect(found('0608011')).toEqual(['060801']);
    expect(found('608011')).toEqual(['060801']);
  });
  test('finds gminy only, where one is to be chosen', () => {
    expect(gminy('powiat lubartowski').fitting.length).toBeGreaterThan(10);
    expect(gminy('powiat lubartowski').fitting.filter(({ teryt }) => teryt.length !== 6)).toEqual([]);
  });

  test.each([
    ['Lubartuw', '060801'],
    ['gmina Lubratów', '060807'],
    ['Wrocwał', '026401'],
    ['powiat lubatrowski', '0608'],
    ['Bialymstoku', '206101'],
  ])('offers the three nearest in spelling where nothing fits: %s', (typed, teryt) => {
    const { fitting, nearest } = search(typed);
    expect(fitting).toEqual([]);
    expect(nearest).toHaveLength(3);
    expect(nearest.map((one) => one.teryt)).toContain(teryt);
  });
  test('finds nothing for nothing, and offers nothing before a name is begun', () => {
    for (const typed of ['  ', '.', 'gmina', 'w powiecie'])
      expect(search(typed)).toEqual({ fitting: [], nearest: [] });
  });
});
