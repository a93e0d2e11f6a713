import { describe, expect, test } from 'vitest';
import {
  agree,
  computed,
  FORMS,
  formatPlace,
  formatTicks,
  formatValue,
  said,
  saidChange,
  saidNumber,
  saidOf,
  saidShare,
  typeset,
  typesetAll,
  type Known,
} from '../../../src/lib/format';

const sure = (value: number): Known => ({ value, state: 'ok' });
const unsure = (value: number): Known => ({ value, state: 'doubtful', doubt: 'skan' });

describe('a value in a sentence', () => {
  test('carries the mark of its doubt', () => {
    expect(said(sure(2.3), '%', 2)).toBe('2,30%');
    expect(said(unsure(2.3), '%', 2)).toBe('2,30%\u00a0(?)');
    expect(saidOf(unsure(1), FORMS.osobe)).toBe('1\u00a0osobę\u00a0(?)');
    expect(saidNumber(unsure(2115))).toBe('2\u202f115\u00a0(?)');
  });
  test('is as doubtful as what it is made of', () => {
    expect(saidShare(sure(1), unsure(4))).toBe('25%\u00a0(?)'.replace('25', '25,0'));
    expect(saidChange(unsure(100), sure(118))).toBe('+18%\u00a0(?)');
    expect(saidChange(sure(0), sure(1))).toBeNull();
    expect(computed(3, sure(1), unsure(2))).toEqual({ value: 3, state: 'doubtful', doubt: 'skan' });
    expect(computed(3, sure(1), sure(2))).toEqual({ value: 3, state: 'ok' });
  });
});

describe('a number, its noun and its verb agree', () => {
  const used = ['korzystała', 'korzystały', 'korzystało'] as const;
  const lived = ['przypadał', 'przypadało', 'przypadało'] as const;
  const words = (value: number) => `${agree(value, used)} ${saidOf(sure(value), FORMS.osoba, 1)}`;
  const people = (value: number) =>
    `${saidOf(sure(value), FORMS.mieszkaniec, 1)} ${agree(value, lived)}`.replace('\u00a0', ' ');
  test.each([
    [0, 'korzystało 0 osób', '0 mieszkańców przypadało'],
    [1, 'korzystała 1 osoba', '1 mieszkaniec przypadał'],
    [2, 'korzystały 2 osoby', '2 mieszkańców przypadało'],
    [4, 'korzystały 4 osoby', '4 mieszkańców przypadało'],
    [5, 'korzystało 5 osób', '5 mieszkańców przypadało'],
    [12, 'korzystało 12 osób', '12 mieszkańców przypadało'],
    [14, 'korzystało 14 osób', '14 mieszkańców przypadało'],
    [22, 'korzystały 22 osoby', '22 mieszkańców przypadało'],
    [112, 'korzystało 112 osób', '112 mieszkańców przypadało'],
    [1.5, 'korzystało 1,5 osoby', '1,5 mieszkańca przypadało'],
  ])('%d', (value, first, second) => {
    expect(words(value).replace('\u00a0', ' ')).toBe(first);
    expect(people(value)).toBe(second);
  });
  test('what is counted and whole has no decimals, a fraction keeps them', () => {
    expect(formatValue(2115, 'osoby', 1)).toBe('2\u202f115\u00a0osób');
    expect(formatValue(0, 'sztuki', 2)).toBe('0\u00a0sztuk');
    expect(formatValue(1999.5, 'osoby', 1)).toBe('1\u202f999,5\u00a0osoby');
    expect(formatValue(13, '%', 2)).toBe('13%');
    expect(formatValue(12.999, '%', 2)).toBe('13,00%');
  });
});

test('equal values share their places', () => {
  expect(formatPlace({ place: 7, until: 8 })).toBe('7–8');
  expect(formatPlace({ place: 7, until: 7 })).toBe('7');
  expect(formatPlace({ place: 7 })).toBe('7');
});

describe('words that belong together stay on one line', () => {
  test.each([
    ['pomoc w gminie i z powiatu', 'pomoc w\u00a0gminie i\u00a0z\u00a0powiatu'],
    ['w 2019 r. i 11 zł', 'w\u00a02019\u00a0r. i\u00a011\u00a0zł'],
    ['art. 110 ust. 11', 'art.\u00a0110 ust.\u00a011'],
    ['A to jest', 'A\u00a0to jest'],
    ['gmina Ryki, o której', 'gmina Ryki, o\u00a0której'],
    ['rok 2019 rokowania', 'rok 2019 rokowania'],
  ])('%s', (text, expected) => {
    expect(typeset(text)).toBe(expected);
  });
  test('in every text of a model, and nothing but texts is touched', () => {
    const kept = new Map([['a', 'w b']]);
    expect(typesetAll({ a: ['w b', 1, null], kept, c: { d: 'z e' } })).toEqual({
      a: ['w\u00a0b', 1, null],
      kept,
      c: { d: 'z\u00a0e' },
    });
  });
});

test('the ticks of one axis are in one unit', () => {
  expect([0, 5000, 10_000, 15_000].map(formatTicks([0, 5000, 10_000, 15_000]))).toEqual([
    '0',
    '5\u00a0tys.',
    '10\u00a0tys.',
    '15\u00a0tys.',
  ]);
  expect([0, 500, 2000].map(formatTicks([0, 500, 2000]))).toEqual(['0', '500', '2\u202f000']);
  expect(formatTicks([0, 2_500_000])(500_000)).toBe('0,5\u00a0mln');
});
