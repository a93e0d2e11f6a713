import { isCityWithPowiatRights, type Observation } from '../../domain';
import { codesAt, logOf, median, spread, type Collection } from './area-series';

/** What one gmina's value must be, given the other gminy and the powiat's own row, against what is filed. */
export interface OneOut {
  teryt: string;
  powiat: string;
  year: number;
  filed: Observation;
  /** Null where the others already exceed the whole. */
  implied: number | null;
  /** Half-width of what is usual for `implied`, in logarithms: differences of powiaty from their gminy fall on this gmina alone. */
  slack: number;
  /** What the gmina's usual share of the powiat's value lets expect: a year is held against its powiat, so breaks do not matter. */
  expected: number | null;
}

export interface Weighed {
  weights: Collection;
  /** `inhabitants per x`: the parts' x are added, not the values times inhabitants. */
  inverse: boolean;
}

/** Collection that weighs the gminy of another one; none where its weights are not published. */
export function weighedBy({ indicator }: Collection, all: readonly Collection[]): Weighed | null {
  const weights = all.find((other) => other.indicator.id === (indicator.denominator ?? indicator.numerator));
  return weights ? { weights, inverse: indicator.denominator === undefined } : null;
}

/** Value of an area by the year nearest to the one asked for. */
export function nearest(byYear: ReadonlyMap<number, Observation> | undefined, year: number): number | null {
  let best: Observation | null = null;
  for (const o of byYear?.values() ?? [])
    if (best === null || Math.abs(o.year - year) < Math.abs(best.year - year)) best = o;
  return best?.value ?? null;
}

/** Other years that a share is held against: fewer say nothing. */
const FEWEST_YEARS = 4;

/**
 * Leave-one-out over every powiat and year with a published value and values of all its gminy:
 * Σ weight × value = whole, solved for each gmina in turn. @param usual spread of the powiaty's deviations by year
 */
export function oneOut(
  collection: Collection,
  { weights, inverse }: Weighed,
  commonOf: (year: number) => { common: number; usual: number } | null,
): Map<string, OneOut> {
  const gminy = codesAt(collection, 'gmina');
  const found = new Map<string, OneOut>();
  for (const powiat of codesAt(collection, 'powiat')) {
    if (isCityWithPowiatRights(powiat)) continue;
    const own = gminy.filter((teryt) => teryt.startsWith(powiat));
    for (const year of collection.years) {
      const whole = collection.areas.get(powiat)?.get(year)?.value ?? null;
      const base = commonOf(year);
      const parts = own.flatMap((teryt) => {
        const filed = collection.areas.get(teryt)?.get(year);
        const weight = nearest(weights.areas.get(teryt), year);
        if (!filed?.value || weight === null) return [];
        return [{ teryt, filed, weight, mass: inverse ? weight / filed.value : weight * filed.value }];
      });
      if (!whole || !base || parts.length < own.length) continue;
      const weight = parts.reduce((sum, part) => sum + part.weight, 0);
      // The year's common deviation is no gmina's error.
      const total = inverse
        ? weight / (whole * Math.exp(base.common))
        : weight * whole * Math.exp(base.common);
      const mass = parts.reduce((sum, part) => sum + part.mass, 0);
      for (const part of parts) {
        const left = total - (mass - part.mass);
        const implied = left <= 0 ? null : inverse ? part.weight / left : left / part.weight;
        found.set(`${part.teryt}|${year}`, {
          teryt: part.teryt,
          powiat,
          year,
          filed: part.filed,
          implied,
          slack: (Math.max(base.usual, 0.005) * total) / Math.max(left, part.mass),
          expected: expectedOf(collection, part.teryt, powiat, year),
        });
      }
    }
  }
  return found;
}

function expectedOf(collection: Collection, teryt: string, powiat: string, year: number): number | null {
  const shares = collection.years.flatMap((other) => {
    if (other === year) return [];
    const [own, whole] = [logOf(collection, teryt, other), logOf(collection, powiat, other)];
    return own === null || whole === null ? [] : [own - whole];
  });
  const [share, whole] = [median(shares), logOf(collection, powiat, year)];
  if (share === null || whole === null || shares.length < FEWEST_YEARS) return null;
  // A gmina whose share moves from year to year by as much as is to be judged expects nothing.
  return spread(shares) > 0.5 ? null : Math.exp(share + whole);
}

const distance = (a: number, b: number): number => Math.abs(Math.log(a / b));

/** The powiat's row bears the filed value out: what the rest lets expect is near it, as near as this gmina's weight can tell. */
export const bornOut = ({ filed, implied, slack }: OneOut): boolean =>
  implied !== null &&
  filed.value !== null &&
  filed.value > 0 &&
  distance(filed.value, implied) < Math.max(0.1, Math.min(slack, 0.25));

/** Away from its usual share of the powiat's value. */
export const offShare = ({ filed, expected }: OneOut): boolean =>
  expected !== null && filed.value !== null && filed.value > 0 && distance(filed.value, expected) > 0.6;

/**
 * The filed value is away both from what its powiat lets expect and from its own usual share, and the two agree:
 * then it, and not the powiat's row, is what does not fit.
 */
export function explains({ filed, implied, expected, slack }: OneOut): boolean {
  if (implied === null || expected === null || !filed.value) return false;
  const off = distance(filed.value, expected);
  const apart = distance(filed.value, implied);
  return off > 0.6 && apart > Math.max(0.4, 3 * slack) && distance(implied, expected) < 0.5 * Math.min(off, apart);
} // prettier-ignore
