import type { Catalogue } from '../../catalogue';
import { isCityWithPowiatRights, type Finding, type Observation } from '../../domain';
import { formatNumber, genitive } from '../../format';
import { areaFinding, codesAt, heading, median, shown, spread, type Collection } from './area-series';

/** Value of an area by the year nearest to the one asked for. */
function nearest(byYear: ReadonlyMap<number, Observation> | undefined, year: number): number | null {
  let best: Observation | null = null;
  for (const o of byYear?.values() ?? [])
    if (best === null || Math.abs(o.year - year) < Math.abs(best.year - year)) best = o;
  return best?.value ?? null;
}

/** A powiat's printed value against the mean of its gminy. */
interface Comparison {
  teryt: string;
  year: number;
  printed: Observation;
  mean: number;
  /** log(mean / printed) */
  deviation: number;
}

/**
 * Value of a whole from the values of its parts. An indicator `x per inhabitant` is weighted by inhabitants; of one
 * `inhabitants per x` the parts' x are added, which is the harmonic mean.
 */
function meanOf(parts: readonly { value: number; weight: number }[], inverse: boolean): number {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  return inverse
    ? weight / parts.reduce((sum, part) => sum + part.weight / part.value, 0)
    : parts.reduce((sum, part) => sum + part.value * part.weight, 0) / weight;
}

function comparisons(collection: Collection, weights: Collection, inverse: boolean): Comparison[] {
  const gminy = codesAt(collection, 'gmina');
  return codesAt(collection, 'powiat').flatMap((powiat) => {
    if (isCityWithPowiatRights(powiat)) return [];
    const own = gminy.filter((teryt) => teryt.startsWith(powiat));
    return collection.years.flatMap((year) => {
      const printed = collection.areas.get(powiat)?.get(year);
      const parts = own.flatMap((teryt) => {
        const value = collection.areas.get(teryt)?.get(year)?.value ?? null;
        const weight = nearest(weights.areas.get(teryt), year);
        return value === null || weight === null || (inverse && value <= 0) ? [] : [{ value, weight }];
      });
      // A mean over a part of the gminy says nothing about the whole.
      if (!printed?.value || parts.length === 0 || parts.length < own.length) return [];
      const mean = meanOf(parts, inverse);
      return mean > 0
        ? [{ teryt: powiat, year, printed, mean, deviation: Math.log(mean / printed.value) }]
        : [];
    });
  });
}

/** Beyond this the difference is more than rounding, moved inhabitants and the year of the weights explain. */
const TOLERANCE = 0.1;
/** … and this many times the usual spread of the year. */
const TIMES_USUAL = 5;
/** A year in which most powiaty deviate the same way by more than this rests on another base. */
const COMMON = 0.05;

/**
 * Every powiat row against the mean of its gminy, weighted by what the indicator is a ratio of. Indicators whose
 * denominator (or numerator) is not itself published are left out: their weights are not known.
 */
export function checkMeans(
  collection: Collection,
  all: readonly Collection[],
  { units }: Catalogue,
): Finding[] {
  const { indicator } = collection;
  const weightId = indicator.denominator ?? indicator.numerator;
  const weights = all.find((other) => other.indicator.id === weightId);
  if (!weights) return [];
  const compared = comparisons(collection, weights, indicator.denominator === undefined);
  const name = (teryt: string) => genitive(units.require(teryt));
  const number = (value: number | null) => shown(collection, value);
  const percent = (log: number) => formatNumber(100 * Math.abs(Math.exp(log) - 1), 0);
  return collection.years.flatMap((year) => {
    const ofYear = compared.filter((entry) => entry.year === year);
    const common = median(ofYear.map((entry) => entry.deviation));
    if (common === null) return [];
    const usual = spread(ofYear.map((entry) => entry.deviation));
    const far = ofYear.filter(
      (c) =>
        Math.abs(c.deviation) > TOLERANCE &&
        Math.abs(c.deviation - common) > Math.max(TOLERANCE, TIMES_USUAL * usual),
    );
    const single = far.map((c) =>
      areaFinding(
        collection,
        {
          rule: 'obszar-srednia',
          severity: 'warning',
          teryt: c.teryt,
          year,
          message: `${heading(collection, units, c.teryt, year)}: wartość powiatu (${number(c.printed.value)}) różni się o ${percent(c.deviation)}% od średniej jego gmin ważonej liczbą mieszkańców (${number(c.mean)}).`,
        },
        [c.printed],
      ),
    );
    if (Math.abs(common) <= COMMON) return single;
    const side = common < 0 ? 'wyższe' : 'niższe';
    const example = ofYear.toSorted((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation))[0];
    if (!example) return single;
    const base = areaFinding(
      collection,
      {
        rule: 'obszar-podstawa-roku',
        severity: 'warning',
        teryt: example.teryt.slice(0, 2),
        year,
        message: `${heading(collection, units, example.teryt.slice(0, 2), year)}: wartości powiatów są ${side} od średnich ważonych ich gmin, w połowie powiatów o co najmniej ${percent(common)}% (najwięcej w przypadku ${name(example.teryt)}: ${number(example.printed.value)} wobec ${number(example.mean)}); wartości powiatów i gmin opierają się w tym roku na różnych podstawach.`,
      },
      ofYear.map((entry) => entry.printed),
    );
    return [...single, base];
  });
}
