import { isCityWithPowiatRights, type Indicator } from '$lib/domain';
import { FORMS, counted, pluralForm } from '$lib/format/plural';
import { formatValue } from '$lib/format/value';
import { areas, type Fact, type Known } from '$lib/query/areas';
import { quartiles } from '$lib/stats/distribution';

type Measure = Pick<Indicator, 'id' | 'name' | 'short' | 'unit' | 'decimals' | 'citiesApart' | 'origin'>;

/** A gmina's value on one line with those of the gminy similar to it; places are 0–100 from the lowest to the highest shown. */
export interface SimilarStrip {
  id: string;
  title: string;
  own: number;
  others: number[];
  /** Middle half of the similar ones; `null` where they are few. */
  band: [number, number] | null;
  sentence: string;
}

/** Fewer values than this are no distribution. */
const FEW = 5;

/** What an observatory publishes is known in its own województwo only: similar gminy are looked for there. */
export const scopeOf = ({ origin }: Pick<Measure, 'origin'>, teryt: string): string =>
  origin === 'obserwatorium' ? teryt.slice(0, 2) : '';

/** The latest sure value of a gmina in an indicator in which it is compared with gminy. */
export function ownValue<Row extends Fact>(
  rows: readonly Row[],
  teryt: string,
  { citiesApart }: Pick<Measure, 'citiesApart'>,
): Known<Row> | null {
  if (citiesApart && isCityWithPowiatRights(teryt)) return null;
  const codes = isCityWithPowiatRights(teryt) ? [teryt, teryt.slice(0, 4)] : [teryt];
  const own = areas(rows.filter((row) => codes.includes(row.teryt))).filter((row) => row.doubt === null);
  return own.toSorted((a, b) => b.year - a.year)[0] ?? null;
}

/**
 * A gmina against those similar to it in its latest sure year; `null` where it has no value. Similar ones without a sure
 * value of that year are counted as missing, never as anything else.
 */
export function stripOf(
  rows: readonly Fact[],
  measure: Measure,
  teryt: string,
  similar: readonly string[],
): SimilarStrip | null {
  const own = ownValue(rows, teryt, measure);
  if (!own || similar.length === 0) return null;
  const { unit, decimals } = measure;
  const text = (value: number) => formatValue(value, unit, decimals);
  const among = new Set(similar);
  const values = areas(
    rows.filter((row) => row.year === own.year),
    { citiesApart: measure.citiesApart },
  )
    .filter((row) => row.doubt === null && among.has(row.teryt))
    .map((row) => row.value);
  const [low, high] = [Math.min(own.value, ...values), Math.max(own.value, ...values)];
  const place = (value: number) =>
    high === low ? 50 : Math.round(((value - low) / (high - low)) * 1000) / 10;
  const middle = values.length < FEW ? null : quartiles(values);
  const data = `dane ma ${values.length} z ${similar.length}`;
  const more = values.filter((value) => value > own.value).length;
  const less = values.filter((value) => value < own.value).length;
  const has = (count: number, what: string) =>
    count === 0
      ? `żadna nie ma ${what}`
      : `${counted(count, FORMS.gmina)} ${pluralForm(count, ['ma', 'mają', 'ma', 'ma'])} ${what}`;
  const against =
    values.length === 0
      ? `Wśród podobnych: ${data}.`
      : middle === null
        ? `Wśród podobnych: ${data}, za mało, by mówić o rozkładzie; wartości: ${values
            .toSorted((a, b) => b - a)
            .map(text)
            .join(', ')}.`
        : `Wśród podobnych (${data}): od ${text(Math.min(...values))} do ${text(Math.max(...values))}, mediana ${text(middle.median)}; ${has(more, 'więcej')}, ${has(less, 'mniej')}.`;
  return {
    id: measure.id,
    title: `${measure.short ?? measure.name}, ${own.year}`,
    own: place(own.value),
    others: values.toSorted((a, b) => a - b).map(place),
    band: middle === null ? null : [place(middle.low), place(middle.high)],
    sentence: `Ta gmina: ${text(own.value)}. ${against}`,
  };
}
