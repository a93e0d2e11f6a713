import type { RankRow } from '$lib/components/rank-row';
import type { ViewState } from '$lib/state/url';
import type { Filter } from './filtered';

// What reads the published files, and the engine, are fetched when someone is about to ask or asks.

/** Gets ready for a reader who is about to choose a filter. A failure shows where the answer is asked for. */
export async function prepare(indicator: string): Promise<void> {
  try {
    const { prepareRanking } = await import('./filtered');
    prepareRanking(indicator);
  } catch (error) {
    console.warn(error);
  }
}

async function meeting(
  condition: NonNullable<ViewState['warunek']>,
  { year, indicator }: Omit<Filter, 'only'>,
): Promise<ReadonlySet<string>> {
  const { matchingAreas } = await import('./condition');
  return matchingAreas(condition, year, indicator.level);
}

/** The ranking that a reader asks for. @throws where a file or the engine cannot be had now */
export async function askRanking(
  filter: Omit<Filter, 'only'>,
  condition: ViewState['warunek'],
  areaNames: ReadonlyMap<string, string>,
): Promise<RankRow[]> {
  const [{ filteredRanking }, only] = await Promise.all([
    import('./filtered'),
    condition && meeting(condition, filter),
  ]);
  return filteredRanking({ ...filter, only }, areaNames);
}
