import type { MadeFile } from '$lib/components/save-file';
import type { Answer } from './desk.svelte';

export const ANSWER_FILES = [
  { kind: 'csv', name: 'CSV' },
  { kind: 'parquet', name: 'Parquet' },
  { kind: 'arrow', name: 'Arrow' },
] as const;
export type AnswerFile = (typeof ANSWER_FILES)[number]['kind'];

const NAME = 'gminoskop-zapytanie';

/** All rows taken of an answer as a file; what writes it is fetched with it. */
export async function answerFile(kind: AnswerFile, { table }: Answer): Promise<MadeFile> {
  const { arrowFile, resultColumns } = await import('$lib/extract/result');
  switch (kind) {
    case 'csv': {
      const { tableCsv } = await import('$lib/export/table-csv');
      const columns = resultColumns(table);
      const rows = Array.from({ length: table.numRows }, (_, i) =>
        columns.map(({ cells }) => cells[i] ?? null),
      );
      const head = columns.map(({ name }) => name);
      return { name: `${NAME}.csv`, type: 'text/csv;charset=utf-8', content: tableCsv(head, rows) };
    }
    case 'parquet': {
      const { parquetFile } = await import('$lib/extract/result-parquet');
      const content = parquetFile(resultColumns(table));
      return { name: `${NAME}.parquet`, type: 'application/vnd.apache.parquet', content };
    }
    case 'arrow':
      return { name: `${NAME}.arrow`, type: 'application/vnd.apache.arrow.file', content: arrowFile(table) };
  }
}
