import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../scripts/read-data';
import { monitoringSchema } from '../../../src/lib/catalogue';
import { SERIES } from '../../../src/lib/report/recognise/series-tables';

const row = { id: 'miejsca', area: 'opieka', name: 'Miejsca', unit: 'osoby', reason: 'Powód.' };

describe('what a plan of deinstitutionalisation will measure', () => {
  it('names the indicators that can measure it, with a breakdown where only a part does', () => {
    const { indicators } = monitoringSchema.parse({ ...row, measure: 'proxy', indicators: 'jeden | drugi czesc=a' });
    expect(indicators).toEqual([
      { indicator: 'jeden', breakdown: '' },
      { indicator: 'drugi', breakdown: 'czesc=a' },
    ]);
  }); // prettier-ignore
  it('names none where none can, and never none where one can', () => {
    expect(monitoringSchema.safeParse({ ...row, measure: 'none', indicators: 'jeden' }).success).toBe(false);
    expect(monitoringSchema.safeParse({ ...row, measure: 'direct', indicators: '' }).success).toBe(false);
  });
  it('is measured by rows of the form, by series of the report or by reports that the catalogue knows', async () => {
    const { monitoring, formRows, indicators } = await readCatalogue('data');
    const inSeries = (indicator: string) =>
      SERIES.some(({ meaning, rows, columns }) =>
        [meaning, rows, columns]
          .flat()
          .some((part) => typeof part === 'object' && part.indicator === indicator),
      );
    expect(monitoring.length).toBeGreaterThanOrEqual(8);
    const ofOzps = monitoring
      .flatMap((one) => one.indicators)
      .filter(({ indicator }) => indicators.get(indicator)?.origin === 'ozps');
    const unmeasured = ofOzps.filter(
      ({ indicator, breakdown }) =>
        !inSeries(indicator) &&
        !formRows.some((form) => form.indicator === indicator && form.breakdown === breakdown),
    );
    expect(unmeasured).toEqual([]);
  });
});
