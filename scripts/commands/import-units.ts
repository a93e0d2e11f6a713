import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import {
  AREA_COLUMNS,
  GMINA_COLUMNS,
  REGISTER_YEARS,
  refuse,
  writeCsv,
  type Problem,
} from '../../src/lib/catalogue';
import { readGminyFile, type GminaFact } from '../gminy-file';

/** First register year a gmina stands in, where that is not the first register: it was founded after the one before. */
function sinceOf(gmina: GminaFact): string {
  const first = REGISTER_YEARS.findIndex((year) => gmina[`rodzaj_${year}`] !== '');
  return first <= 0 ? '' : gmina.since;
}

function areas(rows: readonly GminaFact[], code: 'powiat4' | 'woj2', name: 'powiat' | 'wojewodztwo') {
  const known = new Map<string, string>();
  for (const row of rows) known.set(row[code], row[name]);
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1));
}

export function register(program: Command): void {
  program
    .command('import-units')
    .description('write data/units from a list of gminy (columns as in the register extract)')
    .argument('<file>', 'CSV with teryt6, nazwa, rodzaj_<year>, powiat4, powiat, woj2, wojewodztwo')
    .option('--data <folder>', 'data folder', 'data')
    .option('--new-since <year>', 'year in which gminy missing from the older registers were founded', '2025')
    .action(async (file: string, options: { data: string; newSince: string }) => {
      const problems: Problem[] = [];
      const rows = readGminyFile(file, await readFile(file, 'utf8'), options.newSince, problems);
      refuse(problems);
      const folder = join(options.data, 'units');
      await mkdir(folder, { recursive: true });
      const gminy = [...rows]
        .sort((a, b) => (a.teryt6 < b.teryt6 ? -1 : 1))
        .map((g) => [
          g.teryt6,
          g.nazwa,
          ...REGISTER_YEARS.map((year) => g[`rodzaj_${year}`]),
          sinceOf(g),
          '',
        ]);
      const powiaty = areas(rows, 'powiat4', 'powiat');
      const wojewodztwa = areas(rows, 'woj2', 'wojewodztwo');
      await writeFile(join(folder, 'gminy.csv'), writeCsv(GMINA_COLUMNS, gminy));
      await writeFile(join(folder, 'powiaty.csv'), writeCsv(AREA_COLUMNS, powiaty));
      await writeFile(join(folder, 'wojewodztwa.csv'), writeCsv(AREA_COLUMNS, wojewodztwa));
      console.log(`${gminy.length} gminy, ${powiaty.length} powiaty, ${wojewodztwa.length} województwa`);
    });
}
