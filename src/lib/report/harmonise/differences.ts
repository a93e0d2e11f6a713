import { anchorOf, CONFIDENT, type Observation } from '../../domain';

/** What a new reading of the same source changed in one place. */
export type Difference =
  | { change: 'added' | 'gone'; place: Observation }
  | { change: 'value' | 'confidence'; before: Observation; place: Observation };

/**
 * The places that two readings of one source give differently, in the order of the report. A place is its anchor; a value
 * that stays and whose confidence crosses the limit of doubt is a change too.
 */
export function differences(before: readonly Observation[], after: readonly Observation[]): Difference[] {
  const old = new Map(before.map((o) => [anchorOf(o), o]));
  const found: Difference[] = [];
  for (const place of after) {
    const was = old.get(anchorOf(place));
    old.delete(anchorOf(place));
    if (!was) found.push({ change: 'added', place });
    else if (was.value !== place.value || was.missing !== place.missing)
      found.push({ change: 'value', before: was, place });
    else if (isSure(was) !== isSure(place)) found.push({ change: 'confidence', before: was, place });
  }
  return [...found, ...[...old.values()].map((place): Difference => ({ change: 'gone', place }))];
}

const isSure = ({ value, confidence }: Observation): boolean => value === null || confidence >= CONFIDENT;
