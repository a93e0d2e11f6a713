import type { Catalogue } from '../../catalogue';
import { anchorOf, isCityWithPowiatRights, type Finding, type Observation } from '../../domain';
import { formatNumber, genitive } from '../../format';
import { bornOut, explains, nearest, offShare, oneOut, weighedBy, type OneOut } from './area-one-out';
import { areaFinding, codesAt, heading, median, shown, spread, type Collection } from './area-series';

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

/** What is usual among the powiaty of a year: how far their rows lie from the means of their gminy. */
const usualOf = (compared: readonly Comparison[], year: number) => {
  const deviations = compared.filter((entry) => entry.year === year).map((entry) => entry.deviation);
  const common = median(deviations);
  return common === null ? null : { common, usual: spread(deviations) };
};

export interface Means {
  findings: Finding[];
  /** Whether the powiat's own row bears a gmina's value out: then it is no error of one gmina. */
  bornOut: (teryt: string, year: number) => boolean;
}

/**
 * Every powiat row against the mean of its gminy, weighted by what the indicator is a ratio of; where they differ, the
 * gmina that explains it (`oneOut`) is marked, else the powiat's row. Indicators whose denominator (or numerator) is not
 * itself published are left out: their weights are not known.
 */
export function checkMeans(collection: Collection, all: readonly Collection[], { units }: Catalogue): Means {
  const weighed = weighedBy(collection, all);
  if (!weighed) return { findings: [], bornOut: () => false };
  const compared = comparisons(collection, weighed.weights, weighed.inverse);
  const left = oneOut(collection, weighed, (year) => usualOf(compared, year));
  const able = new Map<string, number>();
  for (const one of [...left.values()].filter(explains))
    able.set(`${one.powiat}|${one.year}`, (able.get(`${one.powiat}|${one.year}`) ?? 0) + 1);
  const name = (teryt: string) => genitive(units.require(teryt));
  const number = (value: number | null) => shown(collection, value);
  const percent = (log: number) => formatNumber(100 * Math.abs(Math.exp(log) - 1), 0);
  const ofPowiat = (c: Comparison): Finding => {
    const own = [...left.values()].filter((one) => one.powiat === c.teryt && one.year === c.year);
    const [only] = own.filter(explains);
    const off = own.filter(offShare);
    // Where most gminy are away from their shares, it is the powiat's row that does not fit.
    const blamed = only && own.filter(explains).length === 1 ? [only] : off.length > own.length / 2 ? [] : off;
    const about = { severity: 'warning', year: c.year } as const;
    const whole = `wartość powiatu (${number(c.printed.value)}) różni się o ${percent(c.deviation)}% od średniej jego gmin ważonej liczbą mieszkańców (${number(c.mean)})`;
    if (only && blamed[0] === only) return areaFinding(collection, {
      ...about, rule: 'obszar-jedna-gmina', teryt: only.teryt,
      message: `${heading(collection, units, only.teryt, c.year)}: podano ${number(only.filed.value)}, a z wartości powiatu (${number(c.printed.value)}) i pozostałych jego gmin wynika około ${number(only.implied)}; zwykły udział tej gminy dałby około ${number(only.expected)}.`,
    }, [only.filed]);
    const names = blamed.map((one: OneOut) => units.name(one.teryt)).join(', ');
    return areaFinding(collection, {
      ...about, rule: 'obszar-srednia', teryt: c.teryt,
      message: `${heading(collection, units, c.teryt, c.year)}: ${whole}${blamed.length > 0 ? `; od zwykłego udziału w wartości powiatu odbiegają: ${names}` : ''}.`,
    }, blamed.length > 0 ? blamed.map((one) => one.filed) : [c.printed]);
  }; // prettier-ignore
  const findings = collection.years.flatMap((year) => {
    const ofYear = compared.filter((entry) => entry.year === year);
    const base = usualOf(compared, year);
    if (base === null) return [];
    const { common, usual } = base;
    const far = ofYear.filter(
      (c) =>
        (Math.abs(c.deviation) > TOLERANCE &&
          Math.abs(c.deviation - common) > Math.max(TOLERANCE, TIMES_USUAL * usual)) ||
        // A small gmina moves its powiat's mean by little, and yet is the one that does not fit.
        able.get(`${c.teryt}|${year}`) === 1,
    );
    const single = far.map(ofPowiat);
    if (Math.abs(common) <= COMMON) return single;
    const side = common < 0 ? 'wyższe' : 'niższe';
    const example = ofYear.toSorted((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation))[0];
    if (!example) return single;
    const finding = areaFinding(
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
    return [...single, finding];
  });
  const far = new Set(findings.flatMap(({ cells }) => cells.map(({ anchor }) => anchor)));
  return {
    findings,
    bornOut: (teryt, year) => {
      const one = left.get(`${teryt}|${year}`);
      return one !== undefined && !far.has(anchorOf(one.filed)) && bornOut(one);
    },
  };
}
