import { anchorOf, type Finding, type Observation, type Repair } from '../../domain';
import { counted, formatNumber } from '../../format';
import type { Change, Figure, Violation } from './relations';

/** A relation over more figures than this is a sum: its finding points at the suspects, not at every addend. */
const SHOWN = 4;
/** More explanations than these are not named one by one. */
const NAMED = 3;
const WAYS = ['sposób', 'sposoby', 'sposobów', 'sposobu'] as const;

type Report = Pick<Finding, 'source' | 'teryt' | 'year'>;

/** A broken relation as a finding for the public, with the anchors of its places. */
export function findingOf(
  violation: Violation,
  observed: ReadonlyMap<string, Observation>,
  figures: ReadonlyMap<string, Figure>,
  report: Report,
): Finding {
  const { relation, values, suspects, solutions } = violation;
  const told = relation.figures.map((id) => figures.get(id));
  const bound = relation.figures.length > SHOWN ? suspects : relation.figures;
  const cells = bound.flatMap((id) => {
    const observation = observed.get(id);
    if (!observation) return [];
    const place = { anchor: anchorOf(observation), line: observation.line };
    return [suspects.includes(id) ? place : { ...place, suspect: false as const }];
  });
  const repairs = solutions
    .filter((changes) => changes.length === 1)
    .flatMap(([change]) => (change ? (repairOf(change, violation, observed, told) ?? []) : []));
  return {
    rule: relation.rule,
    severity: relation.severity,
    ...report,
    message: `${capital(relation.sentence(values, told))}${explanation(solutions, figures)}.`,
    cells,
    ...(repairs.length > 0 ? { repairs } : {}),
    mend: mendOf(bound.length > 0 ? bound : relation.figures, observed),
  };
}

function repairOf(
  { id, from, to }: Change,
  { relation, values }: Violation,
  observed: ReadonlyMap<string, Observation>,
  told: readonly (Figure | undefined)[],
): Repair | null {
  const observation = observed.get(id);
  if (!observation) return null;
  const changed = values.map((value, at) => (relation.figures[at] === id ? to : value));
  return { anchor: anchorOf(observation), from, to, arithmetic: capital(relation.sentence(changed, told)) };
}

/** The one change that explains it, or the few between which nothing decides. */
function explanation(
  solutions: readonly (readonly Change[])[],
  figures: ReadonlyMap<string, Figure>,
): string {
  const say = (changes: readonly Change[]) =>
    changes
      .map(({ id, from, to }) => `(${figures.get(id)?.place ?? id}) zamiast ${formatNumber(from)} było ${formatNumber(to)}`)
      .join(' i ');
  const [only] = solutions;
  if (!only) return '';
  if (solutions.length === 1) return `; zgadzałoby się, gdyby ${say(only)}`;
  if (solutions.length <= NAMED)
    return `; zgadzałoby się, gdyby ${solutions.map(say).join(' albo gdyby ')} – nie da się rozstrzygnąć`;
  return `; jedną pomyloną cyfrę dałoby się wskazać na ${counted(solutions.length, WAYS)}`;
} // prettier-ignore

/**
 * A clerk can mend a row of the form and a sentence; series are filled by the ministry's application. Where a sentence
 * contradicts a table it is the sentence that is mended: the report's own indicators are computed from its tables.
 */
function mendOf(ids: readonly string[], observed: ReadonlyMap<string, Observation>): NonNullable<Finding['mend']> {
  const places = ids.flatMap((id) => observed.get(id) ?? []);
  // Activity reports and plans are prose from end to end.
  if (places.some(({ table, indicator }) => table === 'proza' || /^(?:spr|lpdi)-/.test(indicator))) return 'tekst';
  return places.some(({ row }) => row !== '') ? 'formularz' : 'cas';
} // prettier-ignore

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
