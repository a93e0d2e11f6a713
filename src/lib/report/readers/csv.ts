import { decode } from './decode';
import { type Line, numbered } from './document';
import type { Budget } from './limits';
import { sheetContents } from './sheet-rows';

/** Lines of a CSV file; commas, semicolons, tabs or pipes between its columns. */
export async function readCsv(bytes: Uint8Array, budget: Budget): Promise<Line[]> {
  const { default: Papa } = await import('papaparse');
  const text = decode(bytes, budget).replace(/^\ufeff/, '');
  const rows: string[][] = [];
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step: ({ data }) => {
      rows.push(data);
      if (rows.length % 1000 === 0) budget.check();
      if (rows.length > budget.limits.lines || data.length > budget.limits.columns)
        budget.fail(
          'too-large',
          `tabela ma ponad ${budget.limits.lines} wierszy lub ponad ${budget.limits.columns} kolumn; to nie jest sprawozdanie OZPS.`,
        );
    },
  });
  return numbered(sheetContents(rows));
}

/**
 * The sign that stands equally often on most lines. A comma is also the decimal sign, so it is asked last.
 */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .split(/\r\n|\n|\r/)
    .slice(0, 500);
  const score = (sign: string) => {
    const counts = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0);
    return counts.length;
  };
  const [first = ';'] = [';', '\t', '|'].sort((a, b) => score(b) - score(a));
  return score(first) * 2 >= score(',') && score(first) > 0 ? first : ',';
}
