import { formatNumber } from '../../format';
import { digitChanges, nearMiss, substitutions } from '../recognise/tokens';
import { groupsOf, localise } from './localise';
import type { Change, Figure, Relation, Violation } from './relations';

/** What the relations of a report say of one of its figures. */
export interface Verdict {
  /** The value that can be defended: as read, or the one candidate of a damaged token that an equality demands. */
  value: number | null;
  /** An equality whose other figures were read independently demands exactly this value. */
  confirmed: boolean;
  /** A usual partner has the same value. */
  supported: boolean;
  /** A sum that one explained misreading closes to the złoty accounts for it. */
  accounted: boolean;
  /** In words why the figure is doubtful; empty where nothing speaks against it. */
  doubts: string[];
}

export interface Evaluation {
  verdicts: Map<string, Verdict>;
  violations: Violation[];
}

/** More combinations of candidates than this are not searched: the token then stays unreadable. */
const MAX_COMBINATIONS = 256;

/**
 * Weighs the figures of a report against its relations.
 * @param misreadable whether digits may have been misread (OCR); then a broken relation casts doubt on its figures
 */
export function evaluate(
  figures: ReadonlyMap<string, Figure>,
  relations: readonly Relation[],
  misreadable: boolean,
): Evaluation {
  const complete = relations.filter((relation) => relation.figures.every((id) => figures.has(id)));
  const verdicts = new Map(
    [...figures].map(([id, figure]): [string, Verdict] => [
      id,
      {
        value: figure.clean ? figure.value : null,
        confirmed: false,
        supported: false,
        accounted: false,
        doubts: [],
      },
    ]),
  );
  const verdictOf = (id: string): Verdict => verdicts.get(id) ?? NO_VERDICT;
  settle(
    figures,
    complete.filter((relation) => relation.strength === 'equality'),
    verdictOf,
  );
  const usual = complete.filter((relation) => relation.strength === 'usual');
  for (const relation of usual) support(relation, figures, verdictOf);
  const partners = partnersOf(usual);
  // Twice: what the first pass explains supports figures that the second then need not suspect.
  const find = () =>
    complete.flatMap((relation) => violationOf(relation, figures, verdictOf, misreadable ? partners : null));
  find();
  const violations = misreadable ? widened(find(), verdictOf) : find();
  if (misreadable) {
    for (const violation of violations) if (violation.relation.binding) blame(violation, figures, verdictOf);
    for (const relation of usual) suspectNearMiss(relation, verdictOf);
    const places = localise(
      violations,
      complete,
      figures,
      (id) => verdictOf(id).value,
      (id) => !verdictOf(id).confirmed,
    );
    for (const { violations: group, solutions } of places)
      for (const violation of group) {
        // What is broken together and has no one explanation may still hold a sum that a usual partner explains.
        const ways = solutions.length > 0 ? solutions : violation.proposals.map((proposal) => [proposal]);
        const borne = ways.filter((changes) => isBorne(changes, partners, verdictOf));
        violation.solutions = borne.length === 1 ? borne : solutions;
      }
  }
  return { verdicts, violations };
}

/** Smaller numbers are equal by chance too often for a match to explain anything. */
const TELLING = 1000;

const NO_VERDICT: Verdict = { value: null, confirmed: false, supported: false, accounted: false, doubts: [] };

type VerdictOf = (id: string) => Verdict;

/** Confirms what equalities demand, and reads damaged tokens that have exactly one reading that satisfies one; until nothing changes. */
function settle(
  figures: ReadonlyMap<string, Figure>,
  equalities: readonly Relation[],
  verdictOf: VerdictOf,
): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const relation of equalities) {
      if (relation.figures.every((id) => verdictOf(id).confirmed)) continue;
      const solution = solve(relation, figures, verdictOf);
      if (!solution) continue;
      for (const [at, id] of relation.figures.entries()) {
        const verdict = verdictOf(id);
        if (verdict.confirmed || !isPinned(relation, solution, at)) continue;
        verdict.value = solution[at] ?? null;
        verdict.confirmed = true;
        changed = true;
      }
    }
  }
}

/** Values that satisfy the relation: those read, and the only combination of candidates for damaged tokens. */
function solve(
  relation: Relation,
  figures: ReadonlyMap<string, Figure>,
  verdictOf: VerdictOf,
): number[] | null {
  const choices = relation.figures.map((id) => {
    const { value } = verdictOf(id);
    return value !== null ? [value] : [...(figures.get(id)?.candidates ?? [])];
  });
  if (choices.reduce((product, choice) => product * choice.length, 1) > MAX_COMBINATIONS) {
    // Many framed zeros at once: try the likeliest reading of each.
    const likeliest = choices.map((choice) => choice[0] ?? NaN);
    return relation.holds(likeliest) ? likeliest : null;
  }
  const combinations = choices.reduce<number[][]>(
    (ways, choice) => ways.flatMap((way) => choice.map((value) => [...way, value])),
    [[]],
  );
  const solutions = combinations.filter((values) => relation.holds(values));
  return solutions.length === 1 ? (solutions[0] ?? null) : null;
}

/** A tolerance may leave a digit free: only a value that no misread digit could replace is confirmed. */
function isPinned(relation: Relation, values: readonly number[], at: number): boolean {
  const value = values[at] ?? NaN;
  const others = Number.isInteger(value) ? substitutions(value) : [value - 0.01, value + 0.01];
  return others.every((other) => !relation.holds(values.map((current, n) => (n === at ? other : current))));
}

/** One change that also gives its usual partner's value: of several that mend the rules it is the one that happened. */
function isBorne(
  [change, ...more]: readonly Change[],
  partners: ReadonlyMap<string, string[]>,
  verdictOf: VerdictOf,
): boolean {
  if (!change || more.length > 0 || change.to < TELLING) return false;
  return partners.get(change.id)?.some((partner) => verdictOf(partner).value === change.to) ?? false;
}

function support(
  { figures: [a = '', b = ''], expects = (partner) => partner }: Relation,
  figures: ReadonlyMap<string, Figure>,
  verdictOf: VerdictOf,
): void {
  for (const [id, partner] of [
    [a, b],
    [b, a],
  ] as const) {
    const known = verdictOf(partner).value;
    const wanted = known === null ? null : expects(known);
    const verdict = verdictOf(id);
    if (wanted === null) continue;
    if (verdict.value === wanted) verdict.supported = true;
    // A damaged token that can be read as its usual partner: a value, but a doubtful one.
    if (verdict.value === null && figures.get(id)?.candidates.includes(wanted)) {
      verdict.value = wanted;
      verdict.supported = true;
      verdict.doubts.push('znak nieczytelny, odczytany jak w sąsiedniej komórce');
    }
  }
}

/** The usual partners of each figure. */
function partnersOf(usual: readonly Relation[]): Map<string, string[]> {
  const partners = new Map<string, string[]>();
  for (const {
    figures: [a = '', b = ''],
    expects,
  } of usual) {
    if (expects) continue;
    partners.set(a, [...(partners.get(a) ?? []), b]);
    partners.set(b, [...(partners.get(b) ?? []), a]);
  }
  return partners;
}

function violationOf(
  relation: Relation,
  figures: ReadonlyMap<string, Figure>,
  verdictOf: VerdictOf,
  /** `null` where no digit can have been misread: then no repair is proposed. */
  partners: ReadonlyMap<string, string[]> | null,
): Violation[] {
  if (relation.strength === 'usual') return [];
  const values = relation.figures.map((id) => verdictOf(id).value ?? NaN);
  if (values.some(Number.isNaN) || relation.holds(values)) return [];
  if (!partners || !relation.binding)
    return [
      { relation, values, proposals: [], solutions: [], suspects: [...(relation.fault ?? relation.figures)] },
    ];
  const proposals = relation.figures.flatMap((id, at) => {
    const from = values[at] ?? NaN;
    if (verdictOf(id).confirmed || !Number.isInteger(from) || !figures.get(id)?.clean) return [];
    return substitutions(from)
      .filter(
        (to) =>
          relation.strength === 'equality' &&
          relation.holds(values.map((value, n) => (n === at ? to : value))),
      )
      .map((to) => ({ id, from, to }));
  });
  // A substitution that both mends the sum and gives the usual partner's value is the one that explains the reading.
  const explained = proposals.filter(
    ({ id, to }) => to >= TELLING && partners.get(id)?.some((partner) => verdictOf(partner).value === to),
  );
  if (explained.length === 1) {
    const [{ id } = { id: '' }] = explained;
    for (const other of relation.figures) if (other !== id) verdictOf(other).accounted = true;
    for (const other of [...relation.figures, ...(partners.get(id) ?? [])])
      if (other !== id) verdictOf(other).supported = true;
    verdictOf(id).supported = false;
    return [{ relation, values, proposals: explained, solutions: [], suspects: [id] }];
  }
  return [{ relation, values, proposals, solutions: [], suspects: suspectsOf(relation, values, verdictOf) }];
}

/**
 * The figures that may be at fault: of those that nothing supports the ones that a change of one digit would mend, else all
 * of them; else, in an equality, all not confirmed. Where a usual partner supports every figure of an inequality, the report
 * contradicts itself.
 */
function suspectsOf(relation: Relation, values: readonly number[], verdictOf: VerdictOf): string[] {
  const open = (relation.fault ?? relation.figures).filter((id) => !verdictOf(id).confirmed);
  const unsupported = open.filter((id) => !verdictOf(id).supported && verdictOf(id).value !== 0);
  const mends = (id: string): boolean => {
    const at = relation.figures.indexOf(id);
    const value = values[at] ?? NaN;
    if (relation.strength !== 'equality' || !Number.isInteger(value)) return false;
    return digitChanges(value).some((to) =>
      relation.holds(values.map((current, n) => (n === at ? to : current))),
    );
  };
  // A small number equals its usual partner by chance too often for that to clear it.
  const cleared = (id: string): boolean => verdictOf(id).supported && (verdictOf(id).value ?? 0) >= TELLING;
  const mendable = open.filter((id) => !cleared(id) && mends(id));
  if (mendable.length > 0) return mendable;
  return unsupported.length > 0 || relation.strength === 'inequality' ? unsupported : open;
}

/** Sums of more figures than this are not taken together with others: too many figures would be doubted for one digit. */
const JOINT = 20;

/**
 * Equalities that are broken together and share figures have one explanation as a rule. Where no change of a single digit
 * satisfies all of them, more than one figure is wrong, and which ones cannot be told: all that nothing supports are suspect.
 */
function widened(violations: readonly Violation[], verdictOf: VerdictOf): Violation[] {
  const joint = violations.filter(
    ({ relation }) =>
      relation.binding && relation.strength === 'equality' && relation.figures.length <= JOINT,
  );
  const wide = new Set<Violation>();
  for (const group of groupsOf(joint)) {
    const figures = [...new Set(group.flatMap(({ relation }) => relation.figures))];
    const explained = figures.some((id) =>
      digitChanges(verdictOf(id).value ?? NaN).some((to) =>
        group.every(({ relation, values }) =>
          relation.holds(values.map((value, at) => (relation.figures[at] === id ? to : value))),
        ),
      ),
    );
    if (group.length > 1 && !explained) for (const violation of group) wide.add(violation);
  }
  return violations.map((violation) => {
    if (!wide.has(violation)) return violation;
    const { fault, figures } = violation.relation;
    const open = (fault ?? figures).filter((id) => !verdictOf(id).confirmed);
    return { ...violation, proposals: [], suspects: open.filter((id) => !verdictOf(id).supported) };
  });
}

function blame(
  { relation, values, suspects, proposals }: Violation,
  figures: ReadonlyMap<string, Figure>,
  verdictOf: VerdictOf,
): void {
  for (const id of suspects) {
    const own = proposals.filter((proposal) => proposal.id === id);
    const mend =
      own.length > 0 ? `; możliwy odczyt: ${own.map(({ to }) => formatNumber(to)).join(' albo ')}` : '';
    verdictOf(id).doubts.push(
      relation.sentence(
        values,
        relation.figures.map((one) => figures.get(one)),
      ) + mend,
    );
  }
}

/** Two figures that are equal as a rule and differ by one digit that OCR confuses: those that nothing else supports are suspect. */
function suspectNearMiss({ figures: [a = '', b = ''], expects }: Relation, verdictOf: VerdictOf): void {
  if (expects) return;
  const [left, right] = [verdictOf(a), verdictOf(b)];
  if (left.value === null || right.value === null || !nearMiss(left.value, right.value)) return;
  const open = [left, right].filter((verdict) => !verdict.confirmed);
  const unsupported = open.filter((verdict) => !verdict.supported);
  for (const verdict of unsupported.length > 0 ? unsupported : open) {
    const other = verdict === left ? right : left;
    verdict.doubts.push(
      `różni się jedną cyfrą od zwykle równej komórki (${formatNumber(other.value ?? NaN)})`,
    );
  }
}
