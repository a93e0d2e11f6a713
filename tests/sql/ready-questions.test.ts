import { beforeAll, expect, test } from 'vitest';
import { Engine, type Connection } from '../../src/lib/db';
import { layOutTables, layOutValues } from '../../src/lib/db/explorer-tables';
import { namedIndicators, SCHEMA } from '../../src/lib/db/schema';
import {
  CATALOGUE_FILE,
  FORM_FILE,
  publicCatalogue,
  publishedCatalogueSchema,
  publishedFormSchema,
} from '../../src/lib/extract';
import { QUESTIONS } from '../../src/routes/eksplorator/questions';
import { openInNode } from './node-connection';
import { readPublished } from './published';

let engine: Engine;
let connection: Connection;
let known: Set<string>;

const json = async (path: string): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await readPublished(path))) as unknown;

beforeAll(async () => {
  const catalogue = publicCatalogue(
    publishedCatalogueSchema.parse(await json(CATALOGUE_FILE)),
    publishedFormSchema.parse(await json(FORM_FILE)),
  );
  known = new Set(catalogue.indicators.keys());
  connection = await openInNode({ lock: true });
  await layOutTables(connection, catalogue);
  engine = new Engine({ open: () => Promise.resolve(connection), read: readPublished });
});

test.each(QUESTIONS.map(({ id, sql }) => [id, sql]))(
  'the ready question %s has an answer in the published data',
  async (_, sql) => {
    await layOutValues(engine, namedIndicators(sql, known));
    const rows = await connection.query(sql);
    expect(rows.length).toBeGreaterThan(0);
  },
);

test('every table has exactly the columns that the page describes', async () => {
  await layOutValues(engine, ['obs-korzystajacy']);
  for (const { name, columns } of SCHEMA) {
    const told = await connection.query<{ column_name: string }>(`DESCRIBE ${name}`);
    expect(told.map((row) => row.column_name)).toEqual(columns.map((column) => column.name));
  }
});

test('the view holds the indicators asked for and no other', async () => {
  await layOutValues(engine, ['obs-korzystajacy', 'deprywacja-lokalna']);
  const held = await connection.query('SELECT DISTINCT indicator FROM wartosci ORDER BY 1');
  expect(held).toEqual([{ indicator: 'deprywacja-lokalna' }, { indicator: 'obs-korzystajacy' }]);
  await layOutValues(engine, []);
  await expect(connection.query('SELECT * FROM wartosci')).rejects.toThrow('the query failed');
});

test('a question keeps what was asked before it out of its way: parameters stay text', () => {
  expect(namedIndicators(`indicator = 'a-b' OR x = "c" OR y = 'unknown'`, new Set(['a-b', 'c']))).toEqual([
    'a-b',
    'c',
  ]);
});
