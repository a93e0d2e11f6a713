import { beforeAll, describe, expect, test } from 'vitest';
import { readAllObservations, readCatalogue } from '../../../scripts/read-data';
import type { Catalogue } from '../../../src/lib/catalogue';
import type { Observation } from '../../../src/lib/domain';
import { checkReports } from '../../../src/lib/report/checks';
import { rivalsOf } from '../../../src/lib/report/checks/corrections';
import { substitutions } from '../../../src/lib/report/recognise/tokens';

let catalogue: Catalogue;
let observations: Observation[];
beforeAll(async () => {
  catalogue = await readCatalogue('data');
  observations = (await readAllObservations('data', catalogue)).map((row) => row.value);
});

describe('corrections of the committed data', () => {
  test('are applied where no other change of one digit closes the same rules, and only there', () => {
    expect(catalogue.corrections.length).toBeGreaterThan(0);
    for (const { value } of catalogue.corrections) {
      const own = observations.filter(({ source }) => source === value.source);
      const rivals = rivalsOf(value, own, catalogue);
      if (value.status === 'applied') expect([value.cell, rivals]).toEqual([value.cell, []]);
      else expect([value.cell, rivals === null || rivals.length > 0]).toEqual([value.cell, true]);
    }
  });
  test.each([
    ['rodziny-wedlug-powodu-i-wielkosci-061705-2023-osob-1-powod-bezrobocie', 39, [59, 55]],
    ['swiadczenia-opiekuncze-kwota-061705-2022-rodzaj-zasilek-pielegnacyjny-75-lat', 2590, [121949, 121959]],
  ])('%s is undecided: another reading closes as well', (cell, to, [from, other]) => {
    const correction = catalogue.corrections.find(
      ({ value }) => value.cell.endsWith(cell) && value.to === to,
    );
    expect(correction?.value.status).toBe('proposed');
    const own = observations.filter(({ source }) => source === correction?.value.source);
    const rivals = correction && rivalsOf(correction.value, own, catalogue);
    expect(rivals?.map((rival) => [rival.from, rival.to])).toContainEqual([from, other]);
  });
});

test('a finding names both readings where two close a sum (Łubnice 2019)', () => {
  const findings = checkReports(observations, catalogue).filter(
    ({ source }) => source === 'sprawozdanie-101805-2019',
  );
  const repairs = findings.flatMap((finding) => finding.repairs ?? []).map(({ from, to }) => [from, to]);
  expect(repairs).toContainEqual([34, 31]);
  expect(repairs).toContainEqual([24, 27]);
});

test('what one digit is taken for is taken for it in turn', () => {
  for (const a of '0123456789')
    for (const b of '0123456789')
      expect(substitutions(Number(`1${a}`)).includes(Number(`1${b}`))).toBe(
        substitutions(Number(`1${b}`)).includes(Number(`1${a}`)),
      );
});
