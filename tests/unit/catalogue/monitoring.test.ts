import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../scripts/read-data';
import { monitoringSchema } from '../../../src/lib/catalogue';

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
  it('is measured by rows of the form or by reports that the catalogue knows', async () => {
    const { monitoring, formRows, indicators } = await readCatalogue('data');
    expect(monitoring.length).toBeGreaterThanOrEqual(8);
    for (const { indicator, breakdown } of monitoring.flatMap((one) => one.indicators))
      if (indicators.get(indicator)?.origin === 'ozps')
        expect(formRows.some((form) => form.indicator === indicator && form.breakdown === breakdown)).toBe(
          true,
        );
  });
});
