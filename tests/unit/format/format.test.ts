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
  pluralForm,
} from '../../../src/lib/format';
import { diceOf } from '../../report/writer/random';

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

describe('numbers and plurals are written as the standard library writes them', () => {
  const dice = diceOf('format');
  const values = Array.from({ length: 20_000 }, (_, i) => {
    const size = dice.upTo(10 ** (i % 9)) / 10 ** dice.upTo(6);
    return dice.chance(0.2) ? -size : size;
  });

  test.each([0, 1, 2, 4])('with %i decimals', (decimals) => {
    const standard = new Intl.NumberFormat('pl-PL', {
      useGrouping: 'always',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    for (const value of [...values, 0, 1.005, 2.675, 1e-9, 0.5, 999.995]) {
      const text = standard.format(value).replace(/[\u00a0\u202f ]/g, '\u202f');
      const expected = /[1-9]/.test(text) ? text.replace('-', '\u2212') : text.replace('-', '');
      expect(formatNumber(value, decimals)).toBe(expected);
    }
  });

  test('in every plural', () => {
    const rules = new Intl.PluralRules('pl-PL');
    for (const value of [...values.map((one) => Number(one.toFixed(3))), ...Array(300).keys()])
      expect(pluralForm(value, ['one', 'few', 'many', 'other'])).toBe(rules.select(Math.abs(value)));
  });
});
