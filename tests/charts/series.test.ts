import { describe, expect, test } from 'vitest';
import { latest, pointsOf, type Row } from '../../src/lib/charts';

const row = (year: number, value: number | null, extra: Partial<Row> = {}): Row => ({
  teryt: '060801',
  level: 'gmina',
  indicator: 'osoby-ze-swiadczeniem',
  year,
  breakdown: '',
  value,
  missing: value === null ? 'unreadable' : null,
  kind: 'reported',
  confidence: 1,
  doubt: null,
  source: 'ozps-060801-2019',
  preferred: true,
  anchor: `a-${year}`,
  formula: null,
  ...extra,
});
const select = (rows: Row[]) =>
  pointsOf(rows, { indicator: 'osoby-ze-swiadczeniem', kinds: ['reported', 'forecast'] });

describe('points of a series', () => {
  test('take the preferred of several places, one kind of breakdown only', () => {
    const points = select([
      row(2018, 521),
      row(2018, 520, { preferred: false }),
      row(2018, 265, { breakdown: 'plec=kobieta' }),
    ]);
    expect(points.map((point) => point.value)).toEqual([521]);
  });
  test('are doubtful below the limit of confidence or with a doubt in words', () => {
    expect(select([row(2018, 5, { confidence: 0.6 })])[0]?.state).toBe('doubtful');
    expect(select([row(2018, 5, { confidence: 0.9 })])[0]?.state).toBe('ok');
    expect(select([row(2018, 5, { doubt: 'Suma się nie zgadza.' })])[0]).toMatchObject({
      state: 'doubtful',
      doubt: 'Suma się nie zgadza.',
    });
  });
  test('name the reason of a missing value', () => {
    expect(select([row(2018, null)])[0]).toMatchObject({
      value: null,
      state: 'missing',
      missing: 'unreadable',
    });
  });
  test('leave out a forecast that only repeats, or that a report has overtaken', () => {
    const forecast = (year: number, value: number) => row(year, value, { kind: 'forecast' });
    expect(select([row(2018, 521), row(2019, 505), forecast(2020, 505)])).toHaveLength(2);
    expect(select([row(2018, 521), row(2019, 505), forecast(2020, 513)])).toHaveLength(2);
    expect(select([row(2018, 521), row(2019, 505), forecast(2020, 480)]).at(-1)?.state).toBe('forecast');
    expect(select([row(2018, 521), row(2019, 505), forecast(2019, 530)]).map((point) => point.value)).toEqual(
      [521, 505],
    );
  });
  test('keep a doubtful forecast a forecast: it is never the latest value', () => {
    const points = select([row(2023, 500), row(2024, 900, { kind: 'forecast', confidence: 0.5 })]);
    expect(points.at(-1)).toMatchObject({ state: 'doubtful', forecast: true });
    expect(latest(points)?.year).toBe(2023);
  });
});
