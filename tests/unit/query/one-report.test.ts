import { expect, test } from 'vitest';
import type { ValueRow } from '../../../src/lib/extract';
import { oneReportEach } from '../../../src/lib/query';

// Made-up rows in the manner of two reports that print means of one województwo.
const row = (source: string, year: number, value: number, part: Partial<ValueRow> = {}): ValueRow => ({
  teryt: '06',
  level: 'wojewodztwo',
  indicator: 'osoby-ze-swiadczeniem',
  year,
  breakdown: '',
  value,
  missing: null,
  unit: 'osoby',
  kind: 'plain-mean',
  confidence: 0.9,
  doubt: null,
  source,
  preferred: false,
  anchor: `tabela-${year}`,
  formula: null,
  ...part,
});
const YEARS: Record<string, number> = { stary: 2019, nowy: 2023 };
const yearOf = (source: string) => YEARS[source];
const rows = [
  row('stary', 2018, 357, { preferred: true }),
  row('stary', 2019, 325, { preferred: true }),
  row('nowy', 2018, 358),
  row('nowy', 2019, 326),
  row('nowy', 2020, 286, { preferred: true }),
];
const line = (own: string[]) =>
  oneReportEach(rows, { yearOf, own: new Set(own) })
    .filter((one) => one.preferred)
    .map((one) => one.value);

test('a line of an area comes from one report, the gmina’s own first', () => {
  expect(line(['nowy'])).toEqual([358, 326, 286]);
  expect(line(['stary'])).toEqual([357, 325]);
});
test('without a report of its own the latest is taken', () => {
  expect(line([])).toEqual([358, 326, 286]);
});
test('in the report taken a table goes before a sentence', () => {
  const prose = row('nowy', 2018, 360, { anchor: 'proza-x', confidence: 1 });
  const kept = oneReportEach([prose, ...rows], { yearOf, own: new Set() });
  expect(kept.filter((one) => one.preferred && one.year === 2018).map((one) => one.value)).toEqual([358]);
});
test('values of collections and other indicators are not touched', () => {
  const gus = row('gus', 2018, 5, { kind: 'area-published', preferred: true });
  const other = row('stary', 2018, 9, { indicator: 'inny', preferred: false });
  const kept = oneReportEach([gus, other, ...rows], { yearOf, own: new Set(['nowy']) });
  expect(kept).toContain(gus);
  expect(kept.find((one) => one.indicator === 'inny')?.preferred).toBe(true);
});
