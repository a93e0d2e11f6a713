import { CONFIDENT, isCityWithPowiatRights, type Indicator } from '../domain';
import { formatValue } from '../format/value';
import type { RankRow } from './rank-row';
import { highestFirst, placesOf, type Fact, type Known } from '../query';

type Ranked = Pick<Known<Fact>, 'teryt' | 'value' | 'doubt' | 'source' | 'anchor'> & { confidence: number };
type Measure = Pick<Indicator, 'level' | 'citiesApart' | 'unit' | 'decimals'>;

interface Words {
  name: (teryt: string) => string;
  sub: (teryt: string) => string;
  /** Tells gminy of one name in one powiat apart: the city and the rural gmina around it. */
  type: (teryt: string) => string;
}

/**
 * Rows of a ranking from the values of one year. Doubtful values, and cities with powiat rights where gminy are compared
 * without them, are listed where they belong and given no place.
 */
export function rankRows(values: readonly Ranked[], measure: Measure, words: Words): RankRow[] {
  const sorted = values.toSorted(highestFirst);
  const apart = ({ teryt }: Ranked) =>
    measure.level === 'gmina' && measure.citiesApart && isCityWithPowiatRights(teryt);
  const counted = sorted.filter((row) => doubtOf(row) === null && !apart(row));
  const places = placesOf(counted.map((row) => row.value));
  const placeOf = new Map(counted.map((row, index) => [row, places[index] ?? null]));
  const lastOf = new Map(places.map((place, index) => [place, index + 1]));
  const most = Math.max(0, sorted[0]?.value ?? 0) || 1;
  const called = (teryt: string) => `${words.name(teryt)}|${words.sub(teryt)}`;
  const times = new Map<string, number>();
  for (const { teryt } of sorted) times.set(called(teryt), (times.get(called(teryt)) ?? 0) + 1);
  const where = (teryt: string) =>
    (times.get(called(teryt)) ?? 0) > 1 ? `${words.type(teryt)}, ${words.sub(teryt)}` : words.sub(teryt);
  return sorted.map((row) => {
    const { teryt, value, source, anchor } = row;
    const doubt = doubtOf(row);
    const place = placeOf.get(row) ?? null;
    const until = place === null ? null : lastOf.get(place);
    return {
      teryt,
      name: words.name(teryt),
      sub: apart(row) ? 'miasto na prawach powiatu, poza kolejnością' : where(teryt),
      value,
      text: formatValue(value, measure.unit, measure.decimals),
      place,
      ...(typeof until === 'number' && until !== place ? { until } : {}),
      share: Math.max(0, value) / most,
      ...(doubt === null ? {} : { doubt }),
      ...(anchor === '' ? {} : { source, anchor }),
    };
  });
}

const doubtOf = ({ doubt, confidence }: Ranked): string | null =>
  doubt ?? (confidence < CONFIDENT ? 'Odczyt tej liczby jest niepewny.' : null);
