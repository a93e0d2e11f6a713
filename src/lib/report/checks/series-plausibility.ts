import type { Level } from '../../domain';
import { formatNumber } from '../../format';
import type { SeriesCell } from '../recognise/series';
import { substitutions } from '../recognise/tokens';
import type { Relation } from './relations';
import { seriesId } from './series-relations';

/** How far a value may stand from two neighbouring years that agree with each other: a factor. */
const JUMP: Readonly<Record<Level, number>> = { gmina: 2, powiat: 1.35, wojewodztwo: 1.35, kraj: 1.35 };
/** Neighbours agree within this factor; smaller counts than `COUNTED` move freely. */
const AGREE = 1.6;
const COUNTED = 20;
/** Boys and girls helped in a whole area: their ratio stays near the one among children (1.06). */
const BOYS_TO_GIRLS = { powiat: [0.7, 1.5], wojewodztwo: [0.8, 1.35] } as const;
const SAME = 5;

/**
 * What a misread digit does to a series that no equality binds: a value far from its neighbours in time, one value in a row
 * of equal ones, far more boys than girls. Only for scans: in a text such a place is the report's own.
 */
export function seriesPlausibility(cells: readonly SeriesCell[]): Relation[] {
  const rows = new Map<string, SeriesCell[]>();
  for (const cell of cells) {
    const key = [cell.table, cell.indicator, cell.breakdown, cell.level, cell.area ?? ''].join('|');
    rows.set(key, [...(rows.get(key) ?? []), cell]);
  }
  return [
    ...[...rows.values()].flatMap((row) => {
      const byYear = [...row].sort((a, b) => a.year - b.year);
      return [...jumps(byYear), ...oddOneOut(byYear)];
    }),
    ...childrenBySex(cells),
  ];
}

function jumps(row: readonly SeriesCell[]): Relation[] {
  return row.flatMap((cell, at): Relation[] => {
    const [before, after] = [row[at - 1], row[at + 1]];
    if (before?.year !== cell.year - 1 || after?.year !== cell.year + 1) return [];
    const factor = JUMP[cell.level];
    return [
      {
        rule: 'skok-w-szeregu', strength: 'inequality', severity: 'warning', binding: true,
        figures: [before, cell, after].map(seriesId), fault: [seriesId(cell)],
        holds: ([a = NaN, value = NaN, b = NaN]) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          if (low < COUNTED || high / low > AGREE) return true;
          return value >= low / factor && value <= high * factor;
        },
        sentence: ([a = NaN, value = NaN, b = NaN]) =>
          `wartość za ${cell.year} rok (${formatNumber(value)}) odbiega od sąsiednich lat (${formatNumber(a)} i ${formatNumber(b)})`,
      },
    ];
  });
} // prettier-ignore

/** All years say the same but one, which differs by one misreadable digit: `0 0 0 0 0 9`. */
function oddOneOut(row: readonly SeriesCell[]): Relation[] {
  const known = row.filter(({ reading }) => reading.value !== null);
  const odd = known.filter((cell) => cell.reading.value !== commonest(known));
  const [cell] = odd;
  const usual = commonest(known);
  if (!cell || odd.length > 1 || usual === null || known.length < SAME) return [];
  if (!substitutions(usual).includes(cell.reading.value ?? NaN)) return [];
  return [
    {
      rule: 'inna-niz-zwykle', strength: 'inequality', severity: 'info', binding: true,
      figures: [seriesId(cell)],
      holds: () => false,
      sentence: ([value = NaN]) =>
        `we wszystkich pozostałych latach ${formatNumber(usual)}, a za ${cell.year} rok ${formatNumber(value)}: skan mógł pomylić cyfrę`,
    },
  ];
} // prettier-ignore

function commonest(cells: readonly SeriesCell[]): number | null {
  const counts = new Map<number, number>();
  for (const { reading } of cells)
    if (reading.value !== null) counts.set(reading.value, (counts.get(reading.value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function childrenBySex(cells: readonly SeriesCell[]): Relation[] {
  const boys = cells.filter(
    ({ table, breakdown }) => table === 'mezczyzni-wedlug-wieku' && breakdown === 'plec=mezczyzna;wiek=0-17',
  );
  return boys.flatMap((cell): Relation[] => {
    if (cell.level !== 'powiat' && cell.level !== 'wojewodztwo') return [];
    const [least, most] = BOYS_TO_GIRLS[cell.level];
    const girls = { ...cell, table: 'kobiety-wedlug-wieku', breakdown: 'plec=kobieta;wiek=0-17' };
    return [
      {
        rule: 'dzieci-wedlug-plci', strength: 'inequality', severity: 'warning', binding: true,
        figures: [seriesId(cell), seriesId(girls)],
        holds: ([a = NaN, b = NaN]) => b < COUNTED || (a / b >= least && a / b <= most),
        sentence: ([a = NaN, b = NaN]) =>
          `chłopców i dziewcząt korzystających z pomocy jest zwykle podobnie wielu, a za ${cell.year} rok odczytano ${formatNumber(a)} i ${formatNumber(b)}`,
      },
    ];
  });
} // prettier-ignore
