import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding, Observation, Source } from '../../src/lib/domain';
import { readDocument, readReport, type ReportCatalogue } from '../../src/lib/report';
import { checkReports } from '../../src/lib/report/checks';
import { reportCatalogue } from './reading';
import { makeReport, TERYT } from './writer';
import { written } from './writer/formats';

let catalogue: ReportCatalogue;
let reports: Observation[][];
const YEARS = [2022, 2023] as const;
const idOf = (year: number) => `ozps-${TERYT}-${year}`;
const sources = new Map(
  YEARS.map((year): [string, Source] => [
    idOf(year),
    {
      id: idOf(year), type: 'ozps', title: '', teryt: TERYT, year, edition: '2023', reading: 'tekst', authority: '', published: '', note: '', url: '',
    } as unknown as Source,
  ]),
); // prettier-ignore

beforeAll(async () => {
  catalogue = await reportCatalogue();
  const rows = catalogue.formRows.filter((row) => row.edition === '2023');
  reports = await Promise.all(
    YEARS.map(async (year) => {
      const { bytes, name } = await written(makeReport({ seed: 6, year, rows }).blocks, 'txt');
      return readReport(await readDocument(bytes, name), catalogue).observations;
    }),
  );
});
/** Findings of both reports with some of their values changed. */
function check(change: (o: Observation) => number | null): Finding[] {
  const changed = reports.flat().map((o) => ({ ...o, value: change(o) ?? o.value }));
  const names = catalogue.names;
  return checkReports(changed, { formRows: catalogue.formRows, rules: catalogue.rules, sources, names });
}
const rules = (findings: readonly Finding[]) => [...new Set(findings.map(({ rule }) => rule))].sort();

describe('two reports of one gmina', () => {
  it('that agree differ only in what they expected of the next year', () => {
    const findings = check(() => null);
    expect(rules(findings)).toEqual(['prognoza-a-wykonanie']);
    expect(findings.every(({ severity, year }) => severity === 'info' && year === 2023)).toBe(true);
  });
  it('are told where the year before is not what the earlier report gave, with both places', () => {
    const findings = check((o) => (o.source === idOf(2023) && o.section === '2' && o.row === '4' && o.column === 'prev' ? 999 : null));
    const [finding] = findings.filter(({ rule }) => rule === 'rok-poprzedni-a-wczesniejsze-sprawozdanie');
    expect(finding).toMatchObject({ severity: 'warning', source: idOf(2023), mend: 'formularz' });
    expect(finding?.message).toMatch(/za 2022 rok w sprawozdaniu za 2023 rok podano 999, a w sprawozdaniu za 2022 rok/);
    expect(finding?.cells.map(({ anchor }) => anchor)).toEqual(['s2-w4-prev', 's2-w4-assess']);
  }); // prettier-ignore
  it('are told where a series gives one year two values', () => {
    const findings = check((o) => (o.source === idOf(2022) && o.table === 'poradnictwo' && o.year === 2020 ? 7777 : null));
    const found = findings.filter(({ rule }) => rule === 'szereg-w-dwoch-sprawozdaniach');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 'warning', mend: 'cas' });
  }); // prettier-ignore
  it('are not held against each other where a figure is doubtful', () => {
    const doubtful = reports.flat().map((o) => ({ ...o, confidence: 0.5, value: o.value === null ? null : o.value + 1 }));
    const findings = checkReports([...doubtful], { formRows: catalogue.formRows, rules: catalogue.rules, sources, names: catalogue.names });
    expect(findings.filter(({ rule }) => rule.includes('sprawozdani') || rule.startsWith('prognoza-a'))).toEqual([]);
  }); // prettier-ignore
});
