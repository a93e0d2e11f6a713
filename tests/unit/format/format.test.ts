import { describe, expect, test } from 'vitest';
import {
  comparePl,
  counted,
  foldName,
  formatBytes,
  formatDate,
  formatNumber,
  formatShort,
  formatSigned,
  formatValue,
  formatYears,
  FORMS,
  genitive,
  locative,
} from '../../../src/lib/format';

describe('a number', () => {
  test('is grouped by narrow no-break spaces, four digits too', () => {
    expect(formatNumber(28673233)).toBe('28\u202f673\u202f233');
    expect(formatNumber(8771)).toBe('8\u202f771');
  });
  test('has a minus sign and not a hyphen, and none where it rounds to zero', () => {
    expect(formatNumber(-0.06, 2)).toBe('\u22120,06');
    expect(formatNumber(-0.001, 2)).toBe('0,00');
    expect(formatSigned(0.001, 2)).toBe('0,00');
    expect(formatSigned(1.2, 1)).toBe('+1,2');
  });
  test('goes with its unit: no space before a percent sign, the right plural', () => {
    expect(formatValue(2.3, '%', 2)).toBe('2,30%');
    expect(formatValue(1, 'osoby')).toBe('1\u00a0osoba');
    expect(formatValue(2, 'osoby')).toBe('2\u00a0osoby');
    expect(formatValue(505, 'osoby')).toBe('505\u00a0osób');
    expect(formatValue(22, 'osoby')).toBe('22\u00a0osoby');
    expect(formatValue(2.5, 'osoby', 1)).toBe('2,5\u00a0osoby');
    expect(formatValue(1, 'tak-nie')).toBe('Tak');
    expect(counted(5, FORMS.gmina)).toBe('5\u00a0gmin');
  });
  test('is shortened on axes without losing digits that matter', () => {
    expect(formatShort(12_500_000)).toBe('12,5\u00a0mln');
    expect(formatShort(2000)).toBe('2\u202f000');
    expect(formatShort(0.5)).toBe('0,5');
  });
  test('of bytes is read at a glance', () => {
    expect(formatBytes(34_100_000)).toBe('34,1\u00a0MB');
  });
});

describe('words', () => {
  test('stand in Polish order', () => {
    expect(['Żory', 'Łódź', 'Lublin', 'Ąbc', 'Abc'].sort(comparePl)).toEqual([
      'Abc',
      'Ąbc',
      'Lublin',
      'Łódź',
      'Żory',
    ]);
  });
  test('are looked for without case and diacritics', () => {
    expect(foldName('ŁÓDŹ-Żabieniec')).toBe('lodz zabieniec');
  });
  test('of areas are declined where a rule can do it', () => {
    expect(locative({ teryt: '0608', name: 'lubartowski' })).toBe('w powiecie lubartowskim');
    expect(locative({ teryt: '1006', name: 'łódzki wschodni' })).toBe('w powiecie łódzkim wschodnim');
    expect(locative({ teryt: '28', name: 'warmińsko-mazurskie' })).toBe('w województwie warmińsko-mazurskim');
    expect(locative({ teryt: '1261', name: 'Kraków' })).toBe('w mieście Kraków');
    expect(genitive({ teryt: '12', name: 'małopolskie' })).toBe('województwa małopolskiego');
    expect(genitive({ teryt: '1006', name: 'łódzki wschodni' })).toBe('powiatu łódzkiego wschodniego');
  });
  test('for years join neighbours into ranges', () => {
    expect(formatYears([2018, 2016, 2017, 2020])).toBe('2016–2018, 2020');
  });
  test('for a date refuse what is none', () => {
    expect(formatDate('2026-11-22')).toBe('22 listopada 2026');
    expect(() => formatDate('2026-13-45')).toThrow('invalid date');
  });
});
