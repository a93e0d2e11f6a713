import { foldName } from '../format/collate';
import type { PointRow } from './point-rows';

/** What a file of a figure is called after. */
export interface NamedFigure {
  /** Name of the unit; empty where it is not known. */
  place: string;
  teryt: string;
  indicator: string;
  /** What was chosen on the page, in words; nothing where absent. */
  filter?: string;
}

/** Name of a figure's file without its ending: unit, code, indicator, years and filter in ASCII, `lubartow-060801-ludnosc-2016-2019`. */
export function figureFileName(
  { place, teryt, indicator, filter = '' }: NamedFigure,
  rows: readonly PointRow[],
): string {
  const years = rows.flatMap(({ rok, wartosc }) => (rok === null || wartosc === null ? [] : [rok]));
  const first = Math.min(...years);
  const last = Math.max(...years);
  return [
    foldName(place).replaceAll(' ', '-'),
    teryt,
    indicator,
    ...(years.length === 0 ? [] : first === last ? [first] : [first, last]),
    foldName(filter).replaceAll(' ', '-'),
  ]
    .filter((part) => part !== '')
    .join('-');
}
