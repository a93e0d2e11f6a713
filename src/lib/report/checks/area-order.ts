import type { Catalogue } from '../../catalogue';
import type { Finding } from '../../domain';
import { counted, FORMS } from '../../format';
import { areaFinding, heading, median, shown, type Collection } from './area-series';
import type { Residual } from './area-expected';

/** Fewer gminy than this have no order to lose. */
const FEWEST = 4;
/** Half the gminy lie at least this many times farther off than usual, in this powiat and in this year. */
const TIMES_USUAL = 3;
/** Rank correlation with what the neighbouring years let expect falls by this much. */
const ORDER_LOST = 0.4;
/** A value is far off when it is half as large again, or a third smaller, and this share of the gminy is. */
const FAR = Math.log(1.5);
const SHARE_FAR = 0.4;
/** Smaller distances than this are rounding. */
const SMALLEST_USUAL = 0.02;

function ranks(values: readonly number[]): number[] {
  return values.map((value) => values.filter((other) => other < value).length);
}

/** Pearson's correlation of two lists of ranks; 1 where one of them does not vary. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const sum = (f: (x: number, y: number) => number) =>
    a.reduce((total, x, i) => total + f(x - meanA, (b[i] ?? 0) - meanB), 0);
  const norm = Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
  return norm === 0 ? 1 : sum((x, y) => x * y) / norm;
}

interface PowiatYear {
  powiat: string;
  year: number;
  gminy: Residual[];
  distance: number;
  order: number;
}

function powiatYears(residuals: readonly Residual[]): PowiatYear[] {
  const groups = new Map<string, Residual[]>();
  for (const residual of residuals) {
    const key = `${residual.teryt.slice(0, 4)}|${residual.year}`;
    groups.set(key, [...(groups.get(key) ?? []), residual]);
  }
  return [...groups.values()].flatMap((gminy) => {
    const first = gminy[0];
    if (!first || gminy.length < FEWEST) return [];
    const expected = gminy.map((gmina) => gmina.expected);
    const actual = gminy.map((gmina) => gmina.expected + gmina.residual);
    return {
      powiat: first.teryt.slice(0, 4),
      year: first.year,
      gminy,
      distance: median(gminy.map((gmina) => Math.abs(gmina.residual))) ?? 0,
      order: correlation(ranks(expected), ranks(actual)),
    };
  });
}

/**
 * Powiaty whose gminy lie far from their own neighbouring years all at once and in another order than usual, while the
 * powiat's own value is where it should be: as when rows were filed against the wrong gminy. Touches all gminy of the powiat.
 * @param ofGminy residuals of the collection's gminy
 * @param ofPowiaty residuals of its powiaty
 */
export function checkOrder(
  collection: Collection,
  ofGminy: readonly Residual[],
  ofPowiaty: readonly Residual[],
  { units }: Catalogue,
): Finding[] {
  const all = powiatYears(ofGminy);
  const usual = (pick: (entry: PowiatYear) => number, same: (entry: PowiatYear) => boolean) =>
    median(all.filter(same).map(pick)) ?? 0;
  const number = (value: number | null) => shown(collection, value);
  return all.flatMap((entry) => {
    const { powiat, year, gminy, distance, order } = entry;
    const ownUsual = usual(
      (e) => e.distance,
      (e) => e.powiat === powiat,
    );
    const yearUsual = usual(
      (e) => e.distance,
      (e) => e.year === year,
    );
    const ownOrder = usual(
      (e) => e.order,
      (e) => e.powiat === powiat,
    );
    const far = gminy.filter((gmina) => Math.abs(gmina.residual) > FAR);
    const whole = ofPowiaty.find((residual) => residual.teryt === powiat && residual.year === year);
    const wholeInLine = whole !== undefined && Math.abs(whole.residual) <= distance / 3;
    if (
      distance < TIMES_USUAL * Math.max(ownUsual, yearUsual, SMALLEST_USUAL) ||
      order > ownOrder - ORDER_LOST ||
      far.length < SHARE_FAR * gminy.length ||
      !wholeInLine
    )
      return [];
    const worst = far.toSorted((a, b) => Math.abs(b.residual) - Math.abs(a.residual))[0];
    const cells = gminy.flatMap(({ teryt }) => collection.areas.get(teryt)?.get(year) ?? []);
    const printed = collection.areas.get(powiat)?.get(year)?.value ?? null;
    const example = worst
      ? ` (najbardziej ${units.name(worst.teryt)}: ${number(Math.exp(worst.expected + worst.residual))} wobec około ${number(Math.exp(worst.expected))} z sąsiednich lat)`
      : '';
    return areaFinding(
      collection,
      {
        rule: 'obszar-kolejnosc',
        severity: 'error',
        teryt: powiat,
        year,
        message: `${heading(collection, units, powiat, year)}: wartości ${far.length} z ${counted(gminy.length, FORMS.gmina)} odbiegają od sąsiednich lat o ponad połowę${example}, choć wartość całego powiatu (${number(printed)}) od nich nie odbiega; wartości gmin mogły trafić do źródła w innej kolejności albo z innego zestawienia.`,
      },
      cells,
    );
  });
}
