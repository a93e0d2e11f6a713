import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { writeObservations, type Catalogue } from '../../src/lib/catalogue';
import {
  CONFIDENT,
  findingSchema,
  isDocument,
  OBSERVATION_COLUMNS,
  type Finding,
  type Observation,
} from '../../src/lib/domain';
import { doubter } from '../../src/lib/extract';
import { checkReports } from '../../src/lib/report/checks';
import { checkAreas } from '../../src/lib/report/checks/area';
import { DERIVED_FROM, derive } from '../../src/lib/report/harmonise/derive';
import { groupsOf, literal, rowsOf } from '../duckdb';
import { insertFiles } from './stage';

/** Gminy whose reports are held in memory at once. */
const GMINY_AT_ONCE = 200;

const COLUMNS = OBSERVATION_COLUMNS.map((name) => `"${name}"`).join(', ');

/** Observations of a condition, in an order that does not depend on how they were staged: that of their files. */
const observations = (connection: DuckDBConnection, where: string): Promise<Observation[]> =>
  rowsOf(
    connection,
    `SELECT ${COLUMNS} FROM observation WHERE ${where} ORDER BY source, indicator, breakdown, teryt, "year", kind, section, lpad("row", 3, '0'), "column", "table", line`,
  );

/** Condition; of no source nothing is, and none is called ''. */
const sourcesIn = (ids: readonly string[]): string => `source IN (${['', ...ids].map(literal).join(', ')})`;

/** Two digits that the areas of a part of the country begin with, the country itself among them: `00`. */
export async function partsOf(connection: DuckDBConnection): Promise<string[]> {
  const parts = await rowsOf<{ part: string }>(
    connection,
    'SELECT DISTINCT substr(teryt, 1, 2) AS part FROM observation ORDER BY part',
  );
  return parts.map(({ part }) => part);
}

/** Condition: the areas of a part, as a range, for which the engine need not look at the others. */
export const inPart = (part: string): string =>
  `teryt BETWEEN ${literal(part)} AND ${literal(`${part}9999`)}`;

/** Adds what is computed from observations. Everything a derivation needs lies in one województwo. */
export async function addDerived(
  connection: DuckDBConnection,
  folder: string,
  catalogue: Catalogue,
): Promise<void> {
  const { units, chapters } = catalogue;
  const dzialOf = new Map([...chapters].map(([key, { dzial }]) => [key, dzial]));
  const existsIn = (teryt: string, year: number): boolean => {
    const { since, until } = units.require(teryt);
    return (since === null || year >= since) && (until === null || year <= until);
  };
  const files: string[] = [];
  for (const part of await partsOf(connection)) {
    const inputs = await observations(
      connection,
      `${inPart(part)} AND indicator IN (${DERIVED_FROM.map(literal).join(', ')})`,
    );
    const derived = derive(inputs, dzialOf, {
      gminyOf: (teryt, year) => units.gminyOf(teryt).filter((gmina) => existsIn(gmina, year)),
    });
    const file = join(folder, `derived-${part}.csv`);
    await writeFile(file, writeObservations(derived));
    files.push(file);
  }
  await insertFiles(connection, files);
}

/** Everything that contradicts, by the rules over collections and over reports, in a fixed order. */
export async function findingsOf(connection: DuckDBConnection, catalogue: Catalogue): Promise<Finding[]> {
  const sources = [...catalogue.sources.values()];
  const collections = sources.filter(({ type }) => type === 'obserwatorium').map(({ id }) => id);
  const found = checkAreas(await observations(connection, sourcesIn(collections)), catalogue);
  const documents = sources.filter(isDocument);
  const gminy = [...new Set(documents.map(({ teryt }) => teryt))].sort();
  for (const some of groupsOf(gminy, GMINY_AT_ONCE)) {
    const ids = documents.filter(({ teryt }) => some.includes(teryt)).map(({ id }) => id);
    found.push(...checkReports(await observations(connection, sourcesIn(ids)), catalogue));
  }
  const keyed = found.map((finding) => ({
    finding: findingSchema.parse(finding),
    key: [finding.source, finding.rule, finding.teryt, finding.year, finding.message].join('|'),
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ finding }) => finding);
}

/** The table `doubt`: what speaks against an observation, in words, by its row. Only rows that anything may speak against are looked at. */
export async function addDoubts(
  connection: DuckDBConnection,
  catalogue: Catalogue,
  findings: readonly Finding[],
): Promise<void> {
  const doubts = catalogue.doubts.map(({ value }) => value);
  const named = new Set([...findings, ...doubts].map(({ source }) => source));
  const candidates = await rowsOf<Observation & { id: number }>(
    connection,
    `SELECT rowid AS id, ${COLUMNS} FROM observation
     WHERE (confidence < ${CONFIDENT} AND missing IS NULL) OR ${sourcesIn([...named])}`,
  );
  await connection.run('CREATE TABLE doubt (id BIGINT, doubt VARCHAR)');
  const doubtOf = doubter({ findings, doubts });
  const appender = await connection.createAppender('doubt');
  for (const { id, ...row } of candidates) {
    const text = doubtOf(row);
    if (text === null) continue;
    appender.appendBigInt(BigInt(id));
    appender.appendVarchar(text);
    appender.endRow();
  }
  appender.closeSync();
}
