import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { readCsv, refuse, writeObservations, type Catalogue, type Problem } from '../../src/lib/catalogue';
import { levelOf, type Indicator, type Observation } from '../../src/lib/domain';
import { readCatalogue } from '../read-data';

const figure = z.string().regex(/^\d+(\.\d+)?$/, 'not a number');
const year = z
  .string()
  .regex(/^\d{4}$/, 'not a year')
  .transform(Number);
const id = z.string().regex(/^\d+$/);
const common = { year, indicator_id: id, value: figure };
/** The layouts the observatory's figures come in, told apart by their header. */
const LAYOUTS = [
  {
    columns: ['level', 'teryt', 'year', 'indicator_id', 'value'],
    schema: z.object({ teryt: z.string(), ...common }),
  },
  {
    columns: ['teryt', 'year', 'indicator_id', 'value'],
    schema: z.object({ teryt: z.string().transform((code) => code.slice(0, 6)), ...common }),
  },
  {
    columns: ['teryt4', 'year', 'indicator_id', 'value'],
    schema: z
      .object({ teryt4: z.string(), ...common })
      .transform(({ teryt4, ...row }) => ({ teryt: teryt4, ...row })),
  },
];

/** A value one file alone prints rests on one keying; one that two files print alike is confirmed. */
const PRINTED_ONCE = 0.95;

function observationsOf(
  file: string,
  text: string,
  catalogue: Catalogue,
  problems: Problem[],
): Observation[] {
  const header = text.slice(0, text.indexOf('\n'));
  const layout = LAYOUTS.find((candidate) => candidate.columns.join(',') === header);
  if (!layout) throw new Error(`${file}:1: unknown columns "${header}"`);
  const byTable = new Map<string, Indicator>();
  for (const indicator of catalogue.indicators.values())
    if (indicator.origin === 'obserwatorium' && indicator.table) byTable.set(indicator.table, indicator);
  return readCsv(file, text, layout.columns, layout.schema, problems).flatMap(({ value: row, line }) => {
    const table = `wskaźnik ${row.indicator_id}`;
    const indicator = byTable.get(table);
    const level = levelOf(row.teryt);
    if (!indicator)
      problems.push({ file, line, message: `no indicator of the catalogue has table "${table}"` });
    if (!catalogue.units.has(row.teryt))
      problems.push({ file, line, message: `unknown area "${row.teryt}"` });
    if (!indicator) return [];
    return {
      teryt: row.teryt,
      level,
      year: row.year,
      indicator: indicator.id,
      breakdown: '',
      value: Number(row.value),
      missing: null,
      unit: indicator.unit,
      kind: level === 'gmina' ? ('reported' as const) : ('area-published' as const),
      source: `obserwatorium-${row.indicator_id}`,
      section: '',
      row: '',
      column: basename(file),
      table,
      page: null,
      line,
      raw: row.value,
      confidence: PRINTED_ONCE,
      note: '',
    };
  });
}

/** One observation a fact: the first file given is the address, an equal value in a later one confirms it. */
function merged(files: readonly Observation[][], problems: Problem[]): Observation[] {
  const facts = new Map<string, Observation>();
  for (const observation of files.flat()) {
    const key = `${observation.indicator}|${observation.teryt}|${observation.year}`;
    const first = facts.get(key);
    if (!first) facts.set(key, observation);
    else if (first.value === observation.value) first.confidence = 1;
    else
      problems.push({
        file: observation.column,
        line: observation.line ?? 0,
        message: `${key}: ${observation.raw}, but ${first.raw} in ${first.column}:${first.line}`,
      });
  }
  return [...facts.values()];
}

export function register(program: Command): void {
  program
    .command('import-observatory')
    .description("write the figures of małopolskie's observatory to data/observations, one file an indicator")
    .argument('<files...>', 'the series first, then the files of single years')
    .option('--data <folder>', 'data folder', 'data')
    .action(async (files: string[], options: { data: string }) => {
      const catalogue = await readCatalogue(options.data);
      const problems: Problem[] = [];
      const read: Observation[][] = [];
      for (const file of files)
        read.push(observationsOf(file, await readFile(file, 'utf8'), catalogue, problems));
      const observations = merged(read, problems);
      refuse(problems);
      const folder = join(options.data, 'observations');
      await mkdir(folder, { recursive: true });
      const sources = new Set(observations.map((observation) => observation.source));
      for (const source of [...sources].sort()) {
        const own = observations.filter((observation) => observation.source === source);
        await writeFile(join(folder, `${source}.csv`), writeObservations(own));
        console.log(`${own.length} observations in ${source}.csv`);
      }
    });
}
