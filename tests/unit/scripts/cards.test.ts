import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseCards, type Asked } from '../../../scripts/cards/choose';

let build = '';
beforeAll(() => {
  build = mkdtempSync(join(tmpdir(), 'karty-'));
  writeFileSync(join(build, 'index.html'), '');
  for (const page of [
    'gmina/060801',
    'gmina/060802',
    'gmina/120102/karta',
    'gmina/060801/karta',
    'wskaznik/a/karta',
  ]) {
    mkdirSync(join(build, page), { recursive: true });
    writeFileSync(join(build, page, 'index.html'), '');
  }
});
afterAll(() => rmSync(build, { recursive: true }));
const ask = (asked: Partial<Asked>) =>
  chooseCards(build, { unit: [], powiat: [], woj: [], indicator: [], comparison: [], ...asked });

describe('cards asked for', () => {
  test('are of the units named and of all of an area, each once, and those without are named', () => {
    const { wanted, without, problems } = ask({ unit: ['060801'], powiat: ['0608'], woj: ['12'] });
    expect(wanted.map(({ path }) => path)).toEqual(['gmina/060801/karta/', 'gmina/120102/karta/']);
    expect(without).toEqual(['060802']);
    expect(problems).toEqual([]);
  });

  test('that are not there are told apart: no such gmina, no card of it', () => {
    const { wanted, problems } = ask({
      unit: ['060802', '999999'],
      powiat: ['9999'],
      indicator: ['b', '../a'],
    });
    expect(wanted).toEqual([]);
    expect(problems).toHaveLength(5);
    expect(problems[0]).toContain('060802: this gmina has no card');
    expect(problems[1]).toContain('999999: no such gmina');
  });

  test('of a comparison take its query with or without what stands before it', () => {
    for (const text of ['gminy=060801,120102', '/porownanie/?gminy=060801,120102'])
      expect(ask({ comparison: [text] }).wanted).toEqual([
        {
          kind: 'comparison',
          path: 'porownanie/?gminy=060801%2C120102',
          file: 'karta-porownania-060801-120102',
        },
      ]);
  });

  test('need a built site', () => {
    expect(() =>
      chooseCards(join(build, 'gmina'), { unit: [], powiat: [], woj: [], indicator: [], comparison: [] }),
    ).toThrow('npm run build');
  });
});
