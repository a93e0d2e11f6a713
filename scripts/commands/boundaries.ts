import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { areasOf, BOUNDARIES_FILE, joined, simplified, type Joined } from '../../src/lib/geo';
import { sentenceOf } from '../in-words.mjs';
import { readCatalogue } from '../read-data';

function part(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1)) throw new InvalidArgumentError('a number above 0 and at most 1');
  return value;
}

/** Names of a list, the first of them, and how many more there are. */
const listed = (names: readonly string[]): string =>
  `${names.slice(0, 20).join(', ')}${names.length > 20 ? ` and ${names.length - 20} more` : ''}`;

export function register(program: Command): void {
  program
    .command('boundaries')
    .description(
      'take boundaries of gminy into the data folder: simplified, rounded, joined on six digits of TERYT',
    )
    .argument(
      '<files...>',
      'GeoJSON or TopoJSON in degrees (EPSG:4326), one of the country or one a wojewodztwo',
    )
    .option('--data <folder>', 'data folder', 'data')
    .option('--keep <part>', 'part of the points to keep', part, 0.2)
    .action(async (files: string[], options: { data: string; keep: number }) => {
      const { units } = await readCatalogue(options.data);
      const gminy = new Map(units.all('gmina').map(({ teryt }) => [teryt, units.fullName(teryt)]));
      const all: Joined['byCode'] = new Map();
      for (const file of files) {
        const areas = await named(file, async () => areasOf(await readFile(file, 'utf8')));
        const { byCode, strangers, property } = await named(file, () => joined(areas, new Set(gminy.keys())));
        for (const [code, own] of byCode) all.set(code, own);
        console.log(`${file}: ${areas.length} areas, ${byCode.size} gminy by "${property}"`);
        if (strangers.length > 0)
          console.log(`  of no gmina in data/units (${strangers.length}): ${listed(strangers)}`);
      }
      const covered = new Set([...all.keys()].map((code) => code.slice(0, 2)));
      const without = [...gminy].filter(([code]) => covered.has(code.slice(0, 2)) && !all.has(code));
      if (without.length > 0)
        console.log(
          `gminy without boundaries in these wojewodztwa (${without.length}): ${listed(without.map(([code, name]) => `${code} ${name}`))}`,
        );
      const out = join(options.data, BOUNDARIES_FILE);
      const text = `${JSON.stringify(simplified({ byCode: all }, options.keep))}\n`;
      await mkdir(dirname(out), { recursive: true });
      await writeFile(out, text);
      console.log(`${all.size} gminy, ${(text.length / 1000).toFixed(0)} kB → ${out}; next: ozps publish`);
    });
}

/** Does something with a file. @throws what went wrong, with the file's name */
async function named<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const sentence = sentenceOf(cause);
    throw new Error(sentence.startsWith(file) ? sentence : `${file}: ${sentence}`, { cause });
  }
}
