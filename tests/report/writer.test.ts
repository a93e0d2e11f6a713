import { beforeAll, describe, expect, it } from 'vitest';
import { readDocument, readReport, type Report, type ReportCatalogue } from '../../src/lib/report';
import { reportCatalogue } from './reading';
import { makeReport, TERYT, type MadeReport } from './writer';
import { compareMade } from './writer/comparison';
import { FORMATS, written, type Format } from './writer/formats';

/** Reports of the years between two known forms print the form of the nearer one. */
const EDITIONS = [
  { year: 2018, edition: '2019' },
  { year: 2019, edition: '2019' },
  { year: 2022, edition: '2023' },
  { year: 2023, edition: '2023' },
];
const WHOLE = {
  doubted: [],
  unreadable: [],
  absent: [],
  wrongMarked: [],
  wrongAndSure: [],
  invented: [],
};

let catalogue: ReportCatalogue;
beforeAll(async () => {
  catalogue = await reportCatalogue();
});
const made = (seed: number, year: number, edition: string): MadeReport =>
  makeReport({ seed, year, rows: catalogue.formRows.filter((row) => row.edition === edition) });
async function read({ blocks }: MadeReport, format: Format): Promise<Report> {
  const { bytes, name } = await written(blocks, format);
  return readReport(await readDocument(bytes, name), catalogue);
}

describe.each(EDITIONS)('a made-up report for $year', ({ year, edition }) => {
  it.each(FORMATS)('reads back from %s the same, whole, and nothing is found wrong', async (format) => {
    for (const seed of [11]) {
      const report = made(seed, year, edition);
      const reading = await read(report, format);
      expect(reading).toMatchObject({
        teryt: TERYT,
        year,
        edition,
        reading: 'tekst',
        leftOver: [],
        absent: [],
      });
      expect(compareMade(reading, report)).toMatchObject({ ...WHOLE, right: report.form.size + report.series.size }); // prettier-ignore
      expect(reading.findings).toEqual([]);
      expect(reading.conclusions).toHaveLength(2);
    }
  });

  it('reads back the same whatever the numbers', async () => {
    for (let seed = 100; seed < 103; seed++) {
      const report = made(seed, year, edition);
      const reading = await read(report, 'txt');
      expect({ seed, ...compareMade(reading, report) }).toMatchObject({ seed, ...WHOLE });
      expect({ seed, findings: reading.findings }).toEqual({ seed, findings: [] });
    }
  });

  it('as a scan that lost its columns has nothing wrong that is taken for sure, and little that is doubted', async () => {
    for (const seed of [1]) {
      const report = made(seed, year, edition);
      const reading = await read(report, 'scan');
      const { wrongAndSure, right, cells, doubted } = compareMade(reading, report);
      expect(reading.reading).toBe('skan');
      expect({ seed, wrongAndSure }).toEqual({ seed, wrongAndSure: [] });
      expect(right / cells).toBeGreaterThan(0.88);
      expect(doubted.length).toBeLessThan(right / 10);
    }
  });
});

describe('a gmina that gives the unemployed of its powiat as its own', () => {
  it('is told so, and the number stays the powiat’s', async () => {
    const report = made(5, 2019, '2019');
    const all = report.series.get('bezrobotni-w-powiecie:bezrobotni::powiat:2019:') ?? 0;
    const sentence = `Liczba osób bezrobotnych zarejestrowanych w gminie Kurów wynosiła ${all} osób.`;
    report.blocks.splice(6, 0, { kind: 'text', text: sentence });
    const { findings, observations } = await read(report, 'txt');
    expect(findings.map(({ rule }) => rule)).toEqual(['bezrobotni-powiatu-jako-gminy']);
    expect(observations.filter((o) => o.indicator === 'bezrobotni' && o.level === 'gmina')).toEqual([]);
  });
});
