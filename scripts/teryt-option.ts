import { readCatalogue } from './read-data';

/**
 * The six digits of the gmina that an option `--teryt` names: a code with the digit of its type loses it.
 * @throws Error in words for what is no code of the register; a lost zero is proposed
 */
export async function gminaOf(option: string | undefined, data: string): Promise<string | undefined> {
  if (option === undefined) return undefined;
  const { units } = await readCatalogue(data);
  const known = (code: string): boolean => /^\d{6}$/.test(code) && units.has(code);
  const code = option.slice(0, 6);
  if (/^\d{6,7}$/.test(option) && known(code)) return code;
  // A spreadsheet takes 0608011 for a number.
  const meant = `0${option}`.slice(0, 6);
  const proposal =
    /^\d{5,6}$/.test(option) && known(meant)
      ? `: the zero at its front was lost? --teryt ${meant} is ${units.fullName(meant)}`
      : ': six digits are needed, e.g. --teryt 060801';
  throw new Error(`--teryt ${option} is the code of no gmina in data/units${proposal}`);
}
