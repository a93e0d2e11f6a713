import type { Catalogue } from '../../catalogue';
import type { Finding, Observation } from '../../domain';

/** Places in a collection about many areas that contradict one another or their own past. */
export function checkAreas(_observations: readonly Observation[], _catalogue: Catalogue): Finding[] {
  return [];
}
