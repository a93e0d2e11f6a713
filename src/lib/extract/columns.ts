import { OBSERVATION_COLUMNS, type Observation } from '../domain';
import type { ValueRow } from './rows';

/** Storage type of a column, the same in Parquet and in Arrow. */
export type ColumnType = 'string' | 'int' | 'double' | 'boolean';

export interface Column<Row> {
  name: keyof Row & string;
  type: ColumnType;
  nullable: boolean;
}

const column = <Row>(name: keyof Row & string, type: ColumnType, nullable = false): Column<Row> => ({
  name,
  type,
  nullable,
});

/** Columns of a value in Arrow: what it is, what it says, what is against it, where it stands. */
export const VALUE_COLUMNS: readonly Column<ValueRow>[] = [
  column('teryt', 'string'),
  column('level', 'string'),
  column('indicator', 'string'),
  column('year', 'int'),
  column('breakdown', 'string'),
  column('value', 'double', true),
  column('missing', 'string', true),
  column('unit', 'string'),
  column('kind', 'string'),
  column('confidence', 'double'),
  column('doubt', 'string', true),
  column('source', 'string'),
  column('preferred', 'boolean'),
  column('anchor', 'string'),
  column('formula', 'string', true),
];

/**
 * Columns of `data.parquet`, in order; the key that the partition's path says is left out.
 * `place` is that of `placeOf`, which makes the anchor.
 */
export const VALUE_FILE_COLUMNS = [
  'teryt',
  'level',
  'indicator',
  'year',
  'breakdown',
  'value',
  'missing',
  'unit',
  'kind',
  'confidence',
  'doubt',
  'source',
  'preferred',
  'place',
  'formula',
] as const;

/**
 * Columns of `address.parquet`: row n says where the value in row n of `data.parquet` stands.
 * `raw` is null where the token is nothing but the value in digits: it is for two of three values.
 */
export const ADDRESS_FILE_COLUMNS = ['section', 'row', 'column', 'table', 'page', 'line', 'raw'] as const;

const NUMBERS: Partial<Record<keyof Observation, ColumnType>> = {
  year: 'int',
  value: 'double',
  page: 'int',
  line: 'int',
  confidence: 'double',
};
const NULLABLE: ReadonlySet<keyof Observation> = new Set(['value', 'missing', 'page', 'line']);

/** Columns of observations, as in `data/observations/*.csv`: what is empty there is null here, where a value may be missing. */
export const OBSERVATION_FILE_COLUMNS: readonly Column<Observation>[] = OBSERVATION_COLUMNS.map((name) =>
  column(name, NUMBERS[name] ?? 'string', NULLABLE.has(name)),
);
