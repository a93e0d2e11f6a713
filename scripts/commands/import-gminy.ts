import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { refuse, writeObservations, type Problem } from '../../src/lib/catalogue';
import type { Observation } from '../../src/lib/domain';
import { readGminyFile } from '../gminy-file';
import { readCatalogue } from '../read-data';

const SOURCE = 'gus-gminy-2020-2021';
/** Column of the list → indicator and the year of its figures. */
const FIGURES = [
  ['ludnosc_2021_12_31', 'gus-ludnosc', 2021],
  ['powierzchnia_km2', 'gus-powierzchnia', 2020],
  ['gestosc_2020', 'gus-gestosc', 2020],
  ['dochody_wlasne_na_mieszkanca_2020_pln', 'gus-dochody-wlasne-na-mieszkanca', 2020],
  ['udzial_pit_na_mieszkanca_2020_pln', 'gus-udzial-pit-na-mieszkanca', 2020],
] as const;

export function register(program: Command): void {
  program
    .command('import-gminy')
    .description('write the GUS figures of all gminy to data/observations')
    .argument('<file>', 'the list of gminy that import-units reads too')
    .option('--data <folder>', 'data folder', 'data')
    .action(async (file: string, options: { data: string }) => {
      const catalogue = await readCatalogue(options.data);
      const problems: Problem[] = [];
      const observations: Observation[] = [];
      for (const row of readGminyFile(file, await readFile(file, 'utf8'), '', problems))
        for (const [column, id, year] of FIGURES) {
          const raw = row[column];
          const indicator = catalogue.indicators.get(id);
          if (!indicator) throw new Error(`data/catalogue has no indicator ${id}`);
          // A gmina founded later has no figure of that year: there is nothing to be missing.
          if (raw === '') continue;
          if (!/^\d+(\.\d+)?$/.test(raw))
            problems.push({ file, line: row.line, message: `${column}: "${raw}"` });
          observations.push({
            teryt: row.teryt6,
            level: 'gmina',
            year,
            indicator: id,
            breakdown: '',
            value: Number(raw),
            missing: null,
            unit: indicator.unit,
            kind: 'reported',
            source: SOURCE,
            section: '',
            row: '',
            column: '',
            table: column,
            page: null,
            line: row.line,
            raw,
            confidence: 1,
            note: '',
          });
        }
      refuse(problems);
      const folder = join(options.data, 'observations');
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${SOURCE}.csv`), writeObservations(observations));
      console.log(`${observations.length} observations in ${SOURCE}.csv`);
    });
}
