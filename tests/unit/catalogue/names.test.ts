import { describe, expect, it } from 'vitest';
import { readAllObservations, readCatalogue } from '../../../scripts/read-data';

describe('names of the catalogue', () => {
  it('put breakdowns in words, chapters by their code', async () => {
    const { names } = await readCatalogue('data');
    expect(names.breakdown('plec=kobieta;wiek=0-17')).toBe('kobiety, wiek 0–17 lat');
    expect(names.breakdown('rozdzial=zlobki')).toBe('85516 Tworzenie i funkcjonowanie żłobków');
    expect(names.breakdown('')).toBe('');
    expect(names.section('7')).toContain('Część 7');
  });
  it('know every breakdown, table and section of the committed reports', async () => {
    const catalogue = await readCatalogue('data');
    const unnamed = new Set<string>();
    for (const { value } of await readAllObservations('data', catalogue)) {
      if (!/^(?:ozps|sprawozdanie|lpdi)-/.test(value.source)) continue;
      for (const part of value.breakdown.split(';'))
        if (part !== '' && catalogue.names.breakdown(part).includes(': ')) unnamed.add(part);
      if (value.table !== '' && catalogue.names.table(value.table) === value.table) unnamed.add(value.table);
      if (value.section !== '' && catalogue.names.section(value.section) === value.section)
        unnamed.add(value.section);
    }
    expect([...unnamed]).toEqual([]);
  });
});
