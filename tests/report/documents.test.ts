import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Observation } from '../../src/lib/domain';
import type { Report } from '../../src/lib/report';
import {
  answerKey, compare, compareSeries, documentPath, formCells, readDocument, seriesKey, WITHOUT_DOCUMENTS,
} from './reading'; // prettier-ignore

const present = documentPath('002') !== null;

const series = (report: Report, indicator: string, teryt: string, breakdown = '', table?: string) =>
  Object.fromEntries(
    report.observations
      .filter(
        (o) => o.row === '' && o.indicator === indicator && o.teryt === teryt && o.breakdown === breakdown,
      )
      .filter((o) => (table === undefined ? o.table !== 'proza' : o.table === table))
      .map((o) => [o.year, o.value ?? o.missing]),
  );

describe.skipIf(!present)(present ? 'a clean report' : WITHOUT_DOCUMENTS, () => {
  let report: Report;
  beforeAll(async () => {
    report = await readDocument('002');
  });

  it('names its gmina, year and edition', () => {
    expect(report).toMatchObject({ teryt: '060801', year: 2019, edition: '2019', reading: 'tekst' });
  });
  it('is read whole: every form cell as printed, none left over', () => {
    const key = answerKey('ozps-060801-2019');
    expect(key).toHaveLength(639);
    const score = compare(report.observations, key);
    expect(score).toMatchObject({ right: 639, wrong: [], absent: [], unreadable: 0, doubted: 0 });
    expect(report.absent).toEqual([]);
  });
  it('has every value of its series tables read as printed', () => {
    const key = seriesKey('ozps-060801-2019');
    expect(key).toHaveLength(1019);
    expect(compareSeries(report.observations, key)).toMatchObject({
      right: 968, blank: 51, doubted: 0, unreadable: 0, wrong: [], absent: [],
    }); // prettier-ignore
  });
  it('reports the one row it cannot place: a powiat whose name is damaged', () => {
    expect(report.leftOver).toEqual([{ section: '5', line: 933, text: 'Powiat łużyński' }]);
  });
  it('adds up in section 7', () => {
    const cells = formCells(report.observations);
    const sum = (from: number, part: number) =>
      Array.from({ length: 35 }, (_, n) => from + 2 * n)
        .filter((row) => row !== 33 + part)
        .reduce((total, row) => total + (cells.get(`7/${row}@assess`)?.value ?? 0), 0);
    expect(sum(3, 0)).toBe(28_673_233);
    expect(sum(4, 1)).toBe(10_222_664);
    expect(report.findings.map((finding) => finding.rule)).not.toContain('wydatki-suma');
  });
  it('gives the series of the four themes at all their levels', () => {
    expect(series(report, 'deprywacja-lokalna', '060801')).toEqual({
      2016: 3.29,
      2017: 2.64,
      2018: 2.36,
      2019: 2.3,
    });
    expect(series(report, 'osoby-ze-swiadczeniem', '0608')).toEqual({
      2014: 425,
      2015: 396,
      2016: 364,
      2017: 305,
      2018: 276,
      2019: 262,
    });
    expect(series(report, 'osoby-ze-swiadczeniem', '06')[2019]).toBe(325);
    expect(series(report, 'bezrobotni', '00', 'plec=kobieta')).toEqual({ 2019: 481_023 });
    expect(series(report, 'stopa-bezrobocia', '00', '', 'proza')).toEqual({ 2019: 5.2 });
    expect(series(report, 'pracownicy-socjalni', '060801')).toEqual({
      2016: 12,
      2017: 12,
      2018: 12,
      2019: 11,
    });
    expect(series(report, 'wydatki-dzial', '060801', 'dzial=855', 'proza')).toEqual({ 2019: 22_788_594 });
  });
  it('never files the unemployed of the powiat under the gmina', () => {
    expect(report.observations.filter((o) => o.indicator === 'bezrobotni' && o.level === 'gmina')).toEqual(
      [],
    );
  });
  it('contradicts itself in its population, and the finding names both figures', () => {
    const finding = report.findings.find(({ rule }) => rule === 'tekst-i-tabela');
    expect(finding?.message).toContain('21 955'.replace(' ', '\u202f'));
    expect(finding?.cells).toHaveLength(2);
  });
});

describe.skipIf(!present)(present ? 'a scanned report' : WITHOUT_DOCUMENTS, () => {
  let report: Report;
  beforeAll(async () => {
    report = await readDocument('003');
  });

  it('names its gmina, year and edition in damaged letters', () => {
    expect(report).toMatchObject({ teryt: '061705', year: 2023, edition: '2023', reading: 'skan' });
  });
  it('has no wrong value that is taken for sure, and doubts at most a tenth of the right ones', () => {
    const score = compare(report.observations, answerKey('ozps-061705-2023'));
    expect(score.wrongAndSure).toEqual([]);
    expect(score.absent).toEqual([]);
    expect(score.right).toBeGreaterThanOrEqual(385);
    expect(score.doubted).toBeLessThanOrEqual(score.right / 10);
    expect(score.unreadable).toBeLessThanOrEqual(12);
  });
  it('has no wrong value of a series that is taken for sure', () => {
    const score = compareSeries(report.observations, seriesKey('ozps-061705-2023'));
    expect(score.wrongAndSure).toEqual([]);
    expect(score.absent).toEqual([]);
    expect(score.right).toBeGreaterThanOrEqual(460);
    expect(score.doubted).toBeLessThanOrEqual(score.right / 10);
    expect(score.unreadable).toBeLessThanOrEqual(20);
  });
  it('finds the contradiction of 2021 and names the reading that would explain it, without changing it', () => {
    const finding = report.findings.find(({ rule }) => rule === 'deprywacja-z-danych');
    expect(finding?.message).toMatch(/2,22%.*2,11%.*zamiast 185 było 195/);
    const read = report.observations.find(
      (o) => o.table === 'osoby-z-decyzja' && o.level === 'gmina' && o.year === 2021,
    );
    expect(read).toMatchObject({ value: 185, raw: '185', confidence: 0.5 });
  });
  it('reads the deprivation series, confirmed where its inputs give it', () => {
    expect(series(report, 'deprywacja-lokalna', '061705')).toEqual({
      2019: 3.06,
      2020: 2.79,
      2021: 2.22,
      2022: 1.75,
      2023: 1.49,
    });
    const rates = report.observations.filter((o) => o.table === 'deprywacja-lokalna');
    expect(rates.map((o) => o.confidence)).toEqual([1, 1, 0.9, 1, 1]);
  });
  it('leaves the garbled column of social workers unreadable, and keeps the number that a sentence gives', () => {
    expect(series(report, 'pracownicy-socjalni', '061705')).toEqual({
      2019: 'unreadable', 2020: 'unreadable', 2021: 'unreadable', 2022: 'unreadable', 2023: 'unreadable',
    }); // prettier-ignore
    expect(series(report, 'pracownicy-socjalni', '061705', '', 'proza')).toEqual({ 2023: 4 });
  });
  it('says why each doubtful value is doubted', () => {
    const silent = report.observations.filter(
      (o: Observation) => o.value !== null && o.confidence < 0.9 && o.note === '',
    );
    expect(silent).toEqual([]);
  });
});

describe('ozps extract', () => {
  const run = (...args: string[]) =>
    spawnSync('npx', ['tsx', 'scripts/ozps.ts', 'extract', ...args], { encoding: 'utf8' });

  it('ends with 2 where there is no OZPS, with 1 where there is no file, in words', () => {
    const nothing = run('package.json');
    expect(nothing.status).toBe(2);
    expect(nothing.stderr).toContain('żadnej tabeli formularza OZPS');
    const absent = run('no-such-file.txt');
    expect(absent.status).toBe(1);
    expect(absent.stderr).toContain('no-such-file.txt');
  });
  it.skipIf(!present)('prints the observations as CSV in the committed form', () => {
    const output = execFileSync('npx', ['tsx', 'scripts/ozps.ts', 'extract', documentPath('002') ?? ''], {
      encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'],
    }); // prettier-ignore
    expect(output.split('\n')[0]).toBe(
      'teryt,level,year,indicator,breakdown,value,missing,unit,kind,source,section,row,column,table,page,line,raw,confidence,note',
    );
    const total = output.split('\n').find((line) => line.includes(',7,1,assess,'));
    expect(total).toMatch(
      /^060801,gmina,2019,wydatki-ogolem,,28673233,,zl,reported,ozps-060801-2019,7,1,assess,,,\d+,28 673 233,1,$/,
    );
  });
});
