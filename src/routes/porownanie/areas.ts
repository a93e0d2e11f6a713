import type { ListedUnit } from '$lib/components/published-units';
import { isCityWithPowiatRights } from '$lib/domain/teryt';
import type { ValueRow } from '$lib/extract/rows';
import { besideMark } from '$lib/format/said';
import { differenceOf, parentValues, type ParentKind } from '$lib/query/parents';
import { coverageText, differenceWords } from '../parent-words';
import type { Measure } from './measure';

/** A gmina that exists in some years only. */
export interface Passing {
  teryt: string;
  since: number | null;
  until: number | null;
}

/** A powiat of the gminy chosen. */
export interface Area {
  teryt: string;
  name: string;
  gminyIn: (year: number) => string[];
}

/** What is known of an area in one indicator and year, each value under its own kind. */
export interface ParentRow {
  name: string;
  values: { kind: ParentKind; value: number; text: string; coverage: string; doubt: string | null }[];
  /** Why the mean and the total are far apart; empty where they are not. */
  difference: string;
}

/** More areas than this are a table of their own. */
const MOST_AREAS = 3;

/** Powiaty of the gminy, in their order; cities with powiat rights have none above them. None where there are too many. */
export function areasOf(
  gminy: readonly string[],
  units: readonly ListedUnit[],
  passing: readonly Passing[],
): Area[] {
  const powiaty = [
    ...new Set(gminy.filter((teryt) => !isCityWithPowiatRights(teryt)).map((teryt) => teryt.slice(0, 4))),
  ];
  if (powiaty.length > MOST_AREAS) return [];
  const bounds = new Map(passing.map((one) => [one.teryt, one]));
  return powiaty.map((teryt) => {
    const own = units.filter((unit) => unit.teryt.startsWith(teryt));
    return {
      teryt,
      name: `powiat ${own[0]?.powiat ?? teryt}`,
      gminyIn: (year) =>
        own
          .map((unit) => unit.teryt)
          .filter((code) => {
            const { since = null, until = null } = bounds.get(code) ?? {};
            return (since === null || since <= year) && (until === null || until >= year);
          }),
    };
  });
}

/** Values of the areas in one indicator. */
export function parentsOf(
  measure: Measure,
  year: number,
  rows: ReadonlyMap<string, readonly ValueRow[]>,
  areas: readonly Area[],
): ParentRow[] {
  const { id, unit, decimals, weighing, citiesApart } = measure;
  // Means of what describes a gmina are not asked for.
  if (measure.origin === 'gus') return [];
  return areas.flatMap(({ teryt, name, gminyIn }) => {
    const values = parentValues(rows.get(id) ?? [], {
      area: teryt,
      year,
      gminy: gminyIn(year),
      citiesApart,
      weighing: weighing && { by: weighing.by, rows: rows.get(weighing.indicator) ?? [] },
    });
    if (values.length === 0) return [];
    const difference = differenceOf(values);
    const weigher = weighing?.by === 'denominator' ? weighing.indicator : null;
    return [
      {
        name,
        values: values.map((one) => ({
          kind: one.kind,
          value: one.value,
          text: besideMark(one, unit, decimals),
          coverage: coverageText(one),
          doubt: one.doubt ?? null,
        })),
        difference: difference ? differenceWords(difference.share, weigher) : '',
      },
    ];
  });
}
