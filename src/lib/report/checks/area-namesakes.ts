import type { Catalogue } from '../../catalogue';
import type { Finding, Observation } from '../../domain';
import type { Residual } from './area-expected';
import { areaFinding, heading, shown, type Collection } from './area-series';

/** Given the other's value: off its own years by a quarter and by four times the usual … */
const GIVEN = { distance: 0.25, timesUsual: 4 };
/** … of two values exchanged each says the same, so each may say it more quietly … */
const EXCHANGED = { distance: 0.2, timesUsual: 2.5 };
/** … and this much nearer to the namesake's years. */
const NEARER = 0.3;

const isOff = ({ residual, scale }: Residual, { distance, timesUsual }: typeof GIVEN) =>
  Math.abs(residual) > Math.max(distance, timesUsual * scale);

/** Distance of one gmina's value from what the namesake's years let expect. */
const crossDistance = (own: Residual, other: Residual) =>
  Math.abs(own.expected + own.residual - other.expected);

/**
 * Gminy of the same name whose values were exchanged in a year, or of which one was given the other's value.
 * A value that is merely like the namesake's, while that keeps its own, is coincidence and no finding.
 */
export function checkNamesakes(
  collection: Collection,
  residuals: readonly Residual[],
  { units }: Catalogue,
  explained: (teryt: string, year: number) => boolean,
): Finding[] {
  const byName = new Map<string, Residual[]>();
  for (const residual of residuals) {
    const key = `${units.name(residual.teryt)}|${residual.year}`;
    byName.set(key, [...(byName.get(key) ?? []), residual]);
  }
  const number = (value: number | null) => shown(collection, value);
  const cellOf = ({ teryt, year }: Residual) => collection.areas.get(teryt)?.get(year);
  const place = ({ teryt }: Residual) =>
    `${units.name(teryt)} (${units.typeName(teryt)}, ${units.fullName(teryt.slice(0, 4))})`;
  return [...byName.values()].flatMap((namesakes) =>
    namesakes.flatMap((own) => {
      if (!isOff(own, EXCHANGED) || explained(own.teryt, own.year)) return [];
      return namesakes.flatMap((other) => {
        const [cell, otherCell] = [cellOf(own), cellOf(other)];
        if (other === own || !cell || !otherCell) return [];
        if (crossDistance(own, other) > NEARER * Math.abs(own.residual)) return [];
        const exchanged =
          isOff(other, EXCHANGED) && crossDistance(other, own) <= NEARER * Math.abs(other.residual);
        const joined = isOff(own, GIVEN) && cell.value === otherCell.value;
        if (!exchanged && !joined) return [];
        const cells: Observation[] = exchanged ? [cell, otherCell] : [cell];
        const what = exchanged
          ? 'wartości obu gmin mogły zostać zamienione'
          : 'źródło mogło podać jej wartość drugiej';
        return areaFinding(
          collection,
          {
            rule: 'obszar-imiennik',
            severity: 'error',
            teryt: own.teryt,
            year: own.year,
            message: `${heading(collection, units, own.teryt, own.year)} (${units.typeName(own.teryt)}): ${number(cell.value)} wobec około ${number(Math.exp(own.expected))} z sąsiednich lat; ${number(otherCell.value)} ma gmina o tej samej nazwie: ${place(other)}; ${what}.`,
          },
          cells,
        );
      });
    }),
  );
}
