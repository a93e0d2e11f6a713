import type { Monitoring } from '$lib/catalogue';
import type { Source } from '$lib/domain';
import { pointsOf } from '$lib/charts';
import { isKnown, said } from '$lib/format';
import type { Context, Theme } from './context';

/** What an activity report or a local plan of deinstitutionalisation gives: tables only, for their figures are no OZPS indicators. */
export function sprawozdanie(context: Context, monitored: readonly Monitoring[]): Theme | null {
  const own = [...context.catalogue.sources.values()].filter(
    (source) =>
      source.teryt === context.unit.teryt && (source.type === 'sprawozdanie' || source.type === 'lpdi'),
  );
  if (own.length === 0) return null;
  return {
    id: 'sprawozdanie',
    title: 'Liczby ze sprawozdania ośrodka',
    lead: 'Sprawozdanie opisuje wydatki i świadczenia własnymi słowami. Jego liczb nie łączy się ze wskaźnikami OZPS, bo mogą obejmować co innego.',
    figures: [],
    statements: own.flatMap((source) => total(context, source)),
    absent: [],
    ...(own.some(({ type }) => type === 'lpdi')
      ? {
          list: {
            title: 'Wskaźniki monitorowania planu i co je mierzy',
            items: monitoring(context, monitored),
          },
        }
      : {}),
  };
}

function total(context: Context, source: Source): string[] {
  const point = pointsOf(context.own, { indicator: 'spr-wydatki-ogolem', kinds: ['reported'] }).find(
    (one) => one.source === source.id,
  );
  return isKnown(point) ? [`Wydatki według sprawozdania za ${point.year} rok: ${said(point, 'zl', 2)}.`] : [];
}

const CAN: Record<'direct' | 'proxy' | 'none', string> = {
  direct: 'mierzy go wprost',
  proxy: 'mierzy go w przybliżeniu',
  none: 'nie mierzy go żaden wskaźnik OZPS',
};

/** What the plan says it will measure, and whether an OZPS can. */
function monitoring({ catalogue }: Context, monitored: readonly Monitoring[]): string[] {
  return monitored.map(({ name, measure, indicators, reason }) => {
    const names = indicators.flatMap(({ indicator }) => catalogue.indicators.get(indicator)?.name ?? []);
    const how = names.length > 0 ? `${CAN[measure]}: ${names.join(', ')}` : CAN[measure];
    return `${name} – ${how}. ${reason}`;
  });
}
