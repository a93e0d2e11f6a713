import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvFormat, csvParse, max } from 'd3';

/**
 * Changes the made-up data as one gmina's next report does: its whole numbers of the last year become one more, and with
 * them the means of all areas above.
 * @param observations folder of a made-up load
 * @returns what takes the change back
 */
export function changeOneReport(observations: string): () => void {
  const names = readdirSync(observations)
    .filter((name) => /^zmyslone-\d{6}\.csv$/.test(name))
    .sort();
  const file = join(observations, names[Math.floor(names.length / 2)] ?? '');
  const before = readFileSync(file, 'utf8');
  const rows = csvParse(before);
  const last = max(rows, ({ kind, year }) => (kind === 'reported' ? Number(year) : 0));
  for (const row of rows) {
    if (Number(row.year) !== last || !/^\d+$/.test(row.value ?? '') || row.raw !== row.value) continue;
    row.value = row.raw = String(Number(row.value) + 1);
  }
  writeFileSync(file, csvFormat(rows));
  return () => writeFileSync(file, before);
}
