import type { Indicator } from '$lib/domain';
import type { ValueRow } from '$lib/extract';
import { besideMark, comparePl } from '$lib/format';
import { areas, byYear, differenceOf, parentValues, weighingOf, type ParentKind } from '$lib/query';
import { catalogue, readIndicator } from '$lib/server';
import { coverageText, differenceWords } from './parent-words';

/** What is known of an area in one indicator and year, each value under the kind it is. */
export interface ParentLine {
  id: string;
  name: string;
  year: number;
  /** The value and how many gminy it rests on; a kind that is not known is left out. */
  values: Partial<Record<ParentKind, { text: string; coverage: string; doubt: string | null }>>;
  difference: string;
  /** Why there is no total; empty where there is one. */
  without: string;
}

/**
 * Values of a powiat or województwo in the latest year in which its gminy have any, for indicators of gminy. One mean or
 * total alone is worth its line, for it says of how many gminy it is made.
 * @param within rows of the area and of all it consists of, by indicator
 */
export async function parentLines(
  area: string,
  within: ReadonlyMap<string, readonly ValueRow[]>,
): Promise<ParentLine[]> {
  const { indicators } = catalogue();
  const lines: ParentLine[] = [];
  for (const [id, rows] of within) {
    const indicator = indicators.get(id);
    if (!indicator?.headline || indicator.level !== 'gmina') continue;
    const line = await lineOf(area, indicator, rows);
    if (line) lines.push(line);
  }
  return lines.sort((a, b) => comparePl(a.name, b.name));
}

async function lineOf(
  area: string,
  indicator: Indicator,
  rows: readonly ValueRow[],
): Promise<ParentLine | null> {
  const { id, name, unit, decimals, citiesApart } = indicator;
  const year = [...byYear(areas(rows, { within: area, citiesApart })).keys()].at(-1);
  if (year === undefined) return null;
  const by = weighingOf(indicator);
  const values = parentValues(rows, {
    area,
    year,
    gminy: catalogue().units.gminyIn(area, year),
    citiesApart,
    weighing: by && { by: by.by, rows: await readIndicator(by.indicator) },
  });
  if (!values.some(({ kind }) => kind === 'plain' || kind === 'total')) return null;
  const difference = differenceOf(values);
  return {
    id,
    name,
    year,
    values: Object.fromEntries(
      values.map((value) => [
        value.kind,
        {
          text: besideMark(value, unit, decimals),
          coverage: coverageText(value),
          doubt: value.doubt ?? null,
        },
      ]),
    ),
    difference: difference
      ? differenceWords(difference.share, by?.by === 'denominator' ? by.indicator : null)
      : '',
    without: values.some(({ kind }) => kind === 'total')
      ? ''
      : by === null
        ? 'źródło nie podaje liczb, z których powstał udział'
        : `brak podstawy wskaźnika za ${year} rok`,
  };
}
