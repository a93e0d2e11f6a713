import { anchorOf, type Correction, type Observation, type Repair } from '../../domain';
import { checkReports, type CheckedCatalogue } from './index';

/**
 * What else would close the rules that a correction closes: every other change of one digit, with its arithmetic.
 * A correction with a rival is not decided by the numbers: it may be proposed, and is not applied.
 * @param observations of the correction's report, all other corrections in them
 * @returns null where no rule speaks of the correction at all: then only a person has seen what it says
 */
export function rivalsOf(
  { source, cell, from, to }: Correction,
  observations: readonly Observation[],
  catalogue: CheckedCatalogue,
): Repair[] | null {
  const read = observations.map((o) =>
    o.source === source && anchorOf(o) === cell ? { ...o, value: from, missing: null } : o,
  );
  const own = checkReports(read, catalogue).flatMap(({ repairs = [] }) => {
    const same = repairs.some((repair) => repair.anchor === cell && repair.to === to);
    return same ? [repairs.filter((repair) => repair.anchor !== cell || repair.to !== to)] : [];
  });
  // Broken rules that share a figure have one explanation: the one that fewest changes explain counts.
  return own.toSorted((a, b) => a.length - b.length)[0] ?? null;
}
