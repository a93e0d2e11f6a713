import { isCityWithPowiatRights } from '../domain';
import { quartiles, type Quartiles } from '../stats/distribution';
import { areas, type Fact, type Known } from './areas';

/** An area that a question may be about. */
export interface Area {
  teryt: string;
  /** Type of a gmina: 1 miejska, 2 wiejska, 3 miejsko-wiejska. */
  type?: number;
}

/** A span that may be open at either end; both ends belong to it. */
interface Span {
  from: number | null;
  to: number | null;
}

/** What is asked of one indicator in the views of all areas. */
export interface Question {
  level: 'gmina' | 'powiat' | 'wojewodztwo' | 'kraj';
  year: number;
  /** Where changes are asked for: the year they are counted from. */
  since: number | null;
  /** Województwo (two digits) or powiat (four digits). */
  within: string | null;
  type: number | null;
  /** Inhabitants of the area; an area whose inhabitants are not known is left out where this is asked for. */
  people: Span | null;
  /** Only these areas. */
  only: ReadonlySet<string> | null;
}

/** What is read of a row here. */
type Read = Fact & { confidence: number };

/** Value of an area, or its change since the earlier year with the value it had then. */
export type Explored<Row extends Read> = Known<Row> & { before: number | null };

export interface Exploration<Row extends Read> {
  rows: Explored<Row>[];
  /** Areas that the question is about and that have no value. */
  missing: string[];
  /** How many areas the question is about. */
  of: number;
}

/**
 * The answer that ranking, distribution and map of an indicator share: values of one year, or changes between two of those
 * areas that have both. A change is doubtful where either value is.
 * @param listed all areas of the territory that the indicator is known of
 * @param peopleOf inhabitants of an area
 */
export function explore<Row extends Read>(
  rows: readonly Row[],
  listed: readonly Area[],
  { level, year, since, within, type, people, only }: Question,
  peopleOf: (teryt: string) => number | undefined,
): Exploration<Row> {
  const asked = listed.filter(
    (area) =>
      (within === null || area.teryt.startsWith(within)) &&
      (type === null || area.type === type) &&
      (only === null || only.has(area.teryt)) &&
      (people === null || isWithin(peopleOf(area.teryt), people)),
  );
  const wanted = new Set(asked.map(({ teryt }) => teryt));
  const valuesOf = (one: number) =>
    areas(
      rows.filter((row) => row.year === one),
      { level },
    ).filter(({ teryt }) => wanted.has(teryt));
  const now = valuesOf(year);
  const found = since === null ? now.map((row) => ({ ...row, before: null })) : changes(now, valuesOf(since));
  const known = new Set(found.map(({ teryt }) => teryt));
  return {
    rows: found,
    missing: asked.flatMap(({ teryt }) => (known.has(teryt) ? [] : [teryt])),
    of: asked.length,
  };
}

const isWithin = (value: number | undefined, { from, to }: Span): boolean =>
  value !== undefined && (from === null || value >= from) && (to === null || value <= to);

function changes<Row extends Read>(now: readonly Known<Row>[], then: readonly Known<Row>[]): Explored<Row>[] {
  const before = new Map(then.map((row) => [row.teryt, row]));
  return now.flatMap((row) => {
    const earlier = before.get(row.teryt);
    // Two kinds of value make no change; but sources file a city with powiat rights now as a gmina and now as a powiat.
    if (!earlier || (earlier.kind !== row.kind && !isCityWithPowiatRights(row.teryt))) return [];
    return [
      {
        ...row,
        value: row.value - earlier.value,
        before: earlier.value,
        doubt: row.doubt ?? earlier.doubt,
        confidence: Math.min(row.confidence, earlier.confidence),
      },
    ];
  });
}

/** Quartiles of what is compared: doubtful values, and cities with powiat rights where they stand apart, are not. */
export const comparedQuartiles = (
  rows: readonly { place: number | null; value: number }[],
): Quartiles | null => quartiles(rows.flatMap(({ place, value }) => (place === null ? [] : [value])));
