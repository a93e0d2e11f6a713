import { describe, expect, it } from 'vitest';
import type { Observation, Source } from '../../../src/lib/domain';
import { checkPlansAgainstReports } from '../../../src/lib/report/checks/narrative-across';

const observation = (source: string, indicator: string, breakdown: string, value: number): Observation => ({
  teryt: '010203', level: 'gmina', year: 2024, indicator, breakdown, value, missing: null, unit: 'osoby', kind: 'reported',
  source, section: '', row: '', column: '', table: 'diagnoza', page: null, line: 7, raw: String(value), confidence: 1, note: '',
}); // prettier-ignore
const source = (id: string, type: Source['type']): [string, Source] => [
  id,
  { id, type, title: id, publisher: 'OPS', teryt: '010203', year: 2024, edition: '', url: '', reading: 'tekst', note: '' },
]; // prettier-ignore
const sources = new Map([source('plan', 'lpdi'), source('raport', 'sprawozdanie')]);
const planned = observation('plan', 'lpdi-uslugi-asystenckie', 'podmiot=ops', 21);

describe('a plan beside the activity report of its gmina and year', () => {
  it('is told where the two differ, and no value is doubted for it', () => {
    const told = observation('raport', 'spr-swiadczenie-osoby', 'swiadczenie=asystent-osobisty', 12);
    const [finding] = checkPlansAgainstReports([planned, told], sources);
    expect(finding).toMatchObject({ severity: 'info', source: 'plan', cells: [{ suspect: false }] });
    expect(finding?.message).toContain('plan podaje 21, a sprawozdanie za 2024 rok 12');
  });
  it('says nothing where they agree or the report is of another year', () => {
    const same = observation('raport', 'spr-swiadczenie-osoby', 'swiadczenie=asystent-osobisty', 21);
    expect(checkPlansAgainstReports([planned, same], sources)).toEqual([]);
    expect(checkPlansAgainstReports([planned, { ...same, value: 3, year: 2023 }], sources)).toEqual([]);
  });
});
