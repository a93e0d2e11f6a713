import { beforeAll, describe, expect, it } from 'vitest';
import type { FormRow } from '../../src/lib/domain';
import { readDocument, readReport, type ReportCatalogue } from '../../src/lib/report';
import { formCells, reportCatalogue } from './reading';
import { at, consistentValues, type Layout, type Values, writeReport } from './writer';

const SEEDS = [1, 2, 3, 4];

describe('a made-up report', () => {
  let catalogue: ReportCatalogue;
  let rowsOf: (edition: string) => FormRow[];
  beforeAll(async () => {
    catalogue = await reportCatalogue();
    rowsOf = (edition) => catalogue.formRows.filter((row) => row.edition === edition);
  });
  const read = async (edition: string, values: Values, layout: Layout) => {
    const text = writeReport(
      { gmina: 'Kurów', powiat: 'puławskim', year: Number(edition), rows: rowsOf(edition), values },
      layout,
    );
    return readReport(await readDocument(new TextEncoder().encode(text), 'made-up.txt'), catalogue);
  };

  it.each(['2019', '2023'])(
    'of edition %s with columns apart reads back the same, and nothing is found wrong',
    async (edition) => {
      for (const seed of SEEDS) {
        const values = consistentValues(rowsOf(edition), seed);
        const report = await read(edition, values, { between: '\t' });
        expect(report).toMatchObject({
          teryt: '061406',
          year: Number(edition),
          edition,
          reading: 'tekst',
          leftOver: [],
          absent: [],
        });
        const cells = formCells(report.observations);
        for (const [place, value] of values)
          expect([place, cells.get(place)?.value ?? cells.get(place)?.missing]).toEqual([
            place,
            value === 'X' ? 'not-applicable' : value,
          ]);
        expect(report.findings).toEqual([]);
      }
    },
  );

  it.each(['2019', '2023'])(
    'of edition %s with columns run together: what is sure is right, and nearly all is sure',
    async (edition) => {
      let [sure, all] = [0, 0];
      for (const seed of SEEDS) {
        const values = consistentValues(rowsOf(edition), seed);
        const cells = formCells((await read(edition, values, { between: ' ', scanned: true })).observations);
        for (const [place, value] of values) {
          const cell = cells.get(place);
          all++;
          if (!cell || cell.value === null || cell.confidence < 0.9) continue;
          sure++;
          expect([seed, place, cell.value]).toEqual([seed, place, value]);
        }
      }
      expect(sure / all).toBeGreaterThan(0.9);
    },
  );

  it('marks every misread digit that an equality binds', async () => {
    const rows = rowsOf('2019');
    const places = [at('3.1', 4, 'assess'), at('7', 5, 'assess'), at('3', 2, 'assess'), at('7', 40, 'prev')];
    for (const seed of SEEDS)
      for (const place of places) {
        const values = consistentValues(rows, seed);
        const damage = (printed: string, here: string) =>
          here === place ? printed.replace(/\d$/, (digit) => (digit === '3' ? '8' : '3')) : printed;
        const report = await read('2019', values, { between: '\t', scanned: true, damage });
        const cell = formCells(report.observations).get(place);
        const marked =
          cell?.value === values.get(place) || cell?.value === null || (cell?.confidence ?? 1) < 0.9;
        expect([seed, place, cell?.value, marked]).toEqual([seed, place, cell?.value, true]);
        expect(report.findings.length).toBeGreaterThan(0);
      }
  });
});
