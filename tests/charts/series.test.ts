import { describe, expect, it } from 'vitest';
import { latest, pointOf } from '../../src/lib/charts';

/** A made-up row of a made-up gmina. */
const row = (year: number, kind: 'reported' | 'forecast', confidence = 1) => ({
  teryt: '990101', level: 'gmina' as const, indicator: 'x', year, breakdown: '', value: year, missing: null, kind, confidence,
  doubt: confidence < 0.9 ? 'odczyt niepewny' : null, source: 's', preferred: true, anchor: 'a', formula: null,
}); // prettier-ignore

describe('a point', () => {
  it('of a doubtful forecast is doubtful and still a forecast: never the latest value', () => {
    const points = [pointOf(row(2023, 'reported')), pointOf(row(2024, 'forecast', 0.5))];
    expect(points[1]).toMatchObject({ state: 'doubtful', forecast: true });
    expect(latest(points)?.year).toBe(2023);
  });
});
