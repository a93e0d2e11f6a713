import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  applyCorrections,
  DataError,
  parseCatalogue,
  readObservations,
  refuse,
  type Catalogue,
  type Located,
  type Problem,
} from '../src/lib/catalogue';
import type { Observation } from '../src/lib/domain';

/** A file's text. @param name what it is called in errors @throws DataError where its bytes are no UTF-8: letters would be lost without a word */
export async function textOf(path: string, name: string): Promise<string> {
  const bytes = await readFile(path);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DataError([{ file: name, line: 1, message: 'is not UTF-8: save it in this encoding' }]);
  }
}

/** Texts of a folder's files by their path. A folder that is not there has none. */
async function textsOf(folder: string, name: string, pattern: RegExp): Promise<[string, string][]> {
  if (!existsSync(folder)) return [];
  const entries = (await readdir(folder)).filter((entry) => pattern.test(entry)).sort();
  return Promise.all(
    entries.map(async (entry): Promise<[string, string]> => [
      `${name}/${entry}`,
      await textOf(join(folder, entry), `${name}/${entry}`),
    ]),
  );
}

/** A folder with a letter too many must not pass for one without data. @throws Error in words where a folder is no data folder */
export function refuseOtherFolders(data: string): void {
  if (!existsSync(join(data, 'catalogue')))
    throw new Error(`${data} is no data folder: ${join(data, 'catalogue')} is missing (--data FOLDER)`);
}

/** The catalogue of a data folder. @throws DataError with file and line of everything wrong in it. */
export async function readCatalogue(data: string): Promise<Catalogue> {
  refuseOtherFolders(data);
  const texts = await Promise.all([
    textsOf(join(data, 'catalogue'), 'data/catalogue', /\.(yaml|csv)$/),
    textsOf(join(data, 'units'), 'data/units', /\.csv$/),
    textsOf(data, 'data', /\.csv$/),
    textsOf(join(data, 'corrections'), 'data/corrections', /\.csv$/),
  ]);
  return parseCatalogue(Object.fromEntries(texts.flat()));
}

/** An observation with the place it was read from. */
export interface ReadObservation extends Located<Observation> {
  file: string;
}

/** Every observation of a data folder, by file, with the decided corrections in it. @throws DataError with file and line of everything wrong in them. */
export async function readAllObservations(data: string, catalogue: Catalogue): Promise<ReadObservation[]> {
  const problems: Problem[] = [];
  const texts = await textsOf(join(data, 'observations'), 'data/observations', /\.csv$/);
  const rows = texts.flatMap(([file, text]) =>
    readObservations(file, text, catalogue, problems).map((row) => ({ file, ...row })),
  );
  const corrected = applyCorrections(rows, catalogue.corrections, problems);
  refuse(problems);
  return corrected;
}
