import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { stringify } from 'yaml';
import { literal, rowsOf, withDuckDB } from '../../../scripts/duckdb';
import { readCatalogue } from '../../../scripts/read-data';
import { writeCsv, type Catalogue } from '../../../src/lib/catalogue';
import { SOURCE_COLUMNS } from '../../../src/lib/catalogue/entries';
import { KRAJ, OBSERVATION_COLUMNS, type Break } from '../../../src/lib/domain';
import { madeUpIndicators, realIndicators } from './indicators';

/** What is generated: the gminy whose code begins so. */
export const SIZES = { powiat: '0608', wojewodztwo: '06', kraj: '' } as const;
export type Size = keyof typeof SIZES;

const YEARS = { first: 2009, last: 2024 } as const;
/** Chapters with amounts of their own. */
const CHAPTERS = ['85202', '85214', '85216', '85219', '85228', '85230', '85295', '85395', '85501', '85502'];
/** One indicator in so many has values of the areas above the gmina. */
const PARENTS_EVERY = 3;
/** One indicator in so many has a forecast, one a break. */
const FORECAST_EVERY = 4;
const BREAK_EVERY = 20;
const BREAK_YEAR = 2017;

const SEED = 20_261_125;
/** Uniform in [0, 1): the same for the same parts. */
const u = (...parts: string[]): string =>
  `(hash(${[...parts, String(SEED)].join(', ')}) / 18446744073709551616.0)`;

/** Indicators whose size the pages and the derivations rest on, as a share of the population. */
const KNOWN_SHARES: Readonly<Record<string, number>> = {
  ludnosc: 1,
  'obs-ludnosc': 1,
  'gus-ludnosc': 1,
  'pracownicy-socjalni': 1 / 2100,
  'rodziny-z-praca-socjalna': 0.02,
  'osoby-ze-swiadczeniem': 0.045,
  'rodziny-ze-swiadczeniem': 0.025,
  'wydatki-ogolem': 2600,
};

/** Share of the population (counts), złoty an inhabitant (amounts) or the value itself (rates). */
const MAGNITUDE = `CASE unit
  WHEN 'zl' THEN 5 + 300 * pow(${u('id', "'size'")}, 3)
  WHEN '%' THEN 1 + 25 * ${u('id', "'size'")}
  WHEN 'zl-na-mieszkanca' THEN 100 + 900 * ${u('id', "'size'")}
  WHEN 'miejsca' THEN 0.0005 + 0.004 * ${u('id', "'size'")}
  WHEN 'os-na-km2' THEN 120 WHEN 'km2' THEN 120 WHEN 'm2' THEN 60 WHEN 'punkty' THEN 5
  WHEN 'na-1000' THEN 2 + 40 * ${u('id', "'size'")} WHEN 'na-10000' THEN 2 + 40 * ${u('id', "'size'")}
  ELSE 0.0002 + 0.05 * pow(${u('id', "'size'")}, 3) END`;
const COUNTED = `unit IN ('osoby', 'rodziny', 'gospodarstwa', 'zl', 'miejsca', 'sztuki', 'swiadczenia', 'liczba')`;

async function stageUnits(connection: DuckDBConnection, data: string, within: string): Promise<void> {
  const register = literal(join(data, 'units', 'gminy.csv'));
  await connection.run(`CREATE TABLE unit AS
    SELECT teryt, CAST(2009 + CASE WHEN ${u('teryt', "'late'")} < 0.06 THEN floor(6 * ${u('teryt', "'since'")}) ELSE 0 END AS INTEGER) AS since,
      CASE type_2026 WHEN '1' THEN 9000 WHEN '2' THEN 4200 ELSE 8000 END * exp(1.3 * ${u('teryt', "'people'")})
        * CASE WHEN substr(teryt, 3, 2) >= '61' THEN 9 ELSE 1 END AS people
    FROM read_csv(${register}, all_varchar = true) WHERE until IS NULL AND starts_with(teryt, ${literal(within)})`);
}

async function stageIndicators(connection: DuckDBConnection, catalogue: Catalogue): Promise<void> {
  const rows = [...realIndicators(catalogue), ...madeUpIndicators(catalogue)].flatMap(
    ({ id, unit, decimals }, number) =>
      (id === 'wydatki-rozdzial' ? CHAPTERS.map((key) => `rozdzial=${key}`) : ['']).map((breakdown) =>
        [literal(id), literal(breakdown), literal(unit), decimals, number, KNOWN_SHARES[id] ?? 'NULL'].join(
          ', ',
        ),
      ),
  );
  await connection.run(`CREATE TABLE indicator AS SELECT *, coalesce(share, ${MAGNITUDE}) AS magnitude, ${COUNTED} AS counted
    FROM (VALUES (${rows.join('), (')})) AS listed (id, breakdown, unit, decimals, number, share)`);
}

/** Values of the gminy of one województwo: a level of their own, a slow drift, a small yearly change, gaps with reasons. */
const gminyOf = (wojewodztwo: string): string => `
  WITH cell AS (
    SELECT teryt, id, breakdown, unit, decimals, number, counted, year, year > ${YEARS.last} AS ahead,
      ${u('teryt', 'id', 'breakdown', 'year', "'gap'")} AS gap,
      magnitude * (CASE WHEN counted THEN people ELSE 1 END)
        * (CASE WHEN share = 1 THEN 1 WHEN share IS NOT NULL THEN 0.7 + 0.6 * ${u('teryt', 'id', 'breakdown')} ELSE 0.5 + ${u('teryt', 'id', 'breakdown')} END)
        * (1 + 0.03 * (${u('id', "'drift'")} - 0.5) * (year - ${YEARS.first}))
        * (1 + (CASE WHEN share = 1 THEN 0.004 ELSE 0.06 END) * (${u('teryt', 'id', 'breakdown', 'year')} - 0.5))
        * (CASE WHEN number % ${BREAK_EVERY} = 7 AND year >= ${BREAK_YEAR} THEN 1.35 ELSE 1 END) AS size
    FROM unit, indicator, generate_series(${YEARS.first}, ${YEARS.last + 1}) AS years (year)
    WHERE starts_with(teryt, ${literal(wojewodztwo)}) AND year >= since
      AND (year <= ${YEARS.last} OR number % ${FORECAST_EVERY} = 1)
  )
  SELECT teryt, 'gmina' AS level, year, id AS indicator, breakdown, unit, counted,
    CASE WHEN gap < 0.02 AND share_free THEN NULL
      WHEN unit = 'tak-nie' THEN CAST(size > 0.025 AS INTEGER)
      WHEN unit = '%' THEN round(least(size, 100), decimals)
      ELSE greatest(round(size, decimals), CASE WHEN share_free THEN 0 ELSE 1 END) END AS value,
    CASE WHEN gap < 0.02 AND share_free THEN CASE WHEN gap < 0.015 THEN 'not-reported' ELSE 'no-information' END END AS missing,
    decimals, CASE WHEN ahead THEN 'forecast' ELSE 'reported' END AS kind, 'zmyslone-' || teryt AS source, number
  FROM (SELECT cell.*, cell.id NOT IN (${Object.keys(KNOWN_SHARES).map(literal).join(', ')}) AS share_free FROM cell)`;

/** Values of the areas above: the plain mean of their gminy, or their sum or mean as published by another source. */
const PARENTS = `
  SELECT parent AS teryt, CASE length(parent) WHEN 4 THEN 'powiat' ELSE CASE parent WHEN '${KRAJ}' THEN 'kraj' ELSE 'wojewodztwo' END END AS level,
    year, indicator, breakdown, unit,
    CASE WHEN number % 2 = 0 OR NOT counted THEN round(sum(total) / sum(n), 2) ELSE round(sum(total), 2) END AS value, NULL AS missing,
    CASE WHEN number % 2 = 0 THEN 'plain-mean' ELSE 'area-published' END AS kind,
    CASE parent WHEN '${KRAJ}' THEN 'zmyslone-kraj' ELSE 'zmyslone-woj-' || substr(parent, 1, 2) END AS source, number
  FROM (
    SELECT *, substr(powiat, 1, 4) AS parent FROM sums UNION ALL
    SELECT *, substr(powiat, 1, 2) AS parent FROM sums UNION ALL
    SELECT *, '${KRAJ}' AS parent FROM sums)
  GROUP BY parent, year, indicator, breakdown, unit, counted, number HAVING sum(n) > 0`;

/** Whole numbers without a point. */
const PRINTED = `CASE WHEN value = floor(value) THEN CAST(CAST(value AS BIGINT) AS VARCHAR) ELSE CAST(value AS VARCHAR) END`;

/** An observation's columns; the line is the number's own in its file, as in a register. */
const observationsOf = (from: string): string => `
  SELECT teryt, level, year, indicator, nullif(breakdown, '') AS breakdown, ${PRINTED} AS value, missing, unit, kind, source,
    NULL AS section, NULL AS "row", NULL AS "column", 'zmyslone' AS "table", NULL AS page, row_number() OVER (PARTITION BY source ORDER BY indicator, breakdown, teryt, year, kind) + 1 AS line,
    replace(${PRINTED}, '.', ',') AS raw, 1 AS confidence, NULL AS note
  FROM ${from}`;

async function writeSources(
  connection: DuckDBConnection,
  table: string,
  folder: string,
): Promise<{ id: string; rows: number }[]> {
  const sources = await rowsOf<{ id: string; rows: number }>(
    connection,
    `SELECT source AS id, count(*) AS rows FROM ${table} GROUP BY source ORDER BY source`,
  );
  const columns = OBSERVATION_COLUMNS.map((name) => `"${name}"`).join(', ');
  for (const { id } of sources)
    await connection.run(
      `COPY (SELECT ${columns} FROM ${table} WHERE source = ${literal(id)} ORDER BY line) TO ${literal(join(folder, `${id}.csv`))} (HEADER, DELIMITER ',')`,
    );
  return sources;
}

function sourceLine(id: string, catalogue: Catalogue): unknown[] {
  const code = /\d+$/.exec(id)?.[0] ?? '';
  const title = `Dane zmyślone do pomiarów: ${code === '' ? 'Polska' : catalogue.units.fullName(code)}`;
  const note = 'Wartości wylosowane, tylko do pomiarów szybkości i testów.';
  return [id, 'zmyslone', title, 'Gminoskop', code.length === 6 ? code : '', '', '', '', 'dane', note];
}

async function writeCatalogue(data: string, catalogue: Catalogue): Promise<void> {
  const indicators = [...realIndicators(catalogue), ...madeUpIndicators(catalogue)];
  const breaks = indicators.flatMap(({ id }, number): Break[] =>
    number % BREAK_EVERY === 7
      ? [
          {
            indicator: id,
            year: BREAK_YEAR,
            label: 'zmyślone',
            reason: 'Zmyślona zmiana zasad, do pomiarów.',
            effect: 'break',
          },
        ]
      : [],
  );
  const folder = join(data, 'catalogue');
  await writeFile(join(folder, 'indicators-zmyslone.yaml'), stringify(madeUpIndicators(catalogue)));
  await writeFile(join(folder, 'breaks-zmyslone.yaml'), stringify(breaks));
}

/**
 * Writes a whole data folder of made-up values: the catalogue and the units of `from`, and a source a gmina with every
 * indicator and year. The same call gives the same bytes.
 * @returns how many observations and sources were written
 */
export async function generate(
  size: Size,
  from: string,
  data: string,
  say: (line: string) => void = () => undefined,
): Promise<{ observations: number; sources: number; gminy: number }> {
  await rm(data, { recursive: true, force: true });
  const observations = join(data, 'observations');
  await mkdir(observations, { recursive: true });
  for (const folder of ['catalogue', 'units'])
    await cp(join(from, folder), join(data, folder), { recursive: true });
  const catalogue = await readCatalogue(from);
  await writeCatalogue(data, catalogue);
  return withDuckDB(async ({ connection }) => {
    await stageUnits(connection, data, SIZES[size]);
    await stageIndicators(connection, catalogue);
    await connection.run(
      `CREATE TABLE sums (powiat VARCHAR, year BIGINT, indicator VARCHAR, breakdown VARCHAR, unit VARCHAR, counted BOOLEAN, number INTEGER, total DOUBLE, n BIGINT)`,
    );
    const codes = await rowsOf<{ code: string; gminy: number }>(
      connection,
      `SELECT substr(teryt, 1, 2) AS code, count(*) AS gminy FROM unit GROUP BY code ORDER BY code`,
    );
    const sources: { id: string; rows: number }[] = [];
    for (const { code, gminy } of codes) {
      await connection.run(`CREATE OR REPLACE TABLE own AS ${gminyOf(code)}`);
      await connection.run(`CREATE OR REPLACE TABLE numbered AS ${observationsOf('own')}`);
      await connection.run(`INSERT INTO sums SELECT substr(teryt, 1, 4), year, indicator, breakdown, unit, counted, number, sum(value), count(value)
        FROM own WHERE kind = 'reported' AND number % ${PARENTS_EVERY} = 0 GROUP BY ALL`);
      sources.push(...(await writeSources(connection, 'numbered', observations)));
      say(`${catalogue.units.name(code)}: ${gminy} gmin`);
    }
    await connection.run(`CREATE OR REPLACE TABLE numbered AS ${observationsOf(`(${PARENTS})`)}`);
    sources.push(...(await writeSources(connection, 'numbered', observations)));
    await writeFile(
      join(data, 'sources.csv'),
      writeCsv(
        SOURCE_COLUMNS,
        sources.map(({ id }) => sourceLine(id, catalogue)),
      ),
    );
    return {
      observations: sources.reduce((sum, source) => sum + source.rows, 0),
      sources: sources.length,
      gminy: codes.reduce((sum, { gminy }) => sum + gminy, 0),
    };
  });
}
