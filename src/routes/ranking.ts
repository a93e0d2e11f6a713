import { rankRows, type RankRow } from '$lib/components/rank';
import { CONFIDENT, isCityWithPowiatRights, type Indicator } from '$lib/domain';
import type { ValueRow } from '$lib/extract';
import { formatValue } from '$lib/format';
import { catalogue } from '$lib/server';

const COMPARABLE = ['reported', 'area-published', 'area-computed'];

/** Values that may be ranked: of the indicator's own level, one a unit and year; a city filed as powiat stands as gmina. */
export function comparable(rows: readonly ValueRow[], indicator: Indicator, within = ''): ValueRow[] {
  const { units } = catalogue();
  const own = rows.filter(
    (row) =>
      row.preferred &&
      row.value !== null &&
      row.breakdown === '' &&
      COMPARABLE.includes(row.kind) &&
      row.teryt.startsWith(within),
  );
  if (indicator.level !== 'gmina') return own.filter((row) => row.level === indicator.level);
  const gminy = own.filter((row) => row.level === 'gmina');
  const known = new Set(gminy.map((row) => `${row.teryt}|${row.year}`));
  const cities = own
    .filter((row) => row.level === 'powiat' && isCityWithPowiatRights(row.teryt))
    .flatMap((row): ValueRow[] => {
      const [teryt] = units.gminyOf(row.teryt);
      return teryt === undefined || known.has(`${teryt}|${row.year}`)
        ? []
        : [{ ...row, teryt, level: 'gmina' }];
    });
  return [...gminy, ...cities];
}

/** Years with values, ascending, each with the number of units. */
export function yearsOf(rows: readonly ValueRow[]): { year: number; n: number }[] {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.year, (counts.get(row.year) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b).map(([year, n]) => ({ year, n }));
}

/** Ranking of one year. */
export function rankingOf(rows: readonly ValueRow[], indicator: Indicator, year: number): RankRow[] {
  const { units } = catalogue();
  return rankRows(
    rows
      .filter((row) => row.year === year)
      .flatMap(({ teryt, value, doubt, confidence, source, anchor }) =>
        value === null
          ? []
          : [
              {
                teryt,
                value,
                source,
                anchor,
                doubt: doubt ?? (confidence < CONFIDENT ? 'Odczyt tej liczby jest niepewny.' : null),
                apart: indicator.level === 'gmina' && indicator.citiesApart && isCityWithPowiatRights(teryt),
              },
            ],
      ),
    {
      name: (teryt) => (teryt.length === 4 ? units.fullName(teryt) : units.name(teryt)),
      sub: (teryt) => (teryt.length === 6 ? units.fullName(teryt.slice(0, 4)) : ''),
      text: (value) => formatValue(value, indicator.unit, indicator.decimals),
      type: (teryt) => units.typeName(teryt),
    },
  );
}
