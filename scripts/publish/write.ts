import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Catalogue } from '../../src/lib/catalogue';
import { CONFIDENT } from '../../src/lib/domain';
import {
  addressesPath,
  ADDRESS_FILE_COLUMNS,
  COMPUTED_TABLE,
  valuesPath,
  VALUE_FILE_COLUMNS,
  type PublishedSources,
} from '../../src/lib/extract';
import { groupsOf, literal, rowsOf } from '../duckdb';
import { inPart, partsOf } from './judge';
import { BREAKDOWN_SLUG } from './stage';

/**
 * How the files are stored, as measured on the made-up national load (see `data/README.md`): one row group, Zstandard,
 * no filters of Bloom, since a file is always read whole. What repeats comes from a dictionary up to a number of
 * entries. Version 2 stores text as differences, which suits sorted areas and lines, and numbers as streams of their
 * bytes, which suits whole numbers: most bytes of these are zero.
 */
const stored = (version: 'V1' | 'V2', level: number, dictionary: number): string =>
  `FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL ${level}, ROW_GROUP_SIZE 1000000, WRITE_BLOOM_FILTER false,
   PARQUET_VERSION ${version}, DICTIONARY_SIZE_LIMIT ${dictionary}`;
const OF_UNIT = stored('V1', 13, 1000);
const OF_WHOLE_NUMBERS = stored('V2', 13, 100);
const OF_DECIMALS = stored('V1', 13, 2900);
const OF_ADDRESSES = stored('V2', 13, 200);

const quoted = (columns: readonly string[]): string => columns.map((name) => `"${name}"`).join(', ');

/** `anchorAt` of `domain`. */
const ANCHOR = `CASE WHEN suffix(place, '*') THEN concat_ws('-', nullif(left(place, -1), ''), indicator, teryt, "year",
  nullif(${BREAKDOWN_SLUG}, ''), nullif(kind, 'reported')) ELSE place END`;

/** Order of a fact's places: the one to show first; as `comparePlaces` of `extract/values` has it. */
const PLACES_OF_FACT = `value IS NULL, "table" = 'proza', confidence DESC, coalesce(source_year, 0) DESC,
  NOT ("row" <> '' AND "table" = ''), ${ANCHOR}`;

/** Whether a token is nothing but the value, as JavaScript prints it. */
const PLAINLY = `raw = CASE WHEN value = floor(value) AND abs(value) < 1e15 THEN CAST(CAST(value AS BIGINT) AS VARCHAR)
  ELSE CAST(value AS VARCHAR) END AND NOT contains(raw, 'e')`;
const FACT = 'teryt, indicator, "year", breakdown, kind';

/** Every row of one part of the country as it is published. Most facts stand in one place: the others are found first. */
const PART = (part: string): string => `
  WITH placed AS MATERIALIZED (
    SELECT o.* EXCLUDE (file, note), o.rowid AS id, d.doubt, s.source_year, p.place
    FROM observation AS o LEFT JOIN place AS p USING (section, "row", "column", "table")
      LEFT JOIN doubt AS d ON d.id = o.rowid LEFT JOIN source AS s ON s.id = o.source
    WHERE ${inPart(part)}),
  repeated AS (SELECT ${FACT} FROM placed GROUP BY ALL HAVING count(*) > 1),
  others AS (
    SELECT id FROM (
      SELECT id, row_number() OVER (PARTITION BY ${FACT} ORDER BY ${PLACES_OF_FACT}) AS n
      FROM placed SEMI JOIN repeated USING (${FACT}))
    WHERE n > 1)
  SELECT teryt, level, indicator, "year", breakdown, value, missing, unit, kind, confidence, doubt, source,
    id NOT IN (FROM others) AS preferred,
    CASE WHEN "table" = '${COMPUTED_TABLE}' THEN '' ELSE place END AS place,
    CASE WHEN "table" = '${COMPUTED_TABLE}' THEN raw END AS formula,
    section, "row", "column", "table", page, line, CASE WHEN ${PLAINLY} THEN NULL ELSE raw END AS raw
  FROM placed`;

/** The order of a unit's file, which is that of its addresses too, and of an indicator's. */
const IN_UNIT = 'indicator, breakdown, "year", kind, preferred DESC, source, place';
const IN_INDICATOR = 'teryt, breakdown, "year", kind, preferred DESC, source, place';

/** A written Parquet file. */
export interface WrittenFile {
  path: string;
  rows: number;
}

type Connections = readonly [DuckDBConnection, ...DuckDBConnection[]];

/** Files whose rows are taken together from a large table into memory, so that it is not searched for each of them. */
const UNITS_AT_ONCE = 80;
const INDICATORS_AT_ONCE = 40;

/** Rows of `published` of some keys in the table `held.batch`: `nr` is the key's place among them, from 1, `nth` the row's in its file. */
async function holdBatch(
  connection: DuckDBConnection,
  columns: readonly string[],
  key: 'teryt' | 'indicator',
  keys: readonly string[],
  order: string,
): Promise<void> {
  const list = keys.map(literal).join(', ');
  await connection.run(
    `CREATE OR REPLACE TABLE held.batch AS
     SELECT ${quoted(columns)}, CAST(list_position([${list}], ${key}) AS UTINYINT) AS nr,
       CAST(row_number() OVER (PARTITION BY ${key} ORDER BY ${order}) AS UINTEGER) AS nth
     FROM published WHERE ${key} IN (${list})`,
  );
}

/** Of the batch the rows of the key at a place, in the order of its file. */
const heldRows = (columns: readonly string[], at: number): string =>
  `SELECT ${quoted(columns)} FROM held.batch WHERE nr = ${at + 1} ORDER BY nth`;

interface Job {
  path: string;
  sql: string;
  options: string;
}

/** Writes files on every connection at once: each is written by one thread. */
async function writeAll(
  connections: Connections,
  out: string,
  jobs: readonly Job[],
  mark: string | null,
): Promise<void> {
  for (const folder of new Set(jobs.map(({ path }) => dirname(join(out, path)))))
    await mkdir(folder, { recursive: true });
  const metadata = mark === null ? '' : `, KV_METADATA {uwaga: ${literal(mark)}}`;
  const waiting = [...jobs];
  const work = async (connection: DuckDBConnection): Promise<void> => {
    for (let job = waiting.shift(); job; job = waiting.shift())
      await connection.run(
        `COPY (${job.sql}) TO ${literal(join(out, job.path))} (${job.options}${metadata})`,
      );
  };
  await Promise.all(connections.map(work));
}

/**
 * Writes both partitions, each file in a fixed order: the same data give the same bytes.
 * The unit partition part by part of the country, then the indicator partition from what was kept of it.
 * @param mark text that every file carries in its metadata; `null` for none
 */
export async function writePartitions(
  connections: Connections,
  out: string,
  { sources }: Catalogue,
  mark: string | null,
): Promise<{ files: WrittenFile[]; sources: PublishedSources }> {
  const [connection] = connections;
  await connection.run(`ATTACH ':memory:' AS held`);
  await connection.run('CREATE TABLE source (id VARCHAR, source_year INTEGER)');
  const appender = await connection.createAppender('source');
  for (const { id, year } of sources.values()) {
    appender.appendVarchar(id);
    if (year === null) appender.appendNull();
    else appender.appendInteger(year);
    appender.endRow();
  }
  appender.closeSync();

  const units = await writeUnits(connections, out, mark);
  const index = await sourcesOf(connection);
  return { files: [...units, ...(await writeIndicators(connections, out, mark, index))], sources: index };
}

/** What each source holds: `published` by source. Values computed here have no place in a source. */
async function sourcesOf(connection: DuckDBConnection): Promise<PublishedSources> {
  const from = `FROM published WHERE place <> '' GROUP BY source`;
  const counts = await rowsOf<Omit<PublishedSources[string], 'parts'> & { source: string }>(
    connection,
    `SELECT source, count(*) AS rows, count(value) AS "values",
       count(value) FILTER (confidence < ${CONFIDENT}) AS doubtful, count(*) FILTER (missing = 'unreadable') AS unreadable,
       CASE WHEN count(DISTINCT teryt) <= count(DISTINCT indicator) THEN 'unit' ELSE 'indicator' END AS "by"
     ${from} ORDER BY source`,
  );
  const sources: PublishedSources = Object.fromEntries(
    counts.map(({ source, ...own }) => [source, { ...own, parts: [] }]),
  );
  for (const [by, key] of [
    ['unit', 'teryt'],
    ['indicator', 'indicator'],
  ] as const) {
    const parts = await rowsOf<{ source: string; key: string; rows: number }>(
      connection,
      `SELECT source, ${key} AS key, count(*) AS rows ${from}, ${key} ORDER BY source, key`,
    );
    for (const { source, key, rows } of parts)
      if (sources[source]?.by === by) sources[source].parts.push([key, rows]);
  }
  return sources;
}

/** The unit partition, part by part of the country; what is published is kept in the table `published`. */
async function writeUnits(
  connections: Connections,
  out: string,
  mark: string | null,
): Promise<WrittenFile[]> {
  const [connection] = connections;
  const written: WrittenFile[] = [];
  const own = VALUE_FILE_COLUMNS.filter((name) => name !== 'teryt');
  for (const [i, part] of (await partsOf(connection)).entries()) {
    await connection.run(`${i === 0 ? 'CREATE TABLE published AS' : 'INSERT INTO published'} ${PART(part)}`);
    const units = await rowsOf<{ teryt: string; rows: number }>(
      connection,
      `SELECT teryt, count(*) AS rows FROM published WHERE ${inPart(part)} GROUP BY teryt ORDER BY teryt`,
    );
    for (const some of groupsOf(units, UNITS_AT_ONCE)) {
      await holdBatch(
        connection,
        [...VALUE_FILE_COLUMNS, ...ADDRESS_FILE_COLUMNS],
        'teryt',
        some.map(({ teryt }) => teryt),
        IN_UNIT,
      );
      const jobs = some.flatMap(({ teryt, rows }, at): Job[] => {
        const values = valuesPath({ by: 'unit', teryt });
        const addresses = addressesPath({ by: 'unit', teryt });
        written.push({ path: values, rows }, { path: addresses, rows });
        return [
          { path: values, sql: heldRows(own, at), options: OF_UNIT },
          { path: addresses, sql: heldRows(ADDRESS_FILE_COLUMNS, at), options: OF_ADDRESSES },
        ];
      });
      await writeAll(connections, out, jobs, mark);
    }
  }
  return written;
}

/** The indicator partition, from `published`. */
async function writeIndicators(
  connections: Connections,
  out: string,
  mark: string | null,
  sources: PublishedSources,
): Promise<WrittenFile[]> {
  const [connection] = connections;
  const written: WrittenFile[] = [];
  const indicators = await rowsOf<{ indicator: string; rows: number; whole: boolean }>(
    connection,
    `SELECT indicator, count(*) AS rows, count(*) FILTER (value = floor(value)) * 2 >= count(value) AS whole
     FROM published GROUP BY indicator ORDER BY indicator`,
  );
  const own = VALUE_FILE_COLUMNS.filter((name) => name !== 'indicator');
  const withAddresses = new Set(
    Object.values(sources).flatMap(({ by, parts }) => (by === 'indicator' ? parts.map(([key]) => key) : [])),
  );
  for (const some of groupsOf(indicators, INDICATORS_AT_ONCE)) {
    const addressed = some.some(({ indicator }) => withAddresses.has(indicator));
    await holdBatch(
      connection,
      [...VALUE_FILE_COLUMNS, ...(addressed ? ADDRESS_FILE_COLUMNS : [])],
      'indicator',
      some.map(({ indicator }) => indicator),
      IN_INDICATOR,
    );
    const jobs = some.flatMap(({ indicator, rows, whole }, at): Job[] => {
      const partition = { by: 'indicator', indicator } as const;
      const options = whole ? OF_WHOLE_NUMBERS : OF_DECIMALS;
      const files = [{ path: valuesPath(partition), sql: heldRows(own, at), options }];
      if (withAddresses.has(indicator))
        files.push({
          path: addressesPath(partition),
          sql: heldRows(ADDRESS_FILE_COLUMNS, at),
          options: OF_ADDRESSES,
        });
      for (const { path } of files) written.push({ path, rows });
      return files;
    });
    await writeAll(connections, out, jobs, mark);
  }
  return written;
}
