import { KRAJ, type Level } from '../domain';
import { cellsToArrow, type PublicCatalogue } from '../extract';
import { identifier, type Connection } from './connection';
import type { Engine } from './engine';
import { SCHEMA, VALUES_VIEW } from './schema';

type Cell = string | number | boolean | null;

const LEVELS: readonly Level[] = ['wojewodztwo', 'powiat', 'gmina'];

function rowsOf(name: string, { units, indicators, sources }: PublicCatalogue): Cell[][] {
  switch (name) {
    case 'jednostki':
      return [
        [KRAJ, 'kraj', 'Polska', null, null, null],
        ...LEVELS.flatMap((level) => units.all(level)).map(({ teryt, level, name }): Cell[] => [
          teryt,
          level,
          name,
          level === 'gmina' ? (units.typeOf(teryt) ?? null) : null,
          level === 'gmina' ? units.name(teryt.slice(0, 4)) : null,
          units.name(teryt.slice(0, 2)),
        ]),
      ];
    case 'wskazniki':
      return [...indicators.values()].map((one) => [
        one.id,
        one.name,
        one.unit,
        one.definition,
        one.caveat ?? null,
        one.theme,
        one.origin,
        one.level,
        one.headline,
      ]);
    case 'zrodla':
      return [...sources.values()].map(({ id, type, title, publisher, teryt, year, url }) => [
        id,
        type,
        title,
        publisher,
        teryt,
        year,
        url,
      ]);
    default:
      return [];
  }
}

/** Makes the tables of `SCHEMA` that describe the values, in an engine that has none yet. */
export async function layOutTables(connection: Connection, catalogue: PublicCatalogue): Promise<void> {
  for (const { name, columns } of SCHEMA)
    if (name !== VALUES_VIEW)
      await connection.insertArrow(name, cellsToArrow(columns, rowsOf(name, catalogue)));
}

/** Makes the view `wartosci` over the values of these indicators, which are loaded if need be; without any it is empty. */
export async function layOutValues(engine: Engine, indicators: readonly string[]): Promise<void> {
  const tables = await Promise.all(indicators.map((indicator) => engine.values(indicator)));
  const connection = await engine.start();
  const columns = SCHEMA[0].columns.map(({ name }) => identifier(name)).join(', ');
  const parts = tables.map((table) => `SELECT ${columns} FROM ${identifier(table)}`);
  if (parts.length > 0)
    await connection.query(`CREATE OR REPLACE VIEW ${VALUES_VIEW} AS ${parts.join(' UNION ALL ')}`);
  else await connection.query(`DROP VIEW IF EXISTS ${VALUES_VIEW}`);
}
