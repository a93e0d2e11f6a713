import { formatYears, said } from '$lib/format';
import { pointsOf, seriesOf } from '$lib/charts';
import { breaksOf, originsOf, type Context, type Theme, type ThemeFigure } from './context';
import { againstYearBefore, courseOf, latestOf, addressOf } from './wording';

const AMONG = 'bezrobocie-wsrod-beneficjentow';

/** Unemployment among the gmina's own beneficiaries: the one figure of the theme that is the gmina's. */
export function amongFigure(
  context: Context,
): { figure: ThemeFigure; key: NonNullable<Theme['key']> } | null {
  const indicator = context.catalogue.indicators.get(AMONG);
  const points = pointsOf(context.own, { indicator: AMONG, kinds: ['reported', 'forecast'] });
  const now = latestOf(points);
  if (!indicator || !now) return null;
  const series = [
    seriesOf(points, {
      key: 'gmina',
      name: context.unit.name,
      label: context.unit.name,
      role: 'gmina',
      kind: 'reported',
    }),
  ];
  const breaks = breaksOf(context, AMONG);
  const course = courseOf(
    points,
    breaks.filter((mark) => mark.effect === 'break').map((mark) => mark.year),
    indicator,
  );
  const before = againstYearBefore(points, now, indicator);
  const value = said(now, indicator.unit, indicator.decimals);
  const words = `osób w rodzinach objętych pomocą to osoby, którym pomaga się z powodu bezrobocia (${now.year})${before === '' ? '' : ` – ${before}`}.`;
  return {
    figure: {
      figure: {
        indicator: AMONG,
        unit: context.unit.teryt,
        title: `${indicator.name} – ${context.unit.name}${course === '' ? '' : `: ${course}`}`,
        subtitle: `% osób w rodzinach objętych pomocą społeczną, ${formatYears(points.filter((point) => point.value !== null).map((point) => point.year))}`,
        spec: {
          type: 'trend',
          unit: indicator.unit,
          decimals: indicator.decimals,
          series,
          breaks,
          fromZero: true,
        },
        reading: `${context.unit.name}: ${value} ${words}`,
        caveats: [...(indicator.caveat ? [indicator.caveat] : [])],
        origins: originsOf(context, series),
      },
      compare: { indicator: AMONG },
    },
    key: { what: indicator.name, value, words, ...addressOf(now) },
  };
}
