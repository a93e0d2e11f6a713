import { OBSERVATION_COLUMNS, type Observation } from '../domain';
import type { AddressRow, ValueRow } from './rows';

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

/** Columns of a value in the order they are read: what it is, what it says, what is against it, where it stands. */
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

export const ADDRESS_COLUMNS: readonly Column<AddressRow>[] = [
  column('anchor', 'string'),
  column('source', 'string'),
  column('section', 'string'),
  column('row', 'string'),
  column('column', 'string'),
  column('table', 'string'),
  column('page', 'int', true),
  column('line', 'int', true),
  column('raw', 'string'),
];

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
