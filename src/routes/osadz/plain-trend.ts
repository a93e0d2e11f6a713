import { hasValues, latest, pointsOf, seriesOf, KIND_NAMES, type FigureModel } from '$lib/charts';
import type { Indicator, Kind } from '$lib/domain';
import { formatYears, said, shortName, unitLabel } from '$lib/format';
import { breaksOf, originsOf } from '../gmina/[teryt]/context';
import { contextOf } from '../gmina/[teryt]/profile';

const LEVELS = ['powiat', 'wojewodztwo', 'kraj'] as const;
/** Kinds of a value of an area above, the one to draw first; kinds are never joined in one line. */
const PARENT_KINDS: readonly Kind[] = ['area-published', 'area-computed', 'plain-mean'];

/**
 * A headline indicator that a gmina's page has in a table only, as a chart for other sites: its own values beside those
 * of the areas above, each under its kind.
 * @returns nothing where fewer than two years are known of the gmina
 */
export async function plainTrend(teryt: string, indicator: Indicator): Promise<FigureModel | null> {
  const context = await contextOf(teryt);
  const { id, name, unit, decimals, caveat } = indicator;
  const own = pointsOf(context.own, { indicator: id, kinds: ['reported'] });
  const now = latest(own);
  if (!now || own.filter(({ value }) => value !== null).length < 2) return null;
  const above = LEVELS.flatMap((level) => {
    const area = shortName(context[level]);
    const found = PARENT_KINDS.map((kind) =>
      seriesOf(pointsOf(context.rowsOf[level], { indicator: id, kinds: [kind] }), {
        key: level,
        name: `${area} – ${KIND_NAMES[kind]}`,
        label: kind === 'plain-mean' ? `${area}, średnia z gmin` : area,
        role: level,
        kind,
      }),
    );
    return found.find(hasValues) ?? [];
  });
  const series = [
    seriesOf(own, {
      key: 'gmina',
      name: context.unit.name,
      label: context.unit.name,
      role: 'gmina',
      kind: 'reported',
    }),
    ...above,
  ];
  const years = own.flatMap(({ year, value }) => (value === null ? [] : [year]));
  return {
    indicator: id,
    unit: teryt,
    title: `${name} – ${context.unit.name}`,
    subtitle: `${unitLabel(unit)}, ${formatYears(years)}`,
    spec: { type: 'trend', unit, decimals, series, breaks: breaksOf(context, id), fromZero: true },
    reading: `${context.unit.name}: ${said(now, unit, decimals)} w ${now.year} r.`,
    caveats: caveat === undefined ? [] : [caveat],
    origins: originsOf(context, series),
    embed: true,
  };
}
