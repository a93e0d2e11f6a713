import { formCellOf } from '$lib/domain';
import type { ValueRow } from '$lib/extract';
import { forecastOutcomes, type Judged } from '$lib/query';

/** A forecast as it was judged, with its place in the form. */
export interface JudgedForecast extends Judged {
  /** Section of the form, as its anchors write it. */
  section: string;
  /** Year that was forecast. */
  year: number;
}

const valueOf = <Value>(row: { value: Value } | null): { value: Value } | null => row && { value: row.value };

/** What a gmina's forecasts in the rows of the form were worth, without the rows themselves: all of a country stay in memory. */
export const judgedForecasts = (own: readonly ValueRow[]): JudgedForecast[] =>
  forecastOutcomes(own).flatMap(({ forecast, base, said, outcome, error, relative }) => {
    const cell = formCellOf(forecast.anchor);
    return cell
      ? [{ section: cell.section, year: forecast.year, said, error, relative, base: valueOf(base), outcome: valueOf(outcome) }]
      : [];
  }); // prettier-ignore
