import { partName } from '$lib/geo/part-name';
import type { ViewState } from '$lib/state/url';
import type { Choice, Views } from './all-views';
import type { About } from './loading';
import type { Said } from './words';

// What reads the published files, and the engine, are fetched when someone is about to ask or asks.

const parts = () => Promise.all([import('./loading'), import('./all-views')]);

/** Gets ready for a reader who is about to ask. A failure shows where the answer is asked for. */
export async function prepareViews(about: About): Promise<void> {
  try {
    const [{ materialsOf }] = await Promise.all([import('./loading'), import('$lib/charts/draw-areas')]);
    await materialsOf(about);
  } catch (error) {
    console.warn(error);
  }
}

async function meeting(
  condition: NonNullable<ViewState['warunek']>,
  year: number,
  { measure }: About,
): Promise<ReadonlySet<string>> {
  const { matchingAreas } = await import('./condition');
  return matchingAreas(condition, year, measure.level);
}

export interface Asked {
  views: Views;
  /** What is worth saying of it: told when the views are drawn. */
  said: () => Said[];
}

/** All views of what a reader asks for. @throws where a file or the engine cannot be had now */
export async function askViews(
  about: About,
  choice: Omit<Choice, 'only'>,
  condition: ViewState['warunek'],
): Promise<Asked> {
  const [[{ materialsOf }, { mapScope, saidOf, viewsOf }], only] = await Promise.all([
    parts(),
    condition && meeting(condition, choice.year, about),
  ]);
  const materials = await materialsOf(about);
  const whole = { ...choice, only };
  const scope = mapScope(materials, choice);
  const shapes = about.boundaries.includes(partName(scope.level, scope.woj))
    ? await (await import('./fetched-boundaries')).fetchedGeometry(scope)
    : null;
  const views = viewsOf(materials, whole, shapes);
  return { views, said: () => saidOf(materials, whole, views.answer) };
}
