import { existsSync } from 'node:fs';
import { open, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import {
  applyCorrections,
  DataError,
  readObservations,
  refuse,
  writeObservations,
  type Catalogue,
  type Problem,
} from '../../src/lib/catalogue';
import {
  anchorOf,
  LARGEST,
  levelOf,
  mayBeNegative,
  observationSchema,
  OBSERVATION_COLUMNS,
  placeOf,
  type Observation,
} from '../../src/lib/domain';
import { matches } from '../../src/lib/extract';
import { rivalsOf } from '../../src/lib/report/checks/corrections';
import { literal, rowsOf } from '../duckdb';
import { type ReadObservation, textOf } from '../read-data';

const TYPES: Readonly<Partial<Record<keyof Observation, string>>> = {
  year: 'SMALLINT',
  value: 'DOUBLE',
  page: 'INTEGER',
  line: 'INTEGER',
  confidence: 'DOUBLE',
};
const WHOLE: readonly (keyof Observation)[] = ['year', 'page', 'line'];
/** An empty cell is a missing number or reason; in every other column it is the empty text. */
const TEXTS = OBSERVATION_COLUMNS.filter((name) => name !== 'missing' && TYPES[name] === undefined);

/** Adds CSV files of observations to the table `observation`. */
export async function insertFiles(connection: DuckDBConnection, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const columns = OBSERVATION_COLUMNS.map(
    (name) => `'${name}': '${WHOLE.includes(name) ? 'DOUBLE' : (TYPES[name] ?? 'VARCHAR')}'`,
  ).join(', ');
  // The engine rounds 1.5 to 2 without a word: what is not whole becomes a number that no check lets through.
  const selected = [
    ...OBSERVATION_COLUMNS.map((name) =>
      WHOLE.includes(name)
        ? `CASE WHEN "${name}" <> floor("${name}") THEN -1 ELSE "${name}" END`
        : `"${name}"`,
    ),
    'file',
  ].join(', ');
  await connection.run(
    `INSERT INTO observation SELECT ${selected} FROM read_csv([${files.map(literal).join(', ')}], columns = {${columns}},
       auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
       force_not_null = [${TEXTS.map(literal).join(', ')}], strict_mode = true, filename = 'file')`,
  );
}

/** Files of observations, and one source a file. */
export interface Staged {
  catalogue: Catalogue;
  /** Source → path of its file as it was written by a person. */
  files: ReadonlyMap<string, string>;
}

async function filesOf(data: string): Promise<Map<string, string>> {
  const folder = join(data, 'observations');
  if (!existsSync(folder)) return new Map();
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
  return new Map(names.map((name) => [name.slice(0, -'.csv'.length), join(folder, name)]));
}

/** Rows of some sources with their lines. Problems are added to `problems`. */
async function readRows(
  { catalogue, files }: Staged,
  sources: Iterable<string>,
  problems: Problem[],
): Promise<ReadObservation[]> {
  const rows: ReadObservation[] = [];
  for (const source of sources) {
    const path = files.get(source);
    if (path === undefined) continue;
    const file = `data/observations/${source}.csv`;
    for (const row of readObservations(file, await textOf(path, file), catalogue, problems))
      rows.push({ file, ...row });
  }
  return rows;
}

/** Files as they are to be staged: those of sources with decided corrections are written anew with the corrections in them. */
async function correctedFiles(staged: Staged, folder: string): Promise<string[]> {
  const { catalogue, files } = staged;
  const sources = new Set(catalogue.corrections.map(({ value }) => value.source));
  const problems: Problem[] = [];
  const rows = applyCorrections(await readRows(staged, sources, problems), catalogue.corrections, problems);
  refuse(problems);
  refuseRivals(catalogue, rows);
  const paths = new Map(files);
  for (const source of sources) {
    const own = rows.filter(({ value }) => value.source === source);
    const path = join(folder, `${source}.csv`);
    await writeFile(path, writeObservations(own.map(({ value }) => value)));
    paths.set(source, path);
  }
  return [...paths.values()];
}

/** A correction is applied only where no other change of one digit closes the same rules. @throws DataError with the rivals */
function refuseRivals(catalogue: Catalogue, rows: readonly ReadObservation[]): void {
  const problems: Problem[] = [];
  for (const { file, line, value: correction } of catalogue.corrections) {
    if (correction.status !== 'applied') continue;
    const own = rows.map(({ value }) => value).filter(({ source }) => source === correction.source);
    const rivals = rivalsOf(correction, own, catalogue);
    if (!rivals?.length) continue;
    const named = rivals.map(({ anchor, from, to }) => `${anchor} ${from} → ${to}`).join(', ');
    problems.push({ file, line, message: `"${correction.cell}" has rivals (${named}): set it to proposed` });
  }
  refuse(problems);
}

/** Sources whose file has other columns: the engine is told what they are and does not look. */
async function otherColumns(files: ReadonlyMap<string, string>): Promise<Set<string>> {
  const header = Buffer.from(`${OBSERVATION_COLUMNS.join(',')}\n`);
  const other = new Set<string>();
  for (const [source, path] of files) {
    const handle = await open(path);
    const { buffer } = await handle.read(Buffer.alloc(header.length), 0, header.length, 0);
    const { size } = await handle.stat();
    await handle.close();
    // A file that is empty, or all header, would be published as nothing.
    if (!buffer.equals(header) || size <= header.length) other.add(source);
  }
  return other;
}

/** Sources of which something does not fit, found by what they say and not row by row. */
async function suspects(connection: DuckDBConnection, catalogue: Catalogue): Promise<Set<string>> {
  const { indicators, units, chapters, sources } = catalogue;
  const { shape } = observationSchema;
  const bad = new Set<string>();
  /** Asks for the distinct values of some columns; only where one does not fit, for the files that have it. */
  const ask = async <Row>(columns: string, fits: (row: Row) => boolean): Promise<void> => {
    const distinct = await rowsOf<Row>(connection, `SELECT DISTINCT ${columns} FROM observation`);
    if (distinct.every(fits)) return;
    const found = await rowsOf<Row & { file: string }>(
      connection,
      `SELECT DISTINCT ${columns}, file FROM observation`,
    );
    for (const row of found) if (!fits(row)) bad.add(basename(row.file, '.csv'));
  };
  await ask<{ teryt: string; level: string }>(
    'teryt, level',
    ({ teryt, level }) => /^\d+$/.test(teryt) && units.has(teryt) && levelOf(teryt) === level,
  );
  await ask<{ indicator: string; unit: string }>(
    'indicator, unit',
    ({ indicator, unit }) => indicators.get(indicator)?.unit === unit,
  );
  await ask<{ indicator: string; unit: string; negative: boolean; large: boolean }>(
    `indicator, unit, coalesce(value < 0, false) AS negative, coalesce(abs(value) > ${LARGEST}, false) AS large`,
    (row) => !row.large && (!row.negative || mayBeNegative(row)),
  );
  await ask<{ breakdown: string }>('breakdown', ({ breakdown }) => {
    const chapter = /(?:^|;)rozdzial=([^;]+)/.exec(breakdown)?.[1];
    return shape.breakdown.safeParse(breakdown).success && (chapter === undefined || chapters.has(chapter));
  });
  await ask<{ missing: string | null; kind: string; year: number; valued: boolean }>(
    'missing, kind, year, value IS NOT NULL AND isfinite(value) AS valued',
    ({ missing, kind, year, valued }) =>
      shape.missing.safeParse(missing).success &&
      shape.kind.safeParse(kind).success &&
      shape.year.safeParse(year).success &&
      valued === (missing === null),
  );
  await ask<{ source: string; named: boolean }>(
    'source, parse_filename(file, true) = source AS named',
    ({ source, named }) => named && sources.has(source),
  );
  await ask<{ fits: boolean }>(
    'coalesce(confidence BETWEEN 0 AND 1 AND coalesce(page > 0, true) AND coalesce(line > 0, true), false) AS fits',
    ({ fits }) => fits,
  );
  return bad;
}

/** Anchors are ids of the source's page: two observations may not share one. */
function sharedPlaces(rows: readonly ReadObservation[], problems: Problem[]): void {
  const places = new Map<string, ReadObservation>();
  for (const row of rows) {
    const anchor = anchorOf(row.value);
    const key = `${row.value.source}#${anchor}`;
    const first = places.get(key);
    if (first)
      problems.push({
        file: row.file,
        line: row.line,
        message: `the same place as ${first.file}:${first.line} ("${anchor}")`,
      });
    else places.set(key, row);
  }
}

/** Reads some sources row by row and says file and line of everything wrong in them. @throws DataError */
async function explain(staged: Staged, sources: Iterable<string>): Promise<void> {
  const problems: Problem[] = [];
  for (const source of sources) sharedPlaces(await readRows(staged, [source], problems), problems);
  refuse(problems);
}

/** `place` says where each observation stands; see `placeOf`. */
async function addPlaces(connection: DuckDBConnection): Promise<void> {
  const cells = await rowsOf<Parameters<typeof placeOf>[0]>(
    connection,
    'SELECT DISTINCT section, "row", "column", "table" FROM observation',
  );
  await connection.run(
    'CREATE TABLE place (section VARCHAR, "row" VARCHAR, "column" VARCHAR, "table" VARCHAR, place VARCHAR)',
  );
  const appender = await connection.createAppender('place');
  for (const cell of cells) {
    for (const text of [cell.section, cell.row, cell.column, cell.table, placeOf(cell)])
      appender.appendVarchar(text);
    appender.endRow();
  }
  appender.closeSync();
}

/** A breakdown as `anchorAt` has it. */
export const BREAKDOWN_SLUG = `CASE WHEN breakdown = '' THEN '' ELSE rtrim(regexp_replace(breakdown, '[^a-z0-9]+', '-', 'g'), '-') END`;

/** Sources in which two observations have one anchor (see `anchorAt`): in a table it is told by what the value is. */
async function doubles(connection: DuckDBConnection): Promise<string[]> {
  const found = await rowsOf<{ source: string }>(
    connection,
    `SELECT DISTINCT source FROM (
       SELECT any_value(source) AS source FROM observation JOIN place USING (section, "row", "column", "table")
       GROUP BY hash(source, place, CASE WHEN suffix(place, '*') THEN hash(indicator, teryt, "year", ${BREAKDOWN_SLUG}, kind) END)
       HAVING count(*) > 1)`,
  );
  return found.map(({ source }) => source);
}

/**
 * Every observation of a data folder in the table `observation`, checked, with the decided corrections in it, and the
 * table `place`. The engine finds which files do not fit; those are read again row by row to say what is wrong where.
 * @throws DataError with file and line of everything wrong in the data
 */
export async function stage(
  connection: DuckDBConnection,
  folder: string,
  data: string,
  catalogue: Catalogue,
): Promise<void> {
  const staged: Staged = { catalogue, files: await filesOf(data) };
  const headless = await otherColumns(staged.files);
  if (headless.size > 0) await explain(staged, headless);
  const files = await correctedFiles(staged, folder);
  const columns = OBSERVATION_COLUMNS.map((name) => `"${name}" ${TYPES[name] ?? 'VARCHAR'}`).join(', ');
  await connection.run(`CREATE TABLE observation (${columns}, file VARCHAR)`);
  try {
    await insertFiles(connection, files);
  } catch (cause) {
    // Not even the columns or the numbers are what they should be.
    await explain(staged, staged.files.keys());
    throw cause;
  }
  const bad = await suspects(connection, catalogue);
  await addPlaces(connection);
  for (const source of await doubles(connection)) bad.add(source);
  if (bad.size > 0) {
    await explain(staged, bad);
    throw new Error(`the engine and the reader do not agree on ${[...bad].slice(0, 5).join(', ')}`);
  }
  await checkDoubts(connection, catalogue);
}

/** A doubt nobody needs is a stale one. */
async function checkDoubts(connection: DuckDBConnection, { doubts }: Catalogue): Promise<void> {
  const sources = [...new Set(doubts.map(({ value }) => literal(value.source)))];
  if (sources.length === 0) return;
  const rows = await rowsOf<Observation>(
    connection,
    `SELECT source, teryt, indicator, "year" FROM observation WHERE source IN (${sources.join(', ')})`,
  );
  const stale = doubts.filter(({ value }) => !rows.some((row) => matches(value, row)));
  if (stale.length > 0)
    throw new DataError(
      stale.map(({ line }) => ({
        file: 'data/doubts.csv',
        line,
        message: 'matches no observation: remove it',
      })),
    );
}
