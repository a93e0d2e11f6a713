import { parquetFile } from '../extract/result-parquet';
import { columnsOf } from './point-columns';
import type { PointRow } from './point-rows';

/** Points as Parquet, with the names of columns that the CSV has. A missing number is null, an empty text says nothing. */
export const pointsParquet = (rows: readonly PointRow[]): Uint8Array =>
  parquetFile(
    columnsOf(rows).map(({ name, type }) => ({
      name,
      kind: type === 'string' ? ('text' as const) : ('number' as const),
      cells: rows.map((row) => row[name]),
    })),
  );
