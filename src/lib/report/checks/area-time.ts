import type { Catalogue } from '../../catalogue';
import type { Finding, Observation } from '../../domain';
import type { Residual } from './area-expected';
import { areaFinding, heading, sameWay, shown, type Collection } from './area-series';

/** Between other years: outside all of them by half and by four times the usual. */
const INSIDE = { distance: 0.4, timesUsual: 4 };
/** At the end of a series something new may begin: only what is more than twice as much, or less than half. */
const AT_END = { distance: 0.8, timesUsual: 6 };

/** Whether a value stands alone, away from every year around it. */
export function standsAlone({ apart, scale, inside }: Residual): boolean {
  const { distance, timesUsual } = inside ? INSIDE : AT_END;
  return Math.abs(apart) > Math.max(distance, timesUsual * scale);
}

/** The nearest years before and after that were counted in the same way. */
function neighbours(collection: Collection, teryt: string, year: number): Observation[] {
  const own = [...(collection.areas.get(teryt)?.values() ?? [])]
    .filter((o) => o.year !== year && sameWay(collection, o.year, year))
    .sort((a, b) => a.year - b.year);
  const before = own.filter((o) => o.year < year).at(-1);
  const after = own.find((o) => o.year > year);
  return [before, after].filter((o) => o !== undefined);
}

/**
 * Single values away from all the years around them, measured against what is usual for the area and for the year.
 * @param explained places that another finding explains already
 * @param bornOut places whose value the powiat's own row bears out: worth knowing, and no reason to doubt it
 */
export function checkTime(
  collection: Collection,
  residuals: readonly Residual[],
  { units }: Catalogue,
  { explained, bornOut }: Record<'explained' | 'bornOut', (teryt: string, year: number) => boolean>,
): Finding[] {
  const number = (value: number | null) => shown(collection, value);
  return residuals.flatMap((residual) => {
    const { teryt, year, inside } = residual;
    const cell = collection.areas.get(teryt)?.get(year);
    if (!cell || !standsAlone(residual) || explained(teryt, year)) return [];
    const around = neighbours(collection, teryt, year)
      .map((o) => `${number(o.value)} w ${o.year}`)
      .join(' i ');
    const agreed = bornOut(teryt, year);
    const end = agreed
      ? 'wartość powiatu i pozostałych gmin ją potwierdza'
      : inside
        ? 'mogło to być zdarzenie jednego roku albo błąd źródła'
        : 'nie wiadomo, czy to trwała zmiana, czy błąd źródła';
    return areaFinding(
      collection,
      {
        rule: 'obszar-czas',
        severity: agreed ? 'info' : 'warning',
        teryt,
        year,
        message: `${heading(collection, units, teryt, year)}: ${number(cell.value)} znacznie odbiega od sąsiednich lat (${around}); ${end}.`,
      },
      [cell],
    );
  });
}
