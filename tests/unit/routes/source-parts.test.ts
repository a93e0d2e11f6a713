import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  CATALOGUE_FILE,
  publishedCatalogueSchema,
  readValues,
  valuesPath,
  type ValueRow,
} from '../../../src/lib/extract';
import {
  noPlace,
  partOfAnchor,
  partitionOfPart,
  readAddress,
  standard,
  writeAddress,
  type Parts,
} from '../../../src/routes/zrodlo/parts';

const PUBLISHED = 'static/data';
const bytes = (path: string) => new Uint8Array(readFileSync(`${PUBLISHED}/${path}`));

/** Every published row with a place, by its source. */
async function rowsBySource(): Promise<Map<string, ValueRow[]>> {
  const sources = new Map<string, ValueRow[]>();
  for (const folder of readdirSync(`${PUBLISHED}/wskaznik`)) {
    const partition = partitionOfPart('indicator', folder.replace('indicator=', ''));
    for (const row of await readValues(bytes(valuesPath(partition)), partition))
      if (row.anchor !== '') sources.set(row.source, [...(sources.get(row.source) ?? []), row]);
  }
  return sources;
}
/** As `routes/sources.ts` divides them, the report's own unit first. */
function partsOf(rows: readonly ValueRow[], subject: string): Parts {
  const units = new Set(rows.map((row) => row.teryt));
  const indicators = new Set(rows.map((row) => row.indicator));
  const by = units.size <= indicators.size ? 'unit' : 'indicator';
  const keys = [...(by === 'unit' ? units : indicators)].sort(
    (a, b) => Number(b === subject) - Number(a === subject),
  );
  return { by, all: keys.map((key) => ({ key, name: key, rows: 1 })) };
}

describe('the part of a source that holds a place', () => {
  test('is told by the anchor of every published row', async () => {
    const { sources } = publishedCatalogueSchema.parse(
      JSON.parse(new TextDecoder().decode(bytes(CATALOGUE_FILE))),
    );
    const subjects = new Map(sources.map(({ id, teryt }) => [id, teryt]));
    let checked = 0;
    for (const [source, rows] of await rowsBySource()) {
      const parts = partsOf(rows, subjects.get(source) ?? '');
      const wrong = rows.filter(
        (row) => partOfAnchor(row.anchor, parts) !== (parts.by === 'unit' ? row.teryt : row.indicator),
      );
      expect(wrong.map((row) => `${source}#${row.anchor}`)).toEqual([]);
      checked += rows.length;
    }
    expect(checked).toBeGreaterThan(30_000);
  });

  test('is the unit whose code stands before the year, not a number of the name of an indicator', () => {
    const all = ['obs-posilki-na-1000', 'obs-posilki'].map((key) => ({ key, name: key, rows: 1 }));
    const anchor = 'wskaznik-175-obs-posilki-na-1000-1201-2024-area-published';
    expect(partOfAnchor(anchor, { by: 'indicator', all })).toBe('obs-posilki-na-1000');
    const units = ['060801', '12', '1201'].map((key) => ({ key, name: key, rows: 1 }));
    expect(partOfAnchor(anchor, { by: 'unit', all: units })).toBe('1201');
    expect(partOfAnchor('s3-w2-assess', { by: 'unit', all: units })).toBe('060801');
    expect(partOfAnchor('s3-w2-assess', { by: 'indicator', all })).toBeUndefined();
  });
});

describe('the address of a source', () => {
  const parts: Parts = {
    by: 'indicator',
    all: ['gus-ludnosc', 'gus-powierzchnia'].map((key) => ({ key, name: key, rows: 2477 })),
  };

  test('gives back what was written into it', () => {
    for (const asked of [
      standard(parts),
      { part: 'gus-powierzchnia', words: 'Łęczna & co', page: 7, anchor: '' },
      { ...standard(parts), part: 'gus-powierzchnia', anchor: 'gus-gus-powierzchnia-060801-2021' },
    ]) {
      const { search, hash } = new URL(`https://example.org/zrodlo/gus/${writeAddress(asked, parts)}`);
      expect(readAddress({ search, hash }, parts)).toEqual({ asked, errors: [] });
    }
    expect(writeAddress(standard(parts), parts)).toBe('');
  });

  test('gives the default and a sentence where it does not parse', () => {
    const read = readAddress({ search: '?czesc=<b>&strona=-1', hash: '#<script>' }, parts);
    expect(read.asked).toEqual(standard(parts));
    expect(read.errors).toEqual([
      'W tym źródle nie ma części „<b>”.',
      'Pominięto nieprawidłowy numer strony „-1”.',
    ]);
    expect(readAddress({ search: '', hash: '#s3-w2-assess' }, parts)).toEqual({
      asked: standard(parts),
      errors: [noPlace('s3-w2-assess')],
    });
  });
});
