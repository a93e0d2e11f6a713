import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { observationsCsv } from '../../src/lib/export/observations-csv';
import { readAllObservations, readCatalogue } from '../../scripts/read-data';
import { checkReports } from '../../src/lib/report/checks';
import { documentPath, readDocument, WITHOUT_DOCUMENTS } from './reading';

interface KeyLine {
  line: string;
  number: string;
  /** Words that the indicator, the breakdown and the year must contain. */
  about: string;
}

const DOCUMENTS = [
  { source: 'sprawozdanie-060505-2024', document: '000', contradictions: 9 },
  { source: 'sprawozdanie-101805-2019', document: '004', contradictions: 2 },
  { source: 'lpdi-060505', document: '001', contradictions: 0 },
];
const data = join(import.meta.dirname, '../../data');

function keyOf(source: string): KeyLine[] {
  const text = readFileSync(join(import.meta.dirname, `../fixtures/keys/${source}.csv`), 'utf8');
  return Papa.parse<KeyLine>(text, { header: true, skipEmptyLines: true }).data;
}

describe.each(DOCUMENTS)('$source', ({ source, document, contradictions }) => {
  const present = documentPath(document) !== null;
  const why = present ? '' : ` (${WITHOUT_DOCUMENTS})`;

  it.skipIf(!present)(`holds every number of its answer key, and no other${why}`, async () => {
    const { observations } = await readDocument(document);
    const open = new Set(observations);
    const absent = keyOf(source).filter(({ line, number, about }) => {
      const found = [...open].find((o) => {
        const words = `${o.indicator};${o.breakdown};${o.year}`;
        return (
          o.line === Number(line) &&
          o.value === Number(number) &&
          about.split(' ').every((word) => words.includes(word))
        );
      });
      if (found) open.delete(found);
      return !found;
    });
    expect(absent).toEqual([]);
    expect([...open].map(({ line, indicator, breakdown, raw }) => ({ line, indicator, breakdown, raw }))).toEqual([]);
  }); // prettier-ignore

  it.skipIf(!present)(`is committed as it is read${why}`, async () => {
    const { observations } = await readDocument(document);
    expect(observationsCsv(observations)).toBe(
      readFileSync(join(data, `observations/${source}.csv`), 'utf8'),
    );
  });

  it('keeps the number and never the sentence', async () => {
    const catalogue = await readCatalogue(data);
    const own = (await readAllObservations(data, catalogue)).filter(({ value }) => value.source === source);
    const long = own.filter(({ value }) => !/^[\d ., ]+$|^[a-z]+( [a-z]+)?$/.test(value.raw));
    expect(own.length).toBeGreaterThan(0);
    expect(long).toEqual([]);
  });

  it('shows its contradictions from the committed numbers', async () => {
    const catalogue = await readCatalogue(data);
    const observations = (await readAllObservations(data, catalogue)).map(({ value }) => value);
    const findings = checkReports(
      observations.filter((o) => o.source === source),
      catalogue,
    );
    expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(contradictions);
  });
});
