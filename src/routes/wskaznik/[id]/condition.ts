import { base } from '$app/paths';
import { browserEngine, matching } from '$lib/db';
import type { ViewState } from '$lib/state/url';
import type { Level } from '$lib/domain';

/** Areas that meet a condition on another indicator: which one is not known beforehand, so the engine is asked. */
export async function matchingAreas(
  condition: NonNullable<ViewState['warunek']>,
  year: number,
  level: Level,
): Promise<ReadonlySet<string>> {
  return new Set(await matching(browserEngine(base), { ...condition, year, level }));
}
