import { isCityWithPowiatRights } from '../domain/teryt';
import { nearestTo, type Described, type Neighbours } from '../stats/similar';
import { areas, type Fact } from './areas';
import { byYear } from './ranking';

/**
 * What gminy are alike in: their type and published figures of GUS. Never what the pages compare: a gmina similar in its
 * outcome would confirm itself.
 */
export const SIMILAR_AMOUNTS = [
  { key: 'ludnosc', name: 'liczba mieszkańców', indicator: 'gus-ludnosc' },
  { key: 'gestosc', name: 'gęstość zaludnienia', indicator: 'gus-gestosc' },
  { key: 'dochody', name: 'dochody własne na mieszkańca', indicator: 'gus-dochody-wlasne-na-mieszkanca' },
  { key: 'pit', name: 'udział w PIT na mieszkańca', indicator: 'gus-udzial-pit-na-mieszkanca' },
] as const;
/** The type of a gmina among the inputs. */
export const SIMILAR_TYPE = { key: 'rodzaj', name: 'rodzaj gminy' } as const;
export const SIMILAR_KEYS = [SIMILAR_TYPE.key, ...SIMILAR_AMOUNTS.map(({ key }) => key)] as const;
export type SimilarKey = (typeof SIMILAR_KEYS)[number];

/** Weights of the inputs, 0–5. */
export type SimilarWeights = Readonly<Record<SimilarKey, number>>;
/** All inputs count the same. */
export const EQUAL_WEIGHTS: SimilarWeights = { rodzaj: 1, ludnosc: 1, gestosc: 1, dochody: 1, pit: 1 };
/** How many similar gminy are shown. */
export const SIMILAR_SHOWN = 20;

/** A type of its own: such a city has the tasks of a powiat too. */
const CITY = 4;

/** All gminy with their inputs. */
export interface SimilarInputs {
  gminy: readonly Described[];
  /** Year of each amount, in the order of `SIMILAR_AMOUNTS`; `null` where none is published. */
  years: readonly (number | null)[];
}

/**
 * Inputs of the gminy: of each amount the one year that most gminy have (of several the latest), sure values only.
 * A gmina without a value keeps none.
 * @param rows values of the indicators of `SIMILAR_AMOUNTS`, in their order
 */
export function similarInputs(
  codes: readonly string[],
  rows: readonly (readonly Fact[])[],
  typeOf: (teryt: string) => number | null | undefined,
): SimilarInputs {
  const amounts = SIMILAR_AMOUNTS.map((_, index) => {
    const sure = areas(rows[index] ?? []).filter((row) => row.doubt === null);
    const [year, own] = [...byYear(sure)].reduce<[number, typeof sure] | [null, []]>(
      (best, next) => (next[1].length >= best[1].length ? next : best),
      [null, []],
    );
    return { year, values: new Map(own.map((row) => [row.teryt, row.value])) };
  });
  return {
    years: amounts.map(({ year }) => year),
    gminy: codes.map((teryt) => ({
      teryt,
      category: isCityWithPowiatRights(teryt) ? CITY : (typeOf(teryt) ?? null) || null,
      amounts: amounts.map(({ values }) => values.get(teryt) ?? null),
    })),
  };
}

export interface SimilarQuestion {
  weights?: SimilarWeights;
  most?: number;
  /** Województwo or powiat to look in; everywhere where empty. */
  within?: string;
}

/** The gminy most similar to one. Nobody where it is not among them or too little is known of it. */
export function similarTo(
  { gminy }: SimilarInputs,
  teryt: string,
  { weights = EQUAL_WEIGHTS, most = SIMILAR_SHOWN, within = '' }: SimilarQuestion = {},
): Neighbours<Described> {
  const own = gminy.find((gmina) => gmina.teryt === teryt);
  if (!own) return { nearest: [], leftOut: 0, unknown: [] };
  const amounts = SIMILAR_AMOUNTS.map(({ key }) => weights[key]);
  return nearestTo(own, gminy, { category: weights[SIMILAR_TYPE.key], amounts }, most, (unit) =>
    unit.teryt.startsWith(within),
  );
}
