import { anchorOf, type Finding, type Observation } from '../../domain';
import type { Violation } from './evaluate';
import type { Figure } from './relations';

/** A relation over more figures than this is a sum: its finding points at the suspects, not at every addend. */
const SHOWN = 4;

/** A broken relation as a finding for the public, with the anchors of its places. */
export function findingOf(
  { relation, values, suspects, proposals }: Violation,
  observed: ReadonlyMap<string, Observation>,
  figures: ReadonlyMap<string, Figure>,
  report: { source: string; teryt: string; year: number },
): Finding {
  const [only, another] = proposals;
  const repair =
    only && !another
      ? `; zgadzałoby się, gdyby (${figures.get(only.id)?.place ?? only.id}) zamiast ${only.from} było ${only.to}`
      : '';
  const bound = relation.figures.length > SHOWN ? suspects : relation.figures;
  return {
    rule: relation.rule,
    severity: relation.severity,
    ...report,
    message: `${capital(relation.sentence(values))}${repair}.`,
    cells: bound.flatMap((id) => {
      const observation = observed.get(id);
      if (!observation) return [];
      const place = { anchor: anchorOf(observation), line: observation.line };
      return [suspects.includes(id) ? place : { ...place, suspect: false as const }];
    }),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
