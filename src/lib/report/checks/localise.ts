import { digitChanges, substitutions } from '../recognise/tokens';
import type { Change, Figure, Relation, Violation } from './relations';

/**
 * Where the error sits: the smallest sets of figures whose change satisfies every relation that binds them. More than one
 * set of that size: the error cannot be told from the numbers alone.
 */
export interface Localisation {
  violations: readonly Violation[];
  solutions: readonly (readonly Change[])[];
}

/** More solutions than this say only that the place is not known. */
const MOST_SOLUTIONS = 12;
/** Pairs of changes are searched up to this many single changes. */
const MOST_CHANGES = 240;

type ValueOf = (id: string) => number | null;

/**
 * Error localisation after Fellegi and Holt (1976, JASA 71): the fewest figures whose change makes all relations hold,
 * where one that an OCR model allows – one digit of the raw token read as one that it is taken for – is among them. Likely
 * changes come first, then their rivals of any other digit changed, lost or added; figures that an equality confirms are
 * not changed.
 * @param valueOf value of a figure, `null` where there is none to change or it is confirmed
 * @param isOpen may the figure be changed
 */
export function localise(
  violations: readonly Violation[],
  relations: readonly Relation[],
  figures: ReadonlyMap<string, Figure>,
  valueOf: ValueOf,
  isOpen: (id: string) => boolean,
): Localisation[] {
  const hard = relations.filter(({ strength, binding }) => strength !== 'usual' && binding);
  const byFigure = new Map<string, Relation[]>();
  for (const relation of hard)
    for (const id of new Set(relation.figures)) byFigure.set(id, [...(byFigure.get(id) ?? []), relation]);
  const broken = new Set(violations.map(({ relation }) => relation));
  const holds = (relation: Relation, changes: readonly Change[]): boolean => {
    const values = relation.figures.map((id) => changes.find((change) => change.id === id)?.to ?? valueOf(id) ?? NaN);
    // A relation with an unread figure says nothing.
    return values.some(Number.isNaN) || relation.holds(values);
  };
  const solves = (group: readonly Violation[], changes: readonly Change[]): boolean =>
    group.every(({ relation }) => holds(relation, changes)) &&
    changes.every(({ id }) => (byFigure.get(id) ?? []).every((relation) => holds(relation, changes)));

  return groupsOf(violations.filter(({ relation }) => broken.has(relation) && relation.binding)).map((group) => {
    const ids = [...new Set(group.flatMap(({ relation }) => relation.fault ?? relation.figures))].filter(
      (id) => isOpen(id) && figures.get(id)?.clean,
    );
    const changesBy = (ways: (from: number) => number[]) =>
      ids.flatMap((id): Change[] => {
        const from = valueOf(id);
        return from === null || !Number.isInteger(from) ? [] : ways(from).map((to) => ({ id, from, to }));
      });
    const changes = changesBy(substitutions);
    const single = changes.filter((change) => solves(group, [change]));
    if (single.length === 0) return { violations: group, solutions: pairsOf(changes, group, solves) };
    // A rival is any change of one character, likely or not: the table of likely ones does not decide what was printed.
    const known = new Set(single.map(({ id, to }) => `${id} ${to}`));
    const rivals = changesBy(digitChanges).filter(
      (change) => !known.has(`${change.id} ${change.to}`) && solves(group, [change]),
    );
    return { violations: group, solutions: [...single, ...rivals].slice(0, MOST_SOLUTIONS).map((change) => [change]) };
  });
} // prettier-ignore

function pairsOf(
  changes: readonly Change[],
  group: readonly Violation[],
  solves: (group: readonly Violation[], changes: readonly Change[]) => boolean,
): Change[][] {
  // Two changes to one sum can always be found: they explain something only where they explain several relations.
  if (changes.length > MOST_CHANGES || group.length < 2) return [];
  const pairs: Change[][] = [];
  for (const [at, first] of changes.entries())
    for (const second of changes.slice(at + 1)) {
      if (first.id === second.id || !solves(group, [first, second])) continue;
      pairs.push([first, second]);
      if (pairs.length > MOST_SOLUTIONS) return [];
    }
  return pairs;
}

/** Violations that share a figure have one explanation as a rule. */
export function groupsOf(violations: readonly Violation[]): Violation[][] {
  const groups: Violation[][] = [];
  for (const violation of violations) {
    const touching = groups.filter((group) =>
      group.some(({ relation }) => relation.figures.some((id) => violation.relation.figures.includes(id))),
    );
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push([...touching.flat(), violation]);
  }
  return groups;
}
