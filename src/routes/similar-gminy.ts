import { publishedUnits } from '$lib/components/published-units';
import type { ListedUnit } from '$lib/components/published-units';
import { SIMILAR_AMOUNTS, similarInputs, type SimilarInputs } from '$lib/query/similar';
import { Once } from '$lib/extract/published-files';
import { publishedValues } from './published-values';

/** Inputs of all gminy, and the gminy by code. */
export interface SimilarData {
  inputs: SimilarInputs;
  units: ReadonlyMap<string, ListedUnit>;
}

const kept = new Once<SimilarData>();

/** What gminy are alike in: four files of GUS figures, 57 kB, fetched and prepared once. */
export const similarData = (): Promise<SimilarData> =>
  kept.get('', async () => {
    const [list, ...rows] = await Promise.all([
      publishedUnits(),
      ...SIMILAR_AMOUNTS.map(({ indicator }) => publishedValues({ by: 'indicator', indicator })),
    ]);
    const units = new Map(list.map((unit) => [unit.teryt, unit]));
    return {
      units,
      inputs: similarInputs([...units.keys()], rows, (teryt) => units.get(teryt)?.type),
    };
  });
