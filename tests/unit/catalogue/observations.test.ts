import { beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../scripts/read-data';
import {
  readObservations,
  writeObservations,
  type Catalogue,
  type Problem,
} from '../../../src/lib/catalogue';
import { OBSERVATION_COLUMNS } from '../../../src/lib/domain';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await readCatalogue('data');
});
const FILE = 'data/observations/obserwatorium-17.csv';
const ROW =
  '120102,gmina,2015,obs-korzystajacy,,8.13,,%,reported,obserwatorium-17,,,,wskaźnik 17,,20,8.13,1,';

function read(...rows: string[]) {
  const problems: Problem[] = [];
  const text = [OBSERVATION_COLUMNS.join(','), ...rows, ''].join('\n');
  const read = readObservations(FILE, text, catalogue, problems).map((row) => row.value);
  return { text, read, said: problems.map(({ line, message }) => `${line}: ${message}`) };
}

const ORIGIN_OF_PREFIX: Record<string, string> = {
  'obs-': 'obserwatorium',
  'gus-': 'gus',
  'spr-': 'sprawozdanie',
  'lpdi-': 'lpdi',
};

describe('a file of observations', () => {
  test('is the same text when written again', () => {
    const {
      read: rows,
      text,
      said,
    } = read(ROW, ROW.replace('2015', '2016').replace('8.13,,', ',not-reported,').replace('8.13', '.'));
    expect(said).toEqual([]);
    expect(rows[0]).toMatchObject({ value: 8.13, missing: null, page: null, line: 20 });
    expect(rows[1]).toMatchObject({ value: null, missing: 'not-reported' });
    expect(writeObservations(rows)).toBe(text);
  });

  test('is written in one order, whatever order the rows come in', () => {
    const { read: rows } = read(ROW, ROW.replace('2015', '2014'), ROW.replace('120102', '120101'));
    expect(writeObservations(rows)).toBe(writeObservations(rows.toReversed()));
  });

  test.each([
    ['a number that is none', ROW.replace('8.13,,', '"8,13",,'), '2: value: "8,13" is not a number'],
    ['an unknown indicator', ROW.replace('obs-korz', 'obs-kor'), '2: unknown indicator "obs-korystajacy"'],
    [
      'a unit of another indicator',
      ROW.replace(',%,', ',osoby,'),
      '2: unit "osoby", but obs-korzystajacy is in "%"',
    ],
    ['an area that is none', ROW.replace('120102', '129902'), '2: unknown area "129902"'],
    ['a level that is another', ROW.replace(',gmina,', ',powiat,'), '2: 120102 is not a powiat'],
    [
      'a source of another file',
      ROW.replace('obserwatorium-17', 'obserwatorium-27'),
      '2: source "obserwatorium-27" in the file of "obserwatorium-17"',
    ],
    [
      'neither value nor reason',
      ROW.replace('8.13,,', ',,'),
      '2: row: either a value or a reason why it is missing',
    ],
  ])('with %s is refused with its line', (_, row, message) => {
    expect(read(row).said).toEqual([message]);
  });
});

describe('the data of the project', () => {
  test('have all areas of the register', () => {
    const count = (level: 'gmina' | 'powiat' | 'wojewodztwo') => catalogue.units.all(level).length;
    expect([count('gmina'), count('powiat'), count('wojewodztwo')]).toEqual([2479, 380, 16]);
    expect(catalogue.units.get('120713')).toMatchObject({ name: 'Szczawa', since: 2025 });
    expect(catalogue.units.typeOf('200216', 2022)).toBeNull();
    expect(catalogue.units.fullName('1261')).toBe('Kraków');
  });

  test('never share an indicator between origins', () => {
    for (const { id, origin } of catalogue.indicators.values())
      expect(ORIGIN_OF_PREFIX[/^(?:obs|gus|spr|lpdi)-/.exec(id)?.[0] ?? ''] ?? 'ozps').toBe(origin);
  });
});
