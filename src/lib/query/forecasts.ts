import { CONFIDENT, formCellOf } from '../domain';
import type { ValueRow } from '../extract/rows';
import { relativeChange } from '../stats/change';
import { quartiles } from '../stats/distribution';
import { forecastKind, type ForecastKind } from '../stats/forecast';

type Told = Pick<
  ValueRow,
  | 'teryt'
  | 'indicator'
  | 'year'
  | 'breakdown'
  | 'value'
  | 'unit'
  | 'kind'
  | 'confidence'
  | 'doubt'
  | 'source'
  | 'preferred'
  | 'anchor'
>;
type Known<Row> = Row & { value: number };

/** What a report of year N expected for N+1, and what came. */
export interface ForecastOutcome<Row extends Told = ValueRow> {
  /** The forecast as printed; its year is N+1. */
  forecast: Known<Row>;
  /** Values of N−1 and N in the same report, as far as it has them. */
  previous: Row | null;
  base: Row | null;
  /** Null where it cannot be told: a value of the year is doubtful or unknown. */
  said: ForecastKind | null;
  /** What a later report says of N+1; null where none does. */
  outcome: Known<Row> | null;
  /** Outcome less forecast, in the unit of the values. */
  error: number | null;
  /** The same in percent of the forecast; null where that is zero. */
  relative: number | null;
}

/** Of an outcome what it is judged by. */
export interface Judged extends Pick<ForecastOutcome, 'said' | 'error' | 'relative'> {
  base: { value: number | null } | null;
  outcome: { value: number } | null;
}

const isKnown = <Row extends Told>(row: Row): row is Known<Row> => row.value !== null;
const isDoubtful = (row: Told | null): boolean =>
  row !== null && row.value !== null && (row.doubt !== null || row.confidence < CONFIDENT);
const keyOf = (row: Told, year: number): string => `${row.teryt}|${row.indicator}|${row.breakdown}|${year}`;
/** Where in its report a value stands: a row of the form, or elsewhere. A sentence of the same report may say another number. */
const placeOf = ({ anchor }: Told): string => {
  const cell = formCellOf(anchor);
  return cell ? `${cell.section}/${cell.row}` : '';
};

/**
 * Every forecast held against what came, in the order of the rows. A forecast of N+1 is compared with what another
 * report states of N+1, the preferred place where several do; its kind is told by the values of N−1 and N in its own row of
 * its own report.
 * Computed values are left out: they are no rows of the form.
 * @param rows of either partition
 */
export function forecastOutcomes<Row extends Told>(rows: readonly Row[]): ForecastOutcome<Row>[] {
  const stated = new Map<string, Row>();
  const came = new Map<string, Known<Row>>();
  for (const row of rows) {
    if (row.kind !== 'reported') continue;
    stated.set(`${row.source}|${placeOf(row)}|${keyOf(row, row.year)}`, row);
    if (row.preferred && isKnown(row)) came.set(keyOf(row, row.year), row);
  }
  return rows
    .filter((row) => row.kind === 'forecast' && row.anchor !== '')
    .filter(isKnown)
    .map((forecast) => {
      const before = (years: number): Row | null =>
        stated.get(`${forecast.source}|${placeOf(forecast)}|${keyOf(forecast, forecast.year - years)}`) ??
        null;
      const [base, previous] = [before(1), before(2)];
      const found = came.get(keyOf(forecast, forecast.year));
      const outcome = found && found.source !== forecast.source ? found : null;
      const known = typeof base?.value === 'number' && ![forecast, base, previous, outcome].some(isDoubtful);
      return {
        forecast,
        previous,
        base,
        said: known ? forecastKind(previous?.value ?? null, base.value, forecast.value) : null,
        outcome,
        error: outcome && outcome.value - forecast.value,
        relative: relativeChange(forecast.value, outcome?.value ?? null),
      };
    });
}

/** Forecasts of some rows of the form in a few numbers. */
export interface ForecastSummary {
  /** Rows with a value in the column of the forecast: all that follow together. */
  rows: number;
  repeated: number;
  mean: number;
  forecasts: number;
  /** Rows in which a value is doubtful, or that of the year unknown: what they are cannot be said. */
  untold: number;
  /** Forecasts that a later report can be held against. */
  compared: number;
  /** Of these: the outcome was higher, lower than expected. */
  higher: number;
  lower: number;
  /** Median of the absolute relative errors, in percent; null where nothing was compared. */
  medianError: number | null;
  /** Compared forecasts that came closer than the value of the year repeated would have, and ties. */
  closer: number;
  even: number;
}

/** What the forecasts were worth. Rows filled in by a rule are counted and not judged. */
export function forecastSummary(outcomes: readonly Judged[]): ForecastSummary {
  const count = (said: ForecastKind | null) => outcomes.filter((one) => one.said === said).length;
  const compared = outcomes.filter((one) => one.said === 'forecast' && one.outcome !== null);
  const errors = compared.flatMap(({ relative }) => (relative === null ? [] : Math.abs(relative)));
  /** Negative: the forecast came closer than repeating would have. */
  const against = compared.flatMap(({ error, base, outcome }) =>
    error === null || typeof base?.value !== 'number' || !outcome
      ? []
      : Math.abs(error) - Math.abs(outcome.value - base.value),
  );
  return {
    rows: outcomes.length,
    repeated: count('repeated'),
    mean: count('mean'),
    forecasts: count('forecast'),
    untold: count(null),
    compared: compared.length,
    higher: compared.filter(({ error }) => error !== null && error > 0).length,
    lower: compared.filter(({ error }) => error !== null && error < 0).length,
    medianError: quartiles(errors)?.median ?? null,
    closer: against.filter((difference) => difference < 0).length,
    even: against.filter((difference) => difference === 0).length,
  };
}
