import { describe, expect, test } from 'vitest';
import type { Measure } from '../../../src/routes/wskaznik/[id]/answer';
import type { Known } from '../../../src/routes/wskaznik/[id]/counts';
import type { ExploredRow } from '../../../src/routes/wskaznik/[id]/row-words';
import { placeText } from '../../../src/lib/components/rank-row';
import { told } from '../../../src/routes/wskaznik/[id]/row-words';
import { classesOf, scopeOf } from '../../../src/routes/wskaznik/[id]/views';
import { changeCaveats, countSentence, wordsOf } from '../../../src/routes/wskaznik/[id]/words';

const MEASURE: Measure = {
  id: 'deprywacja-lokalna',
  name: 'Deprywacja',
  unit: '%',
  decimals: 2,
  level: 'gmina',
  citiesApart: false,
  theme: 'deprywacja',
};
const row = (n: number, value: number, extra: Partial<ExploredRow> = {}): ExploredRow => ({
  teryt: `12010${n}`,
  name: `G${n}`,
  sub: 'powiat próbny',
  value,
  text: `${value}%`,
  place: n,
  share: 1,
  ...extra,
});
const answer = (rows: ExploredRow[], since: number | null = null) => ({
  year: 2024,
  since,
  rows,
  missing: [],
  of: rows.length,
  quartiles: { n: rows.length, low: 2, median: 3, high: 4 },
});
const counts =
  (families: boolean) =>
  (teryt: string): Known[] => [
    { role: 'numerator', name: 'Osoby', unit: 'osoby', value: teryt === '120101' ? 510 : 500 },
    { role: 'denominator', name: 'Mieszkańcy', unit: 'osoby', value: 22_000 },
    ...(families ? [{ role: 'families', name: 'Rodziny', unit: 'rodziny', value: 250 } as const] : []),
  ];
const wordsFor = (part: Partial<Parameters<typeof wordsOf>[0]>) =>
  wordsOf({
    answer: answer([1, 2, 3, 4, 5, 6, 7, 8].map((n) => row(n, n === 1 ? 90 : 10 - n))),
    measure: MEASURE,
    countsOf: () => [],
    latest: null,
    chosen: [],
    ...part,
  });
const textOf = (said: ReturnType<typeof wordsOf>) =>
  said.map(({ head, items }) => `${head}: ${items.join(' | ')}`).join('\n');

describe('what is said of an answer', () => {
  test('names what is far, with the counts behind the rate where they are known', () => {
    const text = textOf(wordsFor({ countsOf: counts(false) }));
    expect(text).toContain('G1, powiat próbny: 90%; Osoby: 510');
  });
  test('calls a difference chance only on the base of families', () => {
    expect(textOf(wordsFor({ countsOf: counts(true) }))).toContain(
      'G1 (miejsce 1) i G2 (miejsce 2): różnica mieści się w wahaniach losowych.',
    );
    const unknown = textOf(wordsFor({ countsOf: counts(false) }));
    expect(unknown).toContain('Tego nie da się ocenić');
    expect(unknown).not.toContain('w wahaniach losowych');
  });
  test.each([
    ['spending', { unit: 'zl-na-mieszkanca', theme: 'wydatki' }],
    ['staffing', { unit: 'osoby', theme: 'kadra' }],
    ['a ratio of two counts', { reference: { value: 100, label: 'tyle samo' } }],
  ] as const)('says nothing of chance about %s', (_, part) => {
    expect(textOf(wordsFor({ measure: { ...MEASURE, ...part }, countsOf: counts(true) }))).not.toMatch(
      /losowych|przypadkiem/,
    );
  });
  test('names movers to either side, never one in doubt', () => {
    const rows = [row(1, 3), row(2, 1, { doubt: 'odczyt', place: null }), row(3, -4)];
    const text = textOf(wordsFor({ latest: answer(rows, 2023) }));
    expect(text).toContain('Największy wzrost, 2023–2024: G1');
    expect(text).toContain('Największy spadek, 2023–2024: G3');
    expect(text).not.toContain('G2, powiat próbny: 1%');
  });
  test('counts who has a value and names who has none', () => {
    const some = {
      ...answer([row(1, 1)]),
      of: 2,
      missing: [{ teryt: '120102', name: 'Pusta', sub: '', type: 2 }],
    };
    expect(countSentence(some, 'gmina')).toBe('Dane za 2024 rok ma 1 z 2 gmin. Brak: Pusta.');
  });
});

test('a change across a break, or across two bases of population, says so', () => {
  const breaks = [{ year: 2016, label: '500+', reason: 'Powód.', effect: 'break' as const }];
  expect(changeCaveats(breaks, { since: 2015, year: 2017 }, false)).toEqual([
    'Zmiana obejmuje przerwę porównywalności (2016, 500+): Powód.',
  ]);
  expect(changeCaveats(breaks, { since: 2016, year: 2017 }, true)).toEqual([]);
  expect(changeCaveats([], { since: 2021, year: 2022 }, true)).toHaveLength(1);
});

test('tied places stand as a span, and what has no place says why', () => {
  expect(placeText({ place: 3, until: 5 })).toBe('3–5');
  expect(told(row(3, 7, { until: 5 })).text).toContain('miejsca 3–5');
  expect(told(row(3, 7, { place: null })).text).toContain('poza kolejnością');
  expect(told(row(3, 7, { place: null, doubt: 'odczyt' })).text).toContain('wartość niepewna');
});

describe('a map', () => {
  test('has two scales where a value divides, and one where all are on one side', () => {
    const two = classesOf([-4, -2, 1, 3], 'kwantyle', 0);
    expect(two.limits).toContain(0);
    expect(two.shades).toEqual(['d1', 'd2', 'd4', 'd5']);
    expect(classesOf([1, 2, 3, 4, 5], 'kwantyle', 0).shades).toEqual(['c1', 'c2', 'c3', 'c4', 'c5']);
  });
  test('is of gminy in one województwo and of powiaty in the country', () => {
    expect(scopeOf('gmina', null, ['12'])).toEqual({ level: 'gmina', woj: '12' });
    expect(scopeOf('gmina', '1201', ['06', '12'])).toEqual({ level: 'gmina', woj: '12' });
    expect(scopeOf('gmina', null, ['06', '12'])).toEqual({ level: 'powiat', woj: '' });
    expect(scopeOf('powiat', null, ['12'])).toEqual({ level: 'powiat', woj: '12' });
  });
});
