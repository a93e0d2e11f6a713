import { describe, expect, test } from 'vitest';
import type { ValueRow } from '../../../src/lib/extract';
import { forecastOutcomes, forecastSummary } from '../../../src/lib/query';

// Made-up rows: two reports of one gmina, for 2019 and for 2020.

const row = (part: Partial<ValueRow>): ValueRow => ({
  teryt: '060801',
  level: 'gmina',
  indicator: 'zasilki-kwota',
  year: 2019,
  breakdown: '',
  value: 100,
  missing: null,
  unit: 'zl',
  kind: 'reported',
  confidence: 1,
  doubt: null,
  source: 'ozps-060801-2019',
  preferred: true,
  anchor: 's7-w1-assess',
  formula: null,
  ...part,
});
/** Form row of the report for 2019 with its three columns, and what the report for 2020 says of 2020. */
function formRow(indicator: string, [previous, base, next, came]: (number | null)[], doubt: string | null = null): ValueRow[] {
  const own = { indicator, missing: null } as const;
  return [
    row({ ...own, year: 2018, value: previous ?? null }),
    row({ ...own, year: 2019, value: base ?? null }),
    row({ ...own, year: 2020, value: next ?? null, kind: 'forecast', anchor: 's7-w1-forecast', doubt }),
    ...(came === undefined ? [] : [row({ ...own, year: 2020, value: came, source: 'ozps-060801-2020' })]),
  ];
} // prettier-ignore

describe('a forecast', () => {
  test('is held against what a later report says of its year', () => {
    const [one] = forecastOutcomes(formRow('a', [90, 100, 120, 150]));
    expect(one).toMatchObject({ said: 'forecast', error: 30, relative: 25 });
    expect(one?.outcome?.source).toBe('ozps-060801-2020');
  });
  test('without a later report has no outcome, which is not an error of zero', () => {
    const [one] = forecastOutcomes(formRow('a', [90, 100, 120]));
    expect(one).toMatchObject({ outcome: null, error: null, relative: null });
  });
  test('is not held against its own report, nor against a value that is missing', () => {
    const own = row({ indicator: 'a', year: 2020, value: 120 });
    expect(forecastOutcomes([...formRow('a', [90, 100, 120]), own])[0]?.outcome).toBeNull();
    expect(forecastOutcomes(formRow('a', [90, 100, 120, null]))[0]?.outcome).toBeNull();
  });
  test('is told from a repeated value and from a mean by the values of its own report', () => {
    const said = (values: number[]) => forecastOutcomes(formRow('a', values))[0]?.said;
    expect(said([90, 100, 100])).toBe('repeated');
    expect(said([90, 101, 96])).toBe('mean');
    expect(said([90, 100, 97])).toBe('forecast');
    const corrected = row({ indicator: 'a', year: 2019, value: 110, source: 'ozps-060801-2020' });
    const own = formRow('a', [90, 100, 100]).map((one) => ({ ...one, preferred: one.year !== 2019 }));
    expect(forecastOutcomes([corrected, ...own])[0]?.said).toBe('repeated');
  });
  test('is held against its own row, whatever a sentence of the same report says of the fact', () => {
    const prose = row({
      indicator: 'a',
      year: 2019,
      value: 69,
      anchor: 'proza-a-060801-2019',
      preferred: false,
    });
    for (const rows of [
      [...formRow('a', [27, 67, 80]), prose],
      [prose, ...formRow('a', [27, 67, 80])],
    ])
      expect(forecastOutcomes(rows)[0]?.base?.value).toBe(67);
  });
  test('cannot be told where the value of the year is unknown, or one of the values is doubtful', () => {
    expect(forecastOutcomes(formRow('a', [90, null, 120, 150]))[0]?.said).toBeNull();
    expect(forecastOutcomes(formRow('a', [90, 100, 100, 150], 'odczyt niepewny'))[0]?.said).toBeNull();
  });
  test('of zero has a difference and no share', () => {
    expect(forecastOutcomes(formRow('a', [5, 6, 0, 3]))[0]).toMatchObject({ error: 3, relative: null });
  });
  test('that was computed is no row of the form', () => {
    expect(forecastOutcomes([row({ kind: 'forecast', anchor: '' })])).toEqual([]);
  });
});

describe('a summary', () => {
  const rows = [
    ...formRow('repeated', [90, 100, 100, 300]),
    ...formRow('mean', [90, 100, 95, 300]),
    ...formRow('near', [90, 100, 120, 126]),
    ...formRow('far', [90, 100, 200, 100]),
    ...formRow('unsure', [90, 100, 130, 500], 'odczyt niepewny'),
    ...formRow('open', [90, 100, 140]),
  ];
  test('judges forecasts only: neither repeated values, means nor doubtful ones', () => {
    expect(forecastSummary(forecastOutcomes(rows))).toEqual({
      rows: 6,
      repeated: 1,
      mean: 1,
      forecasts: 3,
      untold: 1,
      compared: 2,
      higher: 1,
      lower: 1,
      medianError: (5 + 50) / 2,
      closer: 1,
      even: 0,
    });
  });
  test('of nothing that can be compared has no error at all', () => {
    expect(forecastSummary(forecastOutcomes(formRow('a', [90, 100, 120]))).medianError).toBeNull();
  });
});
