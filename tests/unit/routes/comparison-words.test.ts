import { describe, expect, test } from 'vitest';
import type { ValueRow } from '../../../src/lib/extract';
import { sideBySide } from '../../../src/lib/query';
import { coverageText, differenceWords } from '../../../src/routes/parent-words';
import { sentenceOf } from '../../../src/routes/porownanie/words';
import { scopeOf, stripOf } from '../../../src/routes/similar-strips';

const row = (teryt: string, value: number | null, more: Partial<ValueRow> = {}): ValueRow => ({
  teryt,
  level: 'gmina',
  indicator: 'zmyslony',
  year: 2024,
  breakdown: '',
  value,
  missing: value === null ? 'unreadable' : null,
  unit: '%',
  kind: 'reported',
  confidence: 1,
  doubt: null,
  source: 'zmyslone',
  preferred: true,
  anchor: `a-${teryt}`,
  formula: null,
  ...more,
});
const NAMES: Record<string, string> = { '120101': 'A', '120102': 'B', '120103': 'C', '126101': 'M' };
const percent = { unit: '%', decimals: 2 } as const;
const say = (rows: readonly ValueRow[], citiesApart = false, units = Object.keys(NAMES)) =>
  sentenceOf(sideBySide(rows, units, { citiesApart }), percent, (teryt) => NAMES[teryt] ?? teryt);
const three = ['120101', '120102', '120103'];

describe('the sentence of a comparison', () => {
  test('names highest, lowest and the difference', () => {
    expect(say([row('120101', 3), row('120102', 1.25), row('120103', 2)], false, three)).toBe(
      'W 2024 r. najwyższa wartość: A (3%), najniższa: B (1,25%); różnica: 1,75\u00a0punktu procentowego.',
    );
  });
  test('names every one of a tie, as printed', () => {
    expect(say([row('120101', 3.001), row('120102', 3.004), row('120103', 2)], false, three)).toContain(
      'najwyższa wartość: A i B (po 3,00%)',
    );
    expect(say([row('120101', 3), row('120102', 3), row('120103', 3)], false, three)).toBe(
      'W 2024 r. wszystkie (3) mają tę samą wartość: 3%.',
    );
  });
  test('names who is missing, with the reason and the last year there is', () => {
    const rows = [row('120101', 3), row('120102', null), row('120102', 9, { year: 2020 }), row('120103', 0)];
    const sentence = say(rows, false, three);
    expect(sentence).toContain('najniższa: C (0%)');
    expect(sentence).toContain('Brak wartości: B (nieczytelne; ostatnia za 2020 r.).');
  });
  test('counts no doubtful value and no city apart, and names them', () => {
    const rows = [
      row('120101', 3),
      row('120102', 1),
      row('120103', 900, { doubt: 'Wątpliwość.' }),
      row('126101', 800),
    ];
    const sentence = say(rows, true);
    expect(sentence).toContain('najwyższa wartość: A (3%)');
    expect(sentence).toContain('Wartości niepewnych (?) nie uwzględniono: C.');
    expect(sentence).toContain('Poza zestawieniem, bo ma też zadania powiatu: M.');
    expect(sentence).not.toContain('900');
  });
  test('of one value claims no order', () => {
    expect(say([row('120101', 3)], false, ['120101', '120102'])).toBe(
      'W 2024 r. wartość, którą można zestawiać, ma tylko A: 3%. Brak wartości: B.',
    );
  });
});

describe('a gmina against similar ones', () => {
  const measure = {
    id: 'zmyslony',
    name: 'Zmyślony',
    ...percent,
    citiesApart: true,
    origin: 'ozps',
  } as const;
  const similar = Array.from({ length: 20 }, (_, index) => String(130101 + index));

  test('says how many of them have a value, and calls few values few', () => {
    const strip = stripOf(
      [row('120101', 3), row('130101', 2), row('130105', null)],
      measure,
      '120101',
      similar,
    );
    expect(strip?.sentence).toContain('dane ma 1 z 20, za mało, by mówić o rozkładzie; wartości: 2%');
    expect(strip?.band).toBeNull();
    expect(strip?.others).toEqual([0]);
    expect(strip?.own).toBe(100);
  });
  test('is held against values of its own year only', () => {
    const rows = [row('120101', 3), row('130101', 2, { year: 2023 })];
    expect(stripOf(rows, measure, '120101', similar)?.sentence).toContain('dane ma 0 z 20');
  });
  test('has a median among enough, and counts more and less', () => {
    const rows = [
      row('120101', 3),
      ...[1, 2, 4, 5, 6].map((value, index) => row(String(130101 + index), value)),
    ];
    const sentence = stripOf(rows, measure, '120101', similar)?.sentence ?? '';
    expect(sentence).toContain('od 1% do 6%, mediana 4%');
    expect(sentence).toContain('3\u00a0gminy mają więcej, 2\u00a0gminy mają mniej');
  });
  test('takes the latest sure value, and none of a city apart', () => {
    const rows = [row('120101', 3, { year: 2023 }), row('120101', 99, { doubt: 'Wątpliwość.' })];
    expect(stripOf(rows, measure, '120101', similar)?.title).toBe('Zmyślony, 2023');
    expect(stripOf([row('126101', 3)], measure, '126101', similar)).toBeNull();
  });
  test('is looked for in the województwo whose observatory publishes the indicator', () => {
    expect(scopeOf({ origin: 'obserwatorium' }, '120101')).toBe('12');
    expect(scopeOf({ origin: 'ozps' }, '120101')).toBe('');
  });
});

test('below full coverage a value is not called the area’s', () => {
  expect(coverageText({ kind: 'plain', value: 1, n: 9, of: 9 })).toBe('9 z 9\u00a0gmin');
  expect(coverageText({ kind: 'total', value: 1, n: 4, of: 9 })).toContain('tylko 4 z 9');
  expect(coverageText({ kind: 'published', value: 1 })).toBe('');
});

test('a mean above the total is put down to small gminy having more', () => {
  expect(differenceWords(0.12, 'obs-ludnosc')).toContain(
    'gminy z większą liczbą mieszkańców mają tu wartości niższe',
  );
  expect(differenceWords(-0.12, null)).toContain('wartości wyższe');
});
