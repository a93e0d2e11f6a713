import { readFile } from 'node:fs/promises';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import pl from 'nodejs-polars';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAllObservations, readCatalogue } from '../../scripts/read-data';
import { manifestSchema, partitionOf, readValues } from '../../src/lib/extract';
import { readPublished } from './published';

// The published tree is an interface: whatever reads Parquet must get the same numbers from it, whatever the encoding.

const TREE = 'static/data';
/** The key of a partition is text: read as a number, `060801` would be another gmina. */
const PARTITIONS = { indicator: `${TREE}/wskaznik`, teryt: `${TREE}/jednostka` } as const;
type Key = keyof typeof PARTITIONS;

interface Totals {
  rows: number;
  sum: number;
  /** Rows with a reason instead of a value. */
  missing: number;
}
/** By indicator, what was read apart from what is computed here, which has no place in a source. */
type ByIndicator = Map<string, Totals>;
type Row = Totals & { indicator: string; computed: boolean };

const groupOf = ({ indicator, computed }: Pick<Row, 'indicator' | 'computed'>) =>
  `${indicator}, ${computed ? 'computed' : 'read'}`;
const grouped = (rows: unknown): ByIndicator =>
  new Map(
    (rows as Row[]).map((row) => [groupOf(row), { rows: row.rows, sum: row.sum, missing: row.missing }]),
  );

/** Counted one by one. */
function counted(
  rows: Iterable<Pick<Row, 'indicator' | 'computed'> & { value: number | null }>,
): ByIndicator {
  const totals: ByIndicator = new Map();
  for (const row of rows) {
    const { rows, sum, missing } = totals.get(groupOf(row)) ?? { rows: 0, sum: 0, missing: 0 };
    totals.set(groupOf(row), {
      rows: rows + 1,
      sum: sum + (row.value ?? 0),
      missing: missing + (row.value === null ? 1 : 0),
    });
  }
  return totals;
}

/** Polars, an engine in Rust with a Parquet reader of its own. */
async function byPolars(key: Key): Promise<ByIndicator> {
  const frame = await pl
    .scanParquet(`${PARTITIONS[key]}/*/data.parquet`, {
      hivePartitioning: true,
      hiveSchema: { [key]: pl.Utf8 },
    })
    .withColumn(pl.col('place').eq(pl.lit('')).alias('computed'))
    .groupBy(['indicator', 'computed'])
    .agg(
      pl.len().cast(pl.Float64).alias('rows'),
      pl.col('value').cast(pl.Float64).sum().alias('sum'),
      pl.col('missing').count().cast(pl.Float64).alias('missing'),
    )
    .collect();
  return grouped(frame.toRecords());
}

async function byDuckDB(connection: DuckDBConnection, key: Key): Promise<ByIndicator> {
  const reader = await connection.runAndReadAll(
    `SELECT indicator, place = '' AS computed, count(*)::DOUBLE AS rows,
       coalesce(sum(value::DOUBLE), 0) AS sum, count(missing)::DOUBLE AS missing
     FROM read_parquet('${PARTITIONS[key]}/*/data.parquet', hive_partitioning = true, hive_types = {'${key}': VARCHAR})
     GROUP BY ALL`,
  );
  return grouped(reader.getRowObjectsJS());
}

/** The site's own reader, file by file. */
async function byHyparquet(key: Key): Promise<ByIndicator> {
  const manifest: unknown = JSON.parse(new TextDecoder().decode(await readPublished('manifest.json')));
  const rows = [];
  for (const { path } of manifestSchema.parse(manifest).files) {
    const partition = path.endsWith('/data.parquet') ? partitionOf(path) : null;
    if (partition?.by !== (key === 'indicator' ? 'indicator' : 'unit')) continue;
    for (const { indicator, anchor, value } of await readValues(await readPublished(path), partition))
      rows.push({ indicator, computed: anchor === '', value });
  }
  return counted(rows);
}

/** Counts are equal, sums but for the order in which they were added up. */
function expectSame(found: ByIndicator, expected: ByIndicator): void {
  expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [group, { rows, missing, sum }] of expected) {
    const other = found.get(group);
    expect([other?.rows, other?.missing], group).toEqual([rows, missing]);
    expect(Math.abs((other?.sum ?? NaN) - sum), group).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(sum)));
  }
}

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create()).connect();
});
afterAll(() => connection.closeSync());

describe('the published tree, read in place', () => {
  let polars: Record<Key, ByIndicator>;
  beforeAll(async () => {
    polars = { indicator: await byPolars('indicator'), teryt: await byPolars('teryt') };
  });

  test('has the same numbers by unit as by indicator', () => {
    expectSame(polars.teryt, polars.indicator);
    expect([...polars.indicator.values()].reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(30_000);
  });

  test.each(['indicator', 'teryt'] as const)(
    'gives Polars and DuckDB the same counts and sums, by %s',
    async (key) => {
      expectSame(await byDuckDB(connection, key), polars[key]);
    },
  );

  test.each(['indicator', 'teryt'] as const)(
    "gives Polars and the site's own reader the same, by %s",
    async (key) => {
      expectSame(await byHyparquet(key), polars[key]);
    },
  );

  test('holds what the reviewed observations say, no more and no less', async () => {
    const observations = await readAllObservations('data', await readCatalogue('data'));
    const read = counted(
      observations.map(({ value: { indicator, value } }) => ({ indicator, value, computed: false })),
    );
    expectSame(new Map([...polars.indicator].filter(([group]) => group.endsWith(', read'))), read);
  });
});

describe('data/README.md', () => {
  test('every example for DuckDB runs and finds something', async () => {
    const text = await readFile('data/README.md', 'utf8');
    const examples = [...text.matchAll(/```sql duckdb\n([\s\S]*?)```/g)].map(([, sql]) => sql ?? '');
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const example of examples) {
      const sql = example.replaceAll('s3://BUCKET/data/', `${TREE}/`);
      const reader = await connection.runAndReadAll(sql);
      expect(reader.currentRowCount, example).toBeGreaterThan(0);
    }
  });
});
