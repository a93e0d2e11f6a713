import { catalogue } from '$lib/server';
import { gminyToPrerender } from '../../../prerender';

/** Gminy with a report, an activity report or a plan of their own. */
export function documentedGminy(): { teryt: string }[] {
  const documented = new Set([...catalogue().sources.values()].map((source) => source.teryt));
  return gminyToPrerender()
    .filter((teryt) => documented.has(teryt))
    .map((teryt) => ({ teryt }));
}
