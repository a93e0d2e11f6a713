import { beforeAll, describe, expect, it } from 'vitest';
import type { FormRow } from '../../src/lib/domain';
import { readDocument, readReport, type Report, type ReportCatalogue } from '../../src/lib/report';
import { formHeader } from '../../src/lib/report/recognise/form-header';
import { reportCatalogue } from './reading';
import { makeReport, TERYT, type MadeReport } from './writer';
import type { Block } from './writer/blocks';
import { changeFormRows, glue } from './writer/damage';
import { written, type Format } from './writer/formats';

/** Row numbers of an edition that is not known here: those of 2019 moved by so many, so that none of them fits. */
const MOVED = 2;
const UNKNOWN = 'Liczba spotkań z mieszkańcami wsi';

let catalogue: ReportCatalogue;
let rows: FormRow[];
beforeAll(async () => {
  catalogue = await reportCatalogue();
  rows = catalogue.formRows.filter(({ edition, section }) => (section === '2' ? edition === '2014' : edition === '2019'));
}); // prettier-ignore

/** A report of five columns: section 2 as known from 2014, the other tables with rows under numbers of their own. */
function fiveColumns(seed: number): { made: MadeReport; blocks: Block[] } {
  const made = makeReport({ seed, year: 2014, rows, fiveColumns: true });
  const first = made.blocks.findIndex(({ kind }) => kind === 'table') + 1;
  const moved = changeFormRows(made.blocks.slice(first), ([label = '', number = '', ...values]) => [
    [label, String(Number(number) + MOVED), ...values],
  ]);
  const blocks = [...made.blocks.slice(0, first), ...moved];
  return { made, blocks };
}
async function read(blocks: readonly Block[], format: Format): Promise<Report> {
  const { bytes, name } = await written(blocks, format);
  return readReport(await readDocument(bytes, name), catalogue);
}

describe('a report of five columns', () => {
  it.each(['txt', 'html', 'docx', 'xlsx', 'pdf'] as const)('is read by labels where its numbers are no known edition’s (%s)', async (format) => {
    const { made, blocks } = fiveColumns(4);
    const report = await read(blocks, format);
    expect(report).toMatchObject({ teryt: TERYT, year: 2014, edition: '2014' });
    expect([...new Set(report.observations.map(({ column }) => column))].sort()).toEqual(['assess', 'forecast', 'forecast2', 'prev', 'prev2']);
    const meaning = new Map(rows.map((row) => [`${row.section}/${row.row}`, row]));
    for (const o of report.observations) {
      const place = `${o.section}/${Number(o.row) - (o.section === '2' ? 0 : MOVED)}`;
      expect([place, o.indicator, o.breakdown]).toEqual([place, meaning.get(place)?.indicator, meaning.get(place)?.breakdown]);
      const written = made.form.get(`${place}@${o.column}`);
      expect([place, o.column, o.value ?? o.missing]).toEqual([place, o.column, written === 'X' ? 'not-applicable' : written]);
    }
    expect(report.observations.length / made.form.size).toBeGreaterThan(0.95);
    expect(report.findings).toEqual([]);
  }); // prettier-ignore

  it('keeps a row that no catalogue knows, with its numbers, and files it under nothing', async () => {
    const { blocks } = fiveColumns(4);
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.text.startsWith('DANE O KORZYSTAJĄCYCH'));
    const table = blocks[at + 1];
    if (table?.kind === 'table') table.rows.push([UNKNOWN, '2', '11', '12', '13', '14', '15']);
    const report = await read(blocks, 'txt');
    expect(report.leftOver.map(({ text }) => text)).toContain(`${UNKNOWN} 2 11 12 13 14 15`);
    expect(report.observations.filter(({ raw, section }) => section === '3' && raw === '11' && Number(raw) === 2)).toEqual([]);
  }); // prettier-ignore

  it('is cut by row number where its cells were glued together, and every ambiguous cut is left unread', async () => {
    const made = makeReport({ seed: 9, year: 2014, rows: rows.filter(({ section }) => section === '2'), fiveColumns: true });
    const report = await read(glue(made.blocks), 'txt');
    expect(report).toMatchObject({ year: 2014, edition: '2014' });
    const cells = report.observations.filter(({ section }) => section === '2');
    expect(cells).toHaveLength(24 * 5);
    for (const { row, column, value } of cells)
      if (value !== null) expect([row, column, value]).toEqual([row, column, made.form.get(`2/${row}@${column}`)]);
  }); // prettier-ignore
});

describe('the header of a form table', () => {
  const header = (...texts: string[]) =>
    formHeader(texts.map((text, at) => ({ number: at + 1, page: null, text, cells: null })), 0); // prettier-ignore
  it('of the editions until 2016 names two years, the others by words, one a line', () => {
    const found = header('WYSZCZEGÓLNIENIE', 'Lata poprzednie', 'Rok oceny', 'PROGNOZA*', 'Rok 2012', 'Rok 2013', 'Rok po ocenie', 'Dwa lata po ocenie', 'MIESZKAŃCY'); // prettier-ignore
    expect(found).toMatchObject({ lines: 8 });
    expect(found?.columns.map(({ column, year }) => `${column} ${year}`)).toEqual(['prev2 2012', 'prev 2013', 'assess 2014', 'forecast 2015', 'forecast2 2016']); // prettier-ignore
  });
  it('may stop at one year after, as some tables of 2014 do', () => {
    const found = header('WYSZCZEGÓLNIENIE Lata poprzednie Rok oceny Prognoza', 'Rok 2012 Rok 2013 Rok po ocenie', 'Liczba osób'); // prettier-ignore
    expect(found?.columns.map(({ year }) => year)).toEqual([2012, 2013, 2014, 2015]);
  });
});
