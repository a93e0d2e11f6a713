import { publishedUnits } from '$lib/components/published-units';
import { rankRows } from '$lib/components/rank';
import type { RankRow } from '$lib/components/rank-row';
import { isCityWithPowiatRights, type GminaType, type Indicator } from '$lib/domain';
import { GMINA_TYPES } from '$lib/domain/gmina-types';
import { ranking } from '$lib/query';
import { publishedValues } from '../../published-values';

export interface Filter {
  indicator: Pick<Indicator, 'id' | 'level' | 'citiesApart' | 'unit' | 'decimals'>;
  year: number;
  woj: string;
  powiat: string;
  typ: string;
  /** Areas that may stand in it; null: all. */
  only: ReadonlySet<string> | null;
}

/** Ranking for a filter, from the indicator's own file. */
export async function filteredRanking(
  { indicator, year, woj, powiat, typ, only }: Filter,
  areaNames: ReadonlyMap<string, string>,
): Promise<RankRow[]> {
  const [values, units] = await Promise.all([
    publishedValues({ by: 'indicator', indicator: indicator.id }),
    publishedUnits(),
  ]);
  const known = new Map(units.map((unit) => [unit.teryt, unit]));
  const powiaty = new Map(units.map((unit) => [unit.teryt.slice(0, 4), unit.powiat]));
  const powiatName = (teryt: string) => {
    const name = powiaty.get(teryt);
    return name === undefined || isCityWithPowiatRights(teryt) ? name : `powiat ${name}`;
  };
  const rows = ranking(
    values,
    {
      year,
      level: indicator.level,
      within: powiat || woj || null,
      type: typ === '' ? null : (Number(typ) as GminaType),
    },
    (teryt) => known.get(teryt)?.type,
  );
  return rankRows(only ? rows.filter((row) => only.has(row.teryt)) : rows, indicator, {
    name: (teryt) => known.get(teryt)?.name ?? areaNames.get(teryt) ?? powiatName(teryt) ?? teryt,
    sub: (teryt) =>
      known.has(teryt) && !isCityWithPowiatRights(teryt) ? `powiat ${known.get(teryt)?.powiat ?? ''}` : '',
    type: (teryt) =>
      Object.entries(GMINA_TYPES).find(([type]) => Number(type) === known.get(teryt)?.type)?.[1] ?? '',
  });
}

/** What every filter of a ranking is answered from, fetched while the reader is about to choose one. */
export function prepareRanking(indicator: string): void {
  void Promise.allSettled([publishedValues({ by: 'indicator', indicator }), publishedUnits()]);
}
