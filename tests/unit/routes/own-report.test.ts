import { beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../scripts/read-data';
import type { Catalogue } from '../../../src/lib/catalogue';
import type { ValueRow } from '../../../src/lib/extract';
import { readDocument, readReport, type Report } from '../../../src/lib/report';
import { areasAbove, dashboardOf } from '../../../src/routes/wczytaj/dashboard';
import { findingHash, lineHash, spotOf } from '../../../src/routes/wczytaj/hash';
import { markedParts } from '../../../src/routes/wczytaj/marked-parts';
import { recognisedOf } from '../../../src/routes/wczytaj/recognised';
import { worklistOf } from '../../../src/routes/wczytaj/worklist';
import { txtReport, TERYT } from '../../e2e/made-report';

let catalogue: Catalogue;
let report: Report;
beforeAll(async () => {
  catalogue = await readCatalogue('data');
  const { buffer, name } = await txtReport();
  const units = (['gmina', 'powiat'] as const).flatMap((level) => catalogue.units.all(level));
  report = readReport(await readDocument(buffer, name), { ...catalogue, units });
});

describe('the number of a line', () => {
  const marked = (line: string, raw: string) =>
    markedParts(line, raw)
      .filter((part) => part.marked)
      .map((part) => part.text);

  test('is marked as a whole token, never inside another', () => {
    expect(marked('Liczba osób │ 2 │ 118 │ 18', '18')).toEqual(['18']);
    expect(marked('razem 1 369 osób', '1 369')).toEqual(['1 369']);
    expect(marked('koszt (12,50)', '(12,50)')).toEqual(['(12,50)']);
  });

  test('is not marked where it stands there twice or not at all', () => {
    expect(marked('2 │ 2', '2')).toEqual([]);
    expect(marked('abc', '5')).toEqual([]);
    expect(
      markedParts('a 5 b', '5')
        .map((part) => part.text)
        .join(''),
    ).toBe('a 5 b');
  });
});

test('the hash names a file and a line or a finding, and nothing else is believed', () => {
  expect(spotOf(lineHash(2, 118))).toEqual({ file: 2, line: 118, finding: null });
  expect(spotOf(findingHash(1, 3))).toEqual({ file: 1, line: null, finding: 3 });
  for (const hash of ['', '#lista', '#plik-x', '#plik-1-w', '#plik-1-w2-w3']) expect(spotOf(hash)).toBeNull();
});

test('a summary counts the rows of each section, read and not', () => {
  const shortened: Report = {
    ...report,
    absent: [{ section: '7', row: 5 }],
    observations: report.observations.map((o, index) =>
      index === 0
        ? { ...o, value: null, missing: 'unreadable', confidence: 0 }
        : index === 1
          ? { ...o, confidence: 0.5 }
          : o,
    ),
  };
  const { total, tables, unsure } = recognisedOf(shortened, catalogue.formRows, catalogue.names);
  expect(total).toEqual({ values: report.observations.length - 1, doubtful: 1, unreadable: 1 });
  expect(unsure).toHaveLength(2);
  expect(tables.find(({ name }) => name.startsWith('Część 7'))?.rows).toEqual({ read: 71, all: 72 });
});

test('a worklist names the place of every finding, and its lines', () => {
  const entries = worklistOf(report, catalogue.names);
  expect(entries.length).toBe(report.findings.length);
  expect(entries.some(({ heading }) => /^Część [\d.]+, wiersz \d+, rok oceny \(2019\)$/.test(heading))).toBe(
    true,
  );
  for (const { places } of entries)
    for (const { label, line, raw } of places) {
      expect(label).toMatch(/^część /);
      expect(line).toBeGreaterThan(0);
      expect(raw).not.toBe('');
    }
});

describe('a dashboard', () => {
  const drawn = (above: ReadonlyMap<string, ValueRow[] | null>) => dashboardOf(report, catalogue, above);
  const none = () => new Map(areasAbove(TERYT).map((code) => [code, [] as ValueRow[]]));

  test('is drawn from the report alone, with links to its own places', () => {
    const { themes, blocks, missing } = drawn(none());
    expect(themes.map(({ id }) => id)).toContain('wydatki');
    expect(blocks.map(({ id }) => id)).toContain('rozdzialy');
    expect(missing).toEqual([]);
    const origins = themes.flatMap(({ figures }) => figures.flatMap(({ figure }) => figure.origins));
    expect(origins.length).toBeGreaterThan(0);
    expect(origins.every(({ source }) => source === report.source)).toBe(true);
  });

  test('says when the areas above could not be fetched', () => {
    expect(drawn(new Map([...none(), ['0614', null]])).missing).toHaveLength(1);
  });
});
