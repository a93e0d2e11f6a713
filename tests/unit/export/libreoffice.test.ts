import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aboutFigure } from '../../../src/lib/export/figure-about';
import { figureXlsx } from '../../../src/lib/export/figure-xlsx';
import { pointRows } from '../../../src/lib/export/point-rows';
import { pointsCsv, pointsCsvForExcel } from '../../../src/lib/export/points-csv';
import { figure, trendSpec } from './made-figure';

// Exports opened by a spreadsheet of other people. It is large, so nothing installs it: where it is missing the tests are skipped.

const OFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));
const addressOf = (source: string, anchor: string) => `https://example.org/zrodlo/${source}/#${anchor}`;
const rows = pointRows(trendSpec, addressOf);
const about = aboutFigure(figure, trendSpec, rows, {
  catalogue: null,
  version: 'ab'.repeat(32),
  page: 'https://example.org/gmina/106101/',
  made: '2026-11-25',
  addressOf,
});

describe.skipIf(!OFFICE)('LibreOffice opens', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'office-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Every sheet of a file as the spreadsheet shows it, by the name of the file it writes. @param filter how a CSV is read */
  async function shown(
    name: string,
    content: string | Uint8Array,
    filter?: string,
  ): Promise<Map<string, string[][]>> {
    const out = join(folder, `${name}-out`);
    await mkdir(out);
    await writeFile(join(folder, name), content);
    await promisify(execFile)(OFFICE ?? '', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      ...(filter === undefined ? [] : [`--infilter=${filter}`]),
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1',
      '--outdir',
      out,
      join(folder, name),
    ]);
    const files = await readdir(out);
    return new Map(
      await Promise.all(
        files.map(async (file) => {
          const text = await readFile(join(out, file), 'utf8');
          return [file, Papa.parse<string[]>(text, { delimiter: '\t', skipEmptyLines: true }).data] as const;
        }),
      ),
    );
  }
  /** The values of the chart among all cells, as they were given; a cell that was run shows an error or a sum. */
  const valuesIn = (cells: readonly string[][]): number[] =>
    cells
      .slice(1)
      .flatMap((line) => line.map((cell) => Number(cell.replace(',', '.'))))
      .filter((value) => value === -2.3456);

  test('the workbook: its two sheets, numbers as numbers, no text run as a formula', async () => {
    const sheets = await shown('lodz.xlsx', await figureXlsx(about, rows));
    expect([...sheets.keys()].sort()).toEqual(['lodz-Dane.csv', 'lodz-Definicje i źródła.csv']);
    const data = sheets.get('lodz-Dane.csv') ?? [];
    expect(data).toHaveLength(rows.length + 1);
    expect(data[1]?.[0]).toBe('Łódź, =gmina');
    expect(valuesIn(data)).toHaveLength(1);
    expect([...sheets.values()].flat(2).filter((cell) => /^(Err:|#)/.test(cell))).toEqual([]);
  }, 120_000);

  test.each([
    ['lodz.csv', pointsCsv(rows), 'CSV:44,34,76,1'],
    ['lodz-excel.csv', pointsCsvForExcel(rows), 'CSV:59,34,76,1,,1045'],
  ])(
    '%s: every row, Polish letters, decimals as numbers',
    async (name, text, filter) => {
      const [data = []] = (await shown(name, text, filter)).values();
      expect(data).toHaveLength(rows.length + 1);
      expect(data[1]?.[0]).toBe('Łódź, =gmina');
      expect(valuesIn(data)).toHaveLength(1);
    },
    120_000,
  );
});
