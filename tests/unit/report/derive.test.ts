import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/lib/domain';
import { derive } from '../../../src/lib/report/harmonise/derive';

/** Made-up observations of a made-up gmina. */
const observation = (change: Partial<Observation> & Pick<Observation, 'indicator' | 'value'>): Observation => ({
  teryt: '990101', level: 'gmina', year: 2019, breakdown: '', missing: change.value === null ? 'unreadable' : null, unit: 'osoby',
  kind: 'reported', source: 'ozps-990101-2019', section: '', row: '', column: '', table: 'tabela', page: null, line: 1, raw: '',
  confidence: 1, note: '', ...change,
}); // prettier-ignore

const UNITS = { gminyOf: () => ['990101', '990102', '990103'] };
const DZIAL = new Map([['85202', '852'], ['85295', '852'], ['85395', '853'], ['85501', '855']]); // prettier-ignore
const run = (...rows: Observation[]) => derive(rows, DZIAL, UNITS);
const find = (rows: Observation[], indicator: string, breakdown = '') =>
  rows.find((row) => row.indicator === indicator && row.breakdown === breakdown);

describe('derive', () => {
  it('divides population and families by social workers, with the arithmetic', () => {
    const rows = run(
      observation({ indicator: 'ludnosc', value: 8460 }),
      observation({ indicator: 'rodziny-z-praca-socjalna', value: 97, unit: 'rodziny' }),
      observation({ indicator: 'pracownicy-socjalni', value: 4 }),
    );
    expect(find(rows, 'mieszkancy-na-pracownika-socjalnego')).toMatchObject({
      value: 2115,
      raw: '8\u202f460 / 4',
    });
    expect(find(rows, 'rodziny-na-pracownika-socjalnego')?.value).toBeCloseTo(24.25);
  });
  it('gives a missing ratio with the reason of its missing input, never zero', () => {
    const rows = run(
      observation({ indicator: 'ludnosc', value: 8460 }),
      observation({ indicator: 'pracownicy-socjalni', value: null, confidence: 0 }),
    );
    expect(find(rows, 'mieszkancy-na-pracownika-socjalnego')).toMatchObject({
      value: null,
      missing: 'unreadable',
    });
  });
  it('prefers a readable sentence to an unreadable table', () => {
    const rows = run(
      observation({ indicator: 'ludnosc', value: 8460 }),
      observation({ indicator: 'pracownicy-socjalni', value: null, confidence: 0 }),
      observation({ indicator: 'pracownicy-socjalni', value: 4, table: 'proza' }),
    );
    expect(find(rows, 'mieszkancy-na-pracownika-socjalnego')?.value).toBe(2115);
  });
  it('leaves 85501, 85395 and 85295 out of comparable spending', () => {
    const chapter = (rozdzial: string, value: number | null) =>
      observation({ indicator: 'wydatki-rozdzial', breakdown: `rozdzial=${rozdzial}`, value, unit: 'zl' });
    const rows = run(
      observation({ indicator: 'wydatki-ogolem', value: 1000, unit: 'zl' }),
      chapter('85202', 300), chapter('85295', 50), chapter('85395', 150), chapter('85501', 500),
      observation({ indicator: 'ludnosc', value: 10 }),
    ); // prettier-ignore
    expect(find(rows, 'wydatki-porownywalne')?.value).toBe(300);
    expect(find(rows, 'wydatki-porownywalne-na-mieszkanca')).toMatchObject({
      value: 30,
      unit: 'zl-na-mieszkanca',
    });
    expect(find(rows, 'wydatki-dzial', 'dzial=852')?.value).toBe(350);
  });
  it('computes the rate of a powiat from a printed mean, with its interval', () => {
    const rows = run(
      observation({
        indicator: 'osoby-ze-swiadczeniem',
        teryt: '9901',
        level: 'powiat',
        kind: 'plain-mean',
        value: 100,
        year: 2022,
      }),
      ...UNITS.gminyOf().map((teryt) =>
        observation({ indicator: 'gus-ludnosc', teryt, value: 5000, year: 2022 }),
      ),
    );
    const rate = find(rows, 'deprywacja-lokalna');
    expect(rate).toMatchObject({ teryt: '9901', kind: 'area-computed', value: 2 });
    expect(rate?.note).toContain('1,99–2,01%');
  });
  it('never mixes two census bases in a rate', () => {
    const rows = run(
      observation({
        indicator: 'osoby-ze-swiadczeniem',
        teryt: '9901',
        level: 'powiat',
        kind: 'plain-mean',
        value: 100,
        year: 2021,
      }),
      ...UNITS.gminyOf().map((teryt) =>
        observation({ indicator: 'gus-ludnosc', teryt, value: 5000, year: 2021 }),
      ),
    );
    expect(find(rows, 'deprywacja-lokalna')).toBeUndefined();
  });
  it('gives no rate of a powiat without its population', () => {
    const rows = run(
      observation({
        indicator: 'osoby-ze-swiadczeniem',
        teryt: '9901',
        level: 'powiat',
        kind: 'plain-mean',
        value: 100,
      }),
    );
    expect(rows).toEqual([]);
  });
  it('is as doubtful as its most doubtful input', () => {
    const rows = run(
      observation({ indicator: 'ludnosc', value: 8460, confidence: 0.5, note: 'powód' }),
      observation({ indicator: 'pracownicy-socjalni', value: 4 }),
    );
    expect(find(rows, 'mieszkancy-na-pracownika-socjalnego')).toMatchObject({ confidence: 0.5 });
    expect(find(rows, 'mieszkancy-na-pracownika-socjalnego')?.note).toContain('powód');
  });
});
