import { type Content, tableRow } from './document';

/**
 * Rows of a sheet or a CSV file → contents. Rows between empty ones are one table: columns that are empty in all of its rows
 * at its right end belong to wider tables elsewhere in the sheet and go; a row with one filled cell is a line of prose.
 */
export function sheetContents(rows: readonly (readonly string[])[], page: number | null = null): Content[] {
  const contents: Content[] = [];
  let block: (readonly string[])[] = [];
  const endBlock = () => {
    const table = block.filter((row) => filled(row) > 1);
    const width = table.reduce((widest, row) => Math.max(widest, usedWidth(row)), 0);
    for (const row of block) {
      if (filled(row) <= 1) contents.push(tableRow([row.join(' ')], page));
      else
        contents.push(
          tableRow(
            Array.from({ length: width }, (_, at) => row[at] ?? ''),
            page,
          ),
        );
    }
    block = [];
  };
  for (const row of rows) {
    if (filled(row) > 0) block.push(row);
    else {
      endBlock();
      contents.push(tableRow([''], page));
    }
  }
  endBlock();
  return contents;
}

const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length;
const usedWidth = (row: readonly string[]): number => row.findLastIndex((cell) => cell.trim() !== '') + 1;
