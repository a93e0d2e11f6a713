import { isCityWithPowiatRights, type Indicator } from '../domain';
import { plainMean, weightedMean } from '../stats/mean';
import { areas, type Fact, type Known } from './areas';

/** What an area's value is made of; each has a name of its own and they never share a column. */
export type ParentKind =
  /** Every gmina with a value counts the same; worked out here. */
  | 'plain'
  /** Σ numerators / Σ denominators over the gminy with a value; worked out here. */
  | 'total'
  /** For the area as a whole, as its source gives it. */
  | 'published'
  /** Mean over gminy as a report prints it. */
  | 'printed-mean';

export interface ParentValue {
  kind: ParentKind;
  value: number;
  /** Gminy the value is made of, and gminy of the area; absent where a source gives the value. */
  n?: number;
  of?: number;
  /** Where it stands, and what speaks against it: values of a source only. */
  source?: string;
  anchor?: string;
  doubt?: string | null;
}

/**
 * How the gminy's values are made into the area's: a rate by its denominator (Σ value × denominator / Σ denominator is
 * Σ numerator / Σ denominator), a ratio whose numerator alone is published by numerator / value, which is its denominator.
 * `null` where neither is known: then there is no total.
 */
export interface Weighing<Row extends Fact = Fact> {
  by: 'denominator' | 'numerator';
  rows: readonly Row[];
}

/** Indicator that weighs another one, of its own origin. `null` where the catalogue names none. */
export function weighingOf({
  numerator,
  denominator,
}: Pick<Indicator, 'numerator' | 'denominator'>): { by: Weighing['by']; indicator: string } | null {
  if (denominator !== undefined) return { by: 'denominator', indicator: denominator };
  return numerator === undefined ? null : { by: 'numerator', indicator: numerator };
}

export interface ParentQuestion {
  /** Powiat (four digits) or województwo (two). */
  area: string;
  year: number;
  /** All gminy of the area. */
  gminy: readonly string[];
  /** Cities with powiat rights are left out of means and totals. */
  citiesApart?: boolean;
  weighing?: Weighing | null;
}

/** Fewer gminy than this are no mean. */
const FEWEST_MEANT = 2;

/**
 * Every value of an area in one year, each under its own kind: what a source gives, and what the sure values of its gminy
 * make. A total rests on gminy whose weight of the same year is known; below full coverage `n` says so.
 */
export function parentValues<Row extends Fact>(
  rows: readonly Row[],
  { area, year, gminy, citiesApart = false, weighing = null }: ParentQuestion,
): ParentValue[] {
  const ofYear = rows.filter((row) => row.year === year);
  const given = ofYear.flatMap((row): ParentValue[] => {
    if (row.teryt !== area || row.value === null || !row.preferred || row.breakdown !== '') return [];
    const kind =
      row.kind === 'area-published' ? 'published' : row.kind === 'plain-mean' ? 'printed-mean' : null;
    const { value, source, anchor, doubt } = row;
    return kind === null ? [] : [{ kind, value, source, anchor, doubt }];
  });
  const counted = new Set(gminy.filter((teryt) => !(citiesApart && isCityWithPowiatRights(teryt))));
  const own = areas(ofYear).filter((row) => counted.has(row.teryt) && row.doubt === null);
  const mean = own.length < FEWEST_MEANT ? null : plainMean(own.map((row) => row.value));
  const weighed = weighing ? withWeights(own, weighing, year) : [];
  const total = weighed.length < FEWEST_MEANT ? null : weightedMean(weighed);
  return [
    ...(mean === null ? [] : [{ kind: 'plain', value: mean, n: own.length, of: counted.size } as const]),
    ...(total === null
      ? []
      : [{ kind: 'total', value: total, n: weighed.length, of: counted.size } as const]),
    ...given,
  ];
}

function withWeights(own: readonly Known<Fact>[], { by, rows }: Weighing, year: number) {
  const amounts = new Map(
    areas(rows.filter((row) => row.year === year))
      .filter((row) => row.doubt === null)
      .map((row) => [row.teryt, row.value]),
  );
  return own.flatMap(({ teryt, value }) => {
    const amount = amounts.get(teryt);
    if (amount === undefined || amount <= 0 || (by === 'numerator' && value <= 0)) return [];
    return [{ value, weight: by === 'denominator' ? amount : amount / value }];
  });
}

/** From this relative difference on, a mean in which every gmina counts the same is told from the total in words. */
const LARGE = 0.05;

/** `plain` above or below `total` by more than 5 %; `null` where they are near or one is unknown or they rest on different gminy. */
export function differenceOf(values: readonly ParentValue[]): { share: number } | null {
  const plain = values.find(({ kind }) => kind === 'plain');
  const total = values.find(({ kind }) => kind === 'total');
  if (!plain || !total || plain.n !== total.n || total.value === 0) return null;
  const share = plain.value / total.value - 1;
  return Math.abs(share) > LARGE ? { share } : null;
}
