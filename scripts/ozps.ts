import { Command } from 'commander';
import { DataError } from '../src/lib/catalogue';
import { register as bdl } from './commands/bdl';
import { register as boundaries } from './commands/boundaries';
import { register as check } from './commands/check';
import { register as diff } from './commands/diff';
import { register as extract } from './commands/extract';
import { register as importGminy } from './commands/import-gminy';
import { register as importObservatory } from './commands/import-observatory';
import { register as importUnits } from './commands/import-units';
import { register as publish } from './commands/publish';
import { register as version } from './commands/version';
import { inWords } from './in-words.mjs';

/** One command a file in `commands/`: a new one is one import and one entry here. */
const COMMANDS = [
  extract,
  check,
  diff,
  bdl,
  importUnits,
  importGminy,
  importObservatory,
  boundaries,
  publish,
  version,
];

const program = new Command('ozps').description('Gminoskop: from reports to published data');
for (const register of COMMANDS) register(program);

await inWords(async () => {
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new Error(`${error.problems.length} problem(s) in the data files:\n${error.message}`, {
      cause: error,
    });
  }
});
