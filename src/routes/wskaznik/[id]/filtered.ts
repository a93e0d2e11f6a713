import { GMINA_TYPES } from '$lib/domain/gmina-types';
import { base } from '$app/paths';
import { publishedUnits } from '$lib/components/published-units';
import { rankRows, type RankRow } from '$lib/components/rank';
import { formatValue, type UnitName } from '$lib/format/value';
import type { GminaType, Level } from '$lib/domain';

export interface Filter {
  indicator: string;
  level: Level;
  citiesApart: boolean;
  unit: UnitName;
  decimals: number;
  year: number;
  woj: string;
  powiat: string;
  typ: string;
}

/** Ranking for a filter, from DuckDB on the indicator's own file. @throws EngineError */
export async function filteredRanking(
  filter: Filter,
  areaNames: ReadonlyMap<string, string>,
): Promise<RankRow[]> {
  const { browserEngine, ranking } = await import('$lib/db');
  const type = filter.typ === '' ? null : (Number(filter.typ) as GminaType);
  const within = filter.powiat !== '' ? filter.powiat : filter.woj !== '' ? filter.woj : null;
  const [rows, units] = await Promise.all([
    ranking(browserEngine(base), {
      indicator: filter.indicator,
      year: filter.year,
      level: filter.level === 'powiat' ? 'powiat' : 'gmina',
      within,
      type,
    }),
    publishedUnits(),
  ]);
  const known = new Map(units.map((unit) => [unit.teryt, unit]));
  return rankRows(
    rows.map(({ teryt, value, doubt }) => ({
      teryt,
      value,
      doubt,
      apart: filter.level === 'gmina' && filter.citiesApart && Number(teryt.slice(2, 4)) >= 61,
    })),
    {
      name: (teryt) => known.get(teryt)?.name ?? areaNames.get(teryt) ?? teryt,
      sub: (teryt) =>
        known.has(teryt) && Number(teryt.slice(2, 4)) < 61 ? `powiat ${known.get(teryt)?.powiat ?? ''}` : '',
      text: (value) => formatValue(value, filter.unit, filter.decimals),
      type: (teryt) =>
        Object.entries(GMINA_TYPES).find(([type]) => Number(type) === known.get(teryt)?.type)?.[1] ?? '',
    },
  );
}
