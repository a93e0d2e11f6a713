import { rankRows } from '$lib/components/rank';
import type { RankRow } from '$lib/components/rank-row';
import type { Indicator } from '$lib/domain';
import type { ValueRow } from '$lib/extract';
import { areas, type Known } from '$lib/query';
import { catalogue } from '$lib/server';

/** Values that may be ranked: of the indicator's own level. */
export const comparable = (rows: readonly ValueRow[], { level }: Indicator, within = ''): Known<ValueRow>[] =>
  areas(rows, { level, within });

/** Ranking of one year. */
export function rankingOf(rows: readonly Known<ValueRow>[], indicator: Indicator, year: number): RankRow[] {
  const { units } = catalogue();
  return rankRows(
    rows.filter((row) => row.year === year),
    indicator,
    {
      name: (teryt) => (teryt.length === 4 ? units.fullName(teryt) : units.name(teryt)),
      sub: (teryt) => (teryt.length === 6 ? units.fullName(teryt.slice(0, 4)) : ''),
      type: (teryt) => units.typeName(teryt),
    },
  );
}
