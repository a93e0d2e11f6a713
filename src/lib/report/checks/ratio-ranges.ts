import type { FormRow } from '../../domain';
import { formatNumber } from '../../format';
import { chaptersOf } from './chapters';
import type { SeriesCell } from '../recognise/series';
import { formId, meaningOf } from './form-rules';
import type { Relation } from './relations';
import { seriesId } from './series-relations';

/**
 * Ratios that no gmina of małopolskie left in 2007–2024 (observatory of ROPS Kraków, indicators 17, 27 and 97: 179 gminy,
 * 3 223–3 225 values). A report outside is told, not doubted: it may be right.
 */
const RANGES = {
  helped: {
    least: 0,
    most: 37.57,
    says: 'osoby ze świadczeniem w liczbie mieszkańców',
    unit: '%',
    decimals: 2,
  },
  perWorker: { least: 628, most: 8708, says: 'mieszkańcy na pracownika socjalnego', unit: '', decimals: 0 },
  spending: {
    least: 15.6,
    most: 4361.2,
    says: 'wydatki działów 852 i 853 na mieszkańca',
    unit: ' zł',
    decimals: 0,
  },
} as const;

/** Ratios of the report's year that lie outside the range of all gminy known. */
export function ratioRanges(cells: readonly SeriesCell[], year: number, rows: readonly FormRow[]): Relation[] {
  const cell = (indicator: string) =>
    cells.find((one) => one.table === 'warunek-ustawowy' && one.indicator === indicator && one.year === year);
  const [population, workers] = [cell('ludnosc'), cell('pracownicy-socjalni')];
  if (!population) return [];
  const inhabitants = seriesId(population);
  return [
    outside(RANGES.helped, [formId('osoby-ze-swiadczeniem|', 'assess'), inhabitants], ([a = NaN, b = NaN]) => (100 * a) / b),
    ...(workers ? [outside(RANGES.perWorker, [inhabitants, seriesId(workers)], ([a = NaN, b = NaN]) => a / b)] : []),
    outside(
      RANGES.spending,
      [inhabitants, ...chaptersOf(rows, ['852', '853']).map((row) => formId(meaningOf(row), 'assess'))],
      ([of = NaN, ...chapters]) => chapters.reduce((sum, value) => sum + value, 0) / of,
    ),
  ];
} // prettier-ignore

function outside(
  { least, most, says, unit, decimals }: (typeof RANGES)[keyof typeof RANGES],
  figures: readonly string[],
  ratio: (values: readonly number[]) => number,
): Relation {
  const number = (value: number) => `${formatNumber(value, decimals)}${unit}`;
  return {
    rule: 'poza-zakresem-gmin', strength: 'inequality', severity: 'warning', binding: false, figures,
    // No workers, or no inhabitants read: nothing to compare.
    holds: (values) => !Number.isFinite(ratio(values)) || (ratio(values) >= least && ratio(values) <= most),
    sentence: (values) =>
      `${says}: ${number(ratio(values))}, a w gminach małopolskich w latach 2007–2024 było od ${number(least)} do ${number(most)}`,
  };
} // prettier-ignore
