import { describe, expect, it } from 'vitest';
import { divide } from '../../../src/lib/report/recognise/scan-division';
import {
  isValueLike,
  nearMiss,
  readNumber,
  readScanned,
  substitutions,
} from '../../../src/lib/report/recognise/tokens';

describe('a printed number', () => {
  it.each([
    ['1 369', 1369],
    ['10.829,45', 10829.45],
    ['14 861 320, 96', 14861320.96],
    ['536 860,37 zł', 536860.37],
    ['4.424013', 4424013],
    ['36,36%', 36.36],
    ['21.955', 21955],
    ['0', 0],
    ['-0,05', -0.05],
  ])('%s is %d', (printed, value) => {
    expect(readNumber(printed)).toMatchObject({ value, missing: null, clean: true });
  });
  it.each([
    ['X', 'not-applicable'],
    ['.', 'no-information'],
    ['-', 'not-reported'],
    ['', 'not-reported'],
    ['1 2O4', 'unreadable'],
    ['12 34', 'unreadable'],
  ])('"%s" is missing: %s, never zero', (printed, missing) => {
    expect(readNumber(printed)).toMatchObject({ value: null, missing });
  });
});

describe('a token of a scan', () => {
  it('is taken as printed where it is a clean number', () => {
    expect(readScanned('28 673 233')).toMatchObject({ value: 28673233, clean: true });
  });
  it.each([
    ['o', [0]],
    ['Q', [0]],
    [']', [0]],
    ['4]', [0, 4, 40]],
    ['83C0', [8300]],
    ['z41 409', [241409]],
    ['1"', [11]],
    ['5|', [5, 51]],
  ])('"%s" has no value of its own, but candidates', (token, candidates) => {
    const reading = readScanned(token);
    expect(reading).toMatchObject({ value: null, missing: 'unreadable', clean: false });
    expect([...reading.candidates].sort((a, b) => a - b)).toEqual(candidates);
  });
  it('has no candidates where it is like no number', () => {
    for (const token of ['bl', 'w002', '&', 'a7']) expect(readScanned(token).candidates).toEqual([]);
  });
  it('differs from another by one misread or lost digit', () => {
    expect(nearMiss(20538, 20588)).toBe(true);
    expect(nearMiss(1, 11)).toBe(true);
    expect(nearMiss(500, 700)).toBe(false);
    expect(nearMiss(7, 7)).toBe(false);
    expect(substitutions(185)).toContain(195);
  });
  it('is told from a label: an age range is a label', () => {
    expect(isValueLike('0-17')).toBe(false);
    expect(isValueLike('rodzin')).toBe(false);
    expect(isValueLike('X')).toBe(true);
  });
});

describe('tokens of a row', () => {
  const groups = (text: string, row: number | null, width = 3) =>
    divide(text.split(' '), row, width)?.groups ?? null;
  it('divide into row number and columns, thousands joined', () => {
    expect(groups('1 20 698 499 8 824 316 7812 391', 1)).toEqual(['20 698 499', '8 824 316', '7812 391']);
    expect(groups('24 513913 679 535 800 800', 24)).toEqual(['513913', '679 535', '800 800']);
    expect(groups('69 107 309 129 318 116 600', 69)).toEqual(['107 309', '129 318', '116 600']);
    expect(groups('2 10823 336 6786735 7482 291', 2)).toEqual(['10823 336', '6786735', '7482 291']);
  });
  it('bear a lost or misread row number', () => {
    expect(groups('14 330 626 552 155 600 000', 44)).toEqual(['330 626', '552 155', '600 000']);
    expect(groups('0 0 0', 34)).toEqual(['0', '0', '0']);
    expect(groups('ag 939 691 1] 130 557', 39)).toEqual(['939 691', '1]', '130 557']);
  });
  it('give no columns where one is lost and the row number could be a value', () => {
    expect(groups('28 0 0', 28)).toBeNull();
    expect(groups('14 0', 14)).toBeNull();
  });
  it('belong to values one and all where the table has no row numbers', () => {
    expect(groups('141 112 3433 3232 66 197 53024', null, 6)).toEqual([
      '141',
      '112',
      '3433',
      '3232',
      '66 197',
      '53024',
    ]);
  });
});
