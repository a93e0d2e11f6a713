import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import {
  BDL_BASE,
  BdlClient,
  BdlError,
  observationsOf,
  VARIABLES,
  type AnswerStore,
} from '../../src/lib/bdl';
import { progressLine } from '../progress';
import { readCatalogue } from '../read-data';
import { observationsCsv } from '../../src/lib/export/observations-csv';

interface Options {
  variable: string;
  years: string;
  woj?: string;
  indicator?: string;
  source?: string;
  out?: string;
  base: string;
  cache: string;
  data: string;
}

/** Answers as files, one an address. */
function storeIn(folder: string, base: string): AnswerStore {
  const fileOf = (address: string) =>
    join(folder, `${createHash('sha256').update(base + address).digest('hex').slice(0, 32)}.json`);
  return {
    get: async (address) => (existsSync(fileOf(address)) ? readFile(fileOf(address), 'utf8') : null),
    set: async (address, text) => {
      await mkdir(folder, { recursive: true });
      await writeFile(fileOf(address), text);
    },
  };
} // prettier-ignore

/** `2015-2024` or `2024` → years. @throws when it is neither */
function yearsOf(text: string): number[] {
  const match = /^((?:19|20)\d{2})(?:-((?:19|20)\d{2}))?$/.exec(text);
  const [first, last] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  if (!match || last < first || last - first > 60)
    throw new BdlError(`--years: 2015-2024 albo 2024, nie ${text}`);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

export function register(program: Command): void {
  program
    .command('bdl')
    .description('fetch a variable of the Bank Danych Lokalnych (GUS) as observations')
    .requiredOption('--variable <id>', `id of the variable in BDL; known: ${Object.keys(VARIABLES).join(', ')}`)
    .requiredOption('--years <years>', 'a year or a range: 2015-2024')
    .option('--woj <code>', 'two digits of the województwo; all of Poland where it is not given')
    .option('--indicator <id>', 'indicator of the catalogue, for a variable not listed above')
    .option('--source <id>', 'id of the source; gus-bdl-<variable> where it is not given')
    .option('--out <file>', 'file to write; data/observations/<source>.csv where it is not given')
    .option('--base <url>', 'address of the API', BDL_BASE)
    .option('--cache <folder>', 'answers kept: an interrupted run goes on from here', '.cache/bdl')
    .option('--data <folder>', 'data folder with the catalogue', 'data')
    .action(async (options: Options) => {
      process.exitCode = await bdl(options);
    });
} // prettier-ignore

/** @returns the exit code: 0 written, 1 not. The key of a registered client comes from `BDL_CLIENT_ID`. */
async function bdl({ variable, years, woj, indicator, source, out, base, cache, data }: Options): Promise<number> {
  const id = source ?? `gus-bdl-${variable}`;
  const progress = progressLine(`BDL ${variable}`);
  try {
    const { indicators, units, sources } = await readCatalogue(data);
    const known = indicators.get(indicator ?? VARIABLES[variable] ?? '');
    if (!known) throw new BdlError(`zmienna ${variable}: należy podać wskaźnik katalogu (--indicator)`);
    const client = new BdlClient({
      base, clientId: process.env.BDL_CLIENT_ID, store: storeIn(cache, base), onProgress: progress.report,
    });
    const parent = woj === undefined ? undefined : await client.wojewodztwo(woj);
    const pages = [];
    for await (const page of client.byVariable(variable, yearsOf(years), parent)) pages.push(page);
    progress.stop();
    const { observations, unknown } = observationsOf(pages, known, id, (teryt) => units.has(teryt));
    for (const unit of unknown) console.error(`jednostka spoza rejestru, pominięta: ${unit.id} ${unit.name}`);
    if (observations.length === 0) throw new BdlError(`zmienna ${variable}: BDL nie podaje żadnej wartości`);
    const file = out ?? join(data, 'observations', `${id}.csv`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, observationsCsv(observations));
    console.log(`${observations.length} wartości → ${file}`);
    if (!sources.has(id)) console.log(`do data/sources.csv: ${id},gus,"${known.name} (Bank Danych Lokalnych)",Główny Urząd Statystyczny,,,,https://bdl.stat.gov.pl,dane,`);
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(error instanceof BdlError ? error.message : `BDL ${variable}: ${error.message}`);
    return 1;
  } finally {
    progress.stop();
  }
} // prettier-ignore
