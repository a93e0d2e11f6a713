import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publish } from '../../../scripts/commands/publish';
import { readAllObservations, readCatalogue } from '../../../scripts/read-data';
import { factKey } from '../../../src/lib/domain';
import {
  addressesPath,
  manifestSchema,
  partitionOf,
  publishedCatalogueSchema,
  publicCatalogue,
  publishedFindingsSchema,
  publishedFormSchema,
  publishedRows,
  publishedUnitsSchema,
  readAddresses,
  readValues,
  valuesPath,
  versionSchema,
  type Manifest,
  type Partition,
  type PublishedRow,
} from '../../../src/lib/extract';
import { derive } from '../../../src/lib/report/harmonise/derive';

let out: string;
let manifest: Manifest;
const readFileOf = async (path: string) => new Uint8Array(await readFile(join(out, path)));
const json = async (path: string): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await readFileOf(path)));
const values = async (partition: Partition) => readValues(await readFileOf(valuesPath(partition)), partition);

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'gminoskop-publish-'));
  ({ manifest } = await publish('data', join(out)));
}, 60_000);
afterAll(() => rm(out, { recursive: true, force: true }));

describe('publishing', () => {
  test('twice gives the same bytes', async () => {
    const again = await mkdtemp(join(tmpdir(), 'gminoskop-publish-'));
    const second = await publish('data', again);
    expect(second.manifest).toEqual(manifest);
    expect(await readFile(join(again, 'manifest.json'), 'utf8')).toBe(
      await readFile(join(out, 'manifest.json'), 'utf8'),
    );
    await rm(again, { recursive: true });
  }, 60_000);

  test('lists every file with its bytes, rows and hash', async () => {
    const listed = manifestSchema.parse(await json('manifest.json'));
    expect(listed).toEqual(manifest);
    for (const path of [
      'katalog.json',
      'jednostki.json',
      'ustalenia.json',
      valuesPath({ by: 'unit', teryt: '060801' }),
    ]) {
      const bytes = await readFileOf(path);
      const entry = listed.files.find((file) => file.path === path);
      expect(entry?.bytes).toBe(bytes.length);
      expect(entry?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  test('is known by the hash of its manifest', async () => {
    const { manifest: version } = versionSchema.parse(await json('wersja.json'));
    expect(version).toBe(
      createHash('sha256')
        .update(await readFileOf('manifest.json'))
        .digest('hex'),
    );
  });

  test('writes only files that fit their schemas', async () => {
    publishedCatalogueSchema.parse(await json('katalog.json'));
    publishedFindingsSchema.parse(await json('ustalenia.json'));
    const units = publishedUnitsSchema.parse(await json('jednostki.json'));
    expect(units).toHaveLength(2479);
    expect(units.find((unit) => unit[0] === '060801')).toEqual(['060801', 'Lubartów', 1, 'lubartowski', 1]);
  });
});

describe('the two partitions', () => {
  test('hold the same values', async () => {
    const files = manifest.files.filter((file) => file.path.endsWith('/data.parquet'));
    const rows = (by: Partition['by']) =>
      files.filter((f) => partitionOf(f.path)?.by === by).reduce((sum, f) => sum + (f.rows ?? 0), 0);
    expect(rows('unit')).toBe(rows('indicator'));
    const unit = await values({ by: 'unit', teryt: '1210' });
    const indicator = await values({ by: 'indicator', indicator: 'obs-korzystajacy' });
    const same = (row: { teryt: string; indicator: string }) =>
      row.teryt === '1210' && row.indicator === 'obs-korzystajacy';
    expect(unit.filter(same)).toEqual(indicator.filter(same));
  });

  test('say of every observation what the same rules say row by row: which place to show, what is doubted, where it stands', async () => {
    const catalogue = await readCatalogue('data');
    const read = (await readAllObservations('data', catalogue)).map((row) => row.value);
    const dzialOf = new Map([...catalogue.chapters].map(([key, { dzial }]) => [key, dzial]));
    const derived = derive(read, dzialOf, { gminyOf: (teryt) => catalogue.units.gminyOf(teryt) });
    const expected = publishedRows([...read, ...derived], {
      sources: catalogue.sources,
      findings: publishedFindingsSchema.parse(await json('ustalenia.json')),
      doubts: catalogue.doubts.map(({ value }) => value),
    });
    const published: PublishedRow[] = [];
    for (const { path } of manifest.files) {
      const partition = path.endsWith('/data.parquet') ? partitionOf(path) : null;
      if (partition?.by !== 'unit') continue;
      const own = await values(partition);
      const addresses = await readAddresses(await readFileOf(addressesPath(partition)), own);
      for (const [i, value] of own.entries()) {
        const address = addresses[i];
        if (address) published.push({ value, address });
      }
    }
    const keyed = (rows: readonly PublishedRow[]) =>
      new Map(
        rows.map((row) => [
          `${factKey(row.value)}|${row.value.source}#${row.value.anchor}|${row.address.raw}`,
          row,
        ]),
      );
    const [ours, theirs] = [keyed(published), keyed(expected)];
    expect(ours.size).toBe(expected.length);
    for (const [key, row] of theirs) expect(ours.get(key)).toEqual(row);
  }, 60_000);

  test('show one of several places that state one fact', async () => {
    const own = await values({ by: 'unit', teryt: '060801' });
    const facts = new Map<string, number>();
    for (const row of own) {
      const key = [row.indicator, row.year, row.breakdown, row.kind].join('|');
      facts.set(key, (facts.get(key) ?? 0) + (row.preferred ? 1 : 0));
    }
    expect([...new Set(facts.values())]).toEqual([1]);
  });

  test('carry the doubt that a finding casts, and leave others alone', async () => {
    const rytro = await values({ by: 'unit', teryt: '121015' });
    const doubtOf = (year: number) =>
      rytro.find((row) => row.indicator === 'obs-korzystajacy' && row.year === year)?.doubt ?? null;
    expect(doubtOf(2019)).toContain('powiat nowosądecki, 2019 rok');
    expect(doubtOf(2018)).toBeNull();
  });

  test('carry the doubts that are known of a source', async () => {
    const own = await values({ by: 'unit', teryt: '120507' });
    expect(own.find((row) => row.indicator === 'obs-korzystajacy' && row.year === 2024)?.doubt).toContain(
      'różnych podstawach',
    );
  });

  test('give the arithmetic and no anchor for what is computed here', async () => {
    const own = await values({ by: 'unit', teryt: '060801' });
    const computed = own.filter((row) => row.formula !== null);
    expect(computed.length).toBeGreaterThan(0);
    expect(computed.every((row) => row.anchor === '')).toBe(true);
  });
});

test('the published catalogue is the one the reports are read with', async () => {
  const catalogue = await readCatalogue('data');
  const published = publicCatalogue(
    publishedCatalogueSchema.parse(await json('katalog.json')),
    publishedFormSchema.parse(await json('formularz.json')),
  );
  expect(published.formRows).toEqual(catalogue.formRows);
  expect(published.indicators).toEqual(catalogue.indicators);
  for (const level of ['gmina', 'powiat', 'wojewodztwo', 'kraj'] as const)
    expect(published.units.all(level)).toEqual(catalogue.units.all(level));
  expect(published.names.breakdown('plec=kobieta;rozdzial=zlobki')).toBe(
    catalogue.names.breakdown('plec=kobieta;rozdzial=zlobki'),
  );
});
