import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { observationsCsv } from '../../src/lib/export/observations-csv';
import { inWords } from '../../scripts/commands/diff';
import { readAllObservations, readCatalogue } from '../../scripts/read-data';
import { applyCorrections, type Catalogue, type Problem } from '../../src/lib/catalogue';
import type { Observation } from '../../src/lib/domain';
import { differences } from '../../src/lib/report/harmonise/differences';

const ozps = (...args: string[]) =>
  spawnSync('npx', ['tsx', 'scripts/ozps.ts', ...args], { encoding: 'utf8' });
const REPORT = [
  'Ocena zasobów pomocy społecznej – gmina Kurów, powiat puławski',
  'INNE RODZAJE POMOCY I ŚWIADCZEŃ',
  'WYSZCZEGÓLNIENIE\t\tRok 2018\tRok oceny 2019\tPrognoza 2020',
  'Liczba gospodarstw domowych\t1\t10\t12\t12',
  'Kwota świadczeń w złotych\t2\t1 000\t1 200\t1 200',
  'Liczba gospodarstw domowych\t3\t0\t0\t0',
  'Kwota świadczeń w złotych\t4\t0\t0\t0',
  'DANE O KORZYSTAJĄCYCH Z POMOCY I WSPARCIA',
  'WYSZCZEGÓLNIENIE\t\tRok 2018\tRok oceny 2019\tPrognoza 2020',
  'Liczba osób\t2\t30\t30\t30',
  'W tym: osoby długotrwale korzystające\t3\t40\t20\t20',
].join('\n'); // prettier-ignore

describe('ozps check', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ozps-check-'));
    writeFileSync(join(folder, 'kurow.txt'), REPORT);
    writeFileSync(join(folder, 'nie-raport.txt'), 'Uchwała w sprawie <b>podatku</b>');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads a folder to its end although one file is no report, and says so with the code', () => {
    const { stdout, status } = ozps('check', folder);
    expect(status).toBe(2);
    expect(stdout).toContain('Kurów, 2019');
    expect(stdout).toMatch(
      /sprzeczność: .*osób korzystających długotrwale jest 40 \(część 3, wiersz 3\), a wszystkich osób ze świadczeniem tylko 30 \(część 3, wiersz 2\).*do poprawienia w formularzu/,
    );
    expect(stdout).toMatch(/nie-raport\.txt\n {2}nie odczytano: /);
  });
  it('gives the same findings as JSON, with their places', () => {
    const checked = JSON.parse(ozps('check', join(folder, 'kurow.txt'), '--format', 'json').stdout) as {
      findings: { rule: string; mend: string; cells: { anchor: string; line: number }[] }[];
    }[];
    const finding = checked[0]?.findings.find(({ rule }) => rule === 'dlugotrwale-wsrod-osob');
    expect(finding).toMatchObject({ mend: 'formularz' });
    expect(finding?.cells.map(({ line }) => line).sort()).toEqual([10, 11]);
  });
  it('never writes text of a document as markup', () => {
    const { stdout } = ozps('check', folder, '--format', 'html');
    expect(stdout).toContain('<!doctype html>');
    expect(stdout).not.toContain('<b>podatku');
  });
  it('refuses an unknown format in words', () => {
    const { stderr, status } = ozps('check', folder, '--format', 'xml');
    expect(status).toBe(1);
    expect(stderr).toContain('xml');
  });
}); // prettier-ignore

describe('what a new reading changed', () => {
  let catalogue: Catalogue;
  let own: Observation[];
  beforeAll(async () => {
    catalogue = await readCatalogue('data');
    const rows = await readAllObservations('data', catalogue);
    own = rows.map((row) => row.value).filter(({ source }) => source === 'ozps-060801-2019');
  });

  it('is nothing where both say the same', () => {
    expect(inWords(differences(own, own), catalogue)).toEqual(['Bez zmian.']);
  });
  it('names places, values and what became unsure', () => {
    const total = own.findIndex((o) => o.section === '7' && o.row === '1' && o.column === 'assess');
    const persons = own.findIndex((o) => o.table === 'osoby-z-decyzja' && o.year === 2019 && o.level === 'gmina');
    const changed = own.map((o, at) => {
      if (at === total) return { ...o, value: 28_673_238, raw: '28 673 238' };
      return at === persons ? { ...o, confidence: 0.5 } : o;
    });
    const words = inWords(differences(own, changed.slice(1)), catalogue).join('\n');
    expect(words).toMatch(/^3\szmiany: 1 wartości, 0 nowych, 1 zniknęło, 1 zmieniło pewność/);
    expect(words).toMatch(/zmiana: część 7, wiersz 1, 2019 – .*było 28\u202f673\u202f233, jest 28\u202f673\u202f238 \(zapis „28 673 238”\)/);
    expect(words).toContain('teraz niepewne: ');
  });
  it('is read from two files of observations', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ozps-diff-'));
    writeFileSync(join(folder, 'ozps-060801-2019.csv'), observationsCsv(own.slice(2)));
    const { stdout } = ozps('diff', 'data/observations/ozps-060801-2019.csv', join(folder, 'ozps-060801-2019.csv'));
    rmSync(folder, { recursive: true });
    expect(stdout).toMatch(/^2\szmiany: 0 wartości, 0 nowych, 2 zniknęło/);
  });
}); // prettier-ignore

describe('corrections', () => {
  const reading = { source: 's', section: '7', row: '1', column: 'assess', table: '', raw: '185', value: 185, confidence: 0.5, note: '' };
  const rows = [{ file: 'data/observations/s.csv', line: 2, value: reading as Observation }];
  const correction = { source: 's', cell: 's7-w1-assess', from: 185, to: 195, reason: 'suma', status: 'applied', expect: '185' } as const;
  const apply = (change: object) => {
    const problems: Problem[] = [];
    const [row] = applyCorrections(rows, [{ file: 'data/corrections/s.csv', line: 2, value: { ...correction, ...change } }], problems);
    return { value: row?.value, problems: problems.map(({ message }) => message) };
  };

  it('change the value, mark it and say why', () => {
    const { value, problems } = apply({});
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ value: 195, raw: '185', note: 'odczyt poprawiony z 185 na 195: suma' });
    expect(value?.confidence).toBeLessThan(0.9);
  });
  it('fail where the reading gives another token, another value or no such cell', () => {
    expect(apply({ expect: '186' }).problems[0]).toContain('now reads "185"');
    expect(apply({ from: 186 }).problems[0]).toContain('is 185, not 186');
    expect(apply({ cell: 's7-w3-assess' }).problems[0]).toContain('no cell');
  });
  it('are only kept in mind while they are proposed', () => {
    expect(apply({ status: 'proposed' }).value).toMatchObject({ value: 185, confidence: 0.5 });
  });
}); // prettier-ignore
