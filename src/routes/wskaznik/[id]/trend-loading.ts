import type { FigureModel } from '$lib/charts/figure';
import type { BreakMark } from '$lib/charts/spec';
import type { About } from './loading';
import type { ExploredRow } from './row-words';

/** The trend of the areas chosen, made when there are any. @throws where a file cannot be had now */
export async function trendOfChosen(
  about: About,
  chosen: readonly string[],
  names: ReadonlyMap<string, ExploredRow>,
  breaks: readonly BreakMark[],
): Promise<FigureModel | null> {
  const { chosenTrend } = await import('./chosen-trend');
  const { materialsOf } = await import('./loading');
  const { areaNames } = await import('./all-views');
  const materials = await materialsOf(about);
  const nameOf = areaNames(materials);
  return chosenTrend({
    values: materials.values,
    measure: materials.measure,
    chosen,
    breaks,
    nameOf: (teryt) => names.get(teryt)?.name ?? nameOf(teryt),
  });
}
