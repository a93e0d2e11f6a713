import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { draw } from '../../src/lib/charts/draw';
import { anchorOf, formCellOf } from '../../src/lib/domain';
import type { PublicCatalogue, ValueRow } from '../../src/lib/extract';
import { forecastOutcomes, forecastSummary } from '../../src/lib/query';
import { readDocument, readReport, type ReportCatalogue } from '../../src/lib/report';
import { reportForecasts } from '../../src/routes/gmina/[teryt]/prognoza/forecasts';
import { reportCatalogue } from './reading';
import { makeReport, TERYT, type MadeReport } from './writer';
import { written } from './writer/formats';

// Two made-up reports of one gmina are read as any other: what the first expected stands beside what the second says.

const YEARS = [2022, 2023] as const;
const idOf = (year: number) => `ozps-${TERYT}-${year}`;
let catalogue: ReportCatalogue;
let made: MadeReport[];
let rows: ValueRow[];

beforeAll(async () => {
  catalogue = await reportCatalogue();
  const formRows = catalogue.formRows.filter((row) => row.edition === '2023');
  made = YEARS.map((year) => makeReport({ seed: 6, year, rows: formRows }));
  const read = await Promise.all(
    made.map(async ({ blocks }) => {
      const { bytes, name } = await written(blocks, 'txt');
      return readReport(await readDocument(bytes, name), catalogue).observations;
    }),
  );
  rows = read.flat().map((o) => ({ ...o, doubt: null, preferred: true, anchor: anchorOf(o), formula: null }));
});

describe('what a report expected', () => {
  it('is held against the report of the year after, cell by cell', () => {
    const outcomes = forecastOutcomes(rows).filter(({ forecast, outcome }) => forecast.year === 2023 && outcome);
    expect(outcomes.length).toBeGreaterThan(100);
    const [first, second] = made;
    for (const { forecast, error, outcome } of outcomes) {
      const cell = formCellOf(forecast.anchor);
      const section = catalogue.formRows.find((row) => row.section.replace('.', '-') === cell?.section)?.section;
      const key = `${section ?? ''}/${cell?.row ?? ''}`;
      const [expected, came] = [first?.form.get(`${key}@forecast`), second?.form.get(`${key}@assess`)];
      expect([key, forecast.value, outcome?.value]).toEqual([key, expected, came]);
      expect(error).toBe(Number(came) - Number(expected));
    }
  }); // prettier-ignore
  it('beyond the last report has no outcome', () => {
    const last = forecastOutcomes(rows).filter(({ forecast }) => forecast.year === 2024);
    expect(last.length).toBeGreaterThan(100);
    expect(forecastSummary(last)).toMatchObject({ compared: 0, medianError: null });
  });
  it('is shown by section, with the places of both values and a chart against the line of 100%', () => {
    const known = { ...catalogue, sources: new Map(YEARS.map((year) => [idOf(year), { title: `OZPS ${year}`, edition: '2023' }])) };
    const reports = reportForecasts(known as unknown as PublicCatalogue, rows, TERYT);
    expect(reports.map(({ year }) => year)).toEqual([2024, 2023]);
    const [open, compared] = reports;
    expect(open?.figure).toBeNull();
    const table = compared?.sections.at(-1)?.table;
    expect(table?.head.slice(1, 5)).toEqual(['2021', '2022', '2023 – prognoza', '2023 – wykonanie']);
    expect(table?.rows[0]?.cells.slice(2, 4).map(({ source }) => source)).toEqual([idOf(2022), idOf(2023)]);
    if (!compared?.figure) throw new Error('no chart of the compared forecasts');
    const drawn = draw(compared.figure.spec, 'wide', 'opis', new JSDOM('').window.document);
    expect(drawn.querySelectorAll('line.threshold')).toHaveLength(1);
    expect(drawn.textContent).toContain('prognoza = 100%');
    expect(compared.figure.reading).toContain('% prognozy');
  }); // prettier-ignore
});
