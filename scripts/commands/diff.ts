import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { readObservations, refuse, type Catalogue, type Problem } from '../../src/lib/catalogue';
import { OBSERVATION_COLUMNS, type Observation } from '../../src/lib/domain';
import { counted, FORMS, formatNumber } from '../../src/lib/format';
import { formPlace, seriesPlace } from '../../src/lib/report/checks/places';
import { differences, type Difference } from '../../src/lib/report/harmonise/differences';
import { sentenceOf } from '../in-words.mjs';
import { readCatalogue } from '../read-data';
import { readBatch } from '../read-reports';

export function register(program: Command): void {
  program
    .command('diff')
    .argument('<old>', 'observations (csv) or a report')
    .argument('<new>', 'observations (csv) or a report')
    .description('say in words what a new reading of the same source changed')
    .option('--data <folder>', 'data folder with the catalogue', 'data')
    .action(async (before: string, after: string, options: { data: string }) => {
      const catalogue = await readCatalogue(options.data);
      const [old, fresh] = [
        await observationsOf(before, options.data, catalogue),
        await observationsOf(after, options.data, catalogue),
      ];
      console.log(inWords(differences(old, fresh), catalogue).join('\n'));
    });
}

/** Observations of a file: as committed, or read from a report. @throws Error in words when it is neither */
async function observationsOf(file: string, data: string, catalogue: Catalogue): Promise<Observation[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Error(sentenceOf(error), { cause: error });
  });
  if (text.startsWith(OBSERVATION_COLUMNS.join(','))) {
    const problems: Problem[] = [];
    // A reading that is not committed yet may name its source by the file.
    const rows = readObservations(`data/observations/${basename(file)}`, text, catalogue, problems);
    refuse(problems.filter(({ message }) => !message.includes('source')));
    return rows.map((row) => row.value);
  }
  for await (const read of readBatch([file], data)) {
    if ('error' in read) throw new Error(read.error);
    return read.report.observations;
  }
  return [];
}

/** One line a change, and a summary first. */
export function inWords(changes: readonly Difference[], { names, indicators }: Catalogue): string[] {
  if (changes.length === 0) return ['Bez zmian.'];
  const said = (o: Observation): string => (o.value === null ? (o.missing ?? 'brak') : formatNumber(o.value, Number.isInteger(o.value) ? 0 : 2));
  const whereOf = (o: Observation): string => {
    const what = indicators.get(o.indicator)?.name ?? o.indicator;
    return `${o.row === '' ? seriesPlace(o, names) : formPlace(o)} – ${what}${o.line === null ? '' : ` (linia ${o.line})`}`;
  };
  const lines = changes.map((difference) => {
    const { change, place } = difference;
    switch (change) {
      case 'added':
        return `nowe: ${whereOf(place)}: ${said(place)}`;
      case 'gone':
        return `nie ma już: ${whereOf(place)}: było ${said(place)}`;
      case 'value':
        return `zmiana: ${whereOf(place)}: było ${said(difference.before)}, jest ${said(place)} (zapis „${place.raw}”)`;
      case 'confidence':
        return `${place.confidence < difference.before.confidence ? 'teraz niepewne' : 'teraz pewne'}: ${whereOf(place)}: ${said(place)}`;
    }
  });
  const count = (kind: Difference['change']) => changes.filter(({ change }) => change === kind).length;
  return [
    `${counted(changes.length, FORMS.zmiana)}: ${count('value')} wartości, ${count('added')} nowych, ${count('gone')} zniknęło, ${count('confidence')} zmieniło pewność.`,
    ...lines,
  ];
} // prettier-ignore
