import { writeCsv } from '../catalogue/csv';
import { OBSERVATION_COLUMNS, type Observation } from '../domain';

/** Observations of one source as CSV, in the columns of `data/observations/` and in the order given. */
export const observationsCsv = (observations: readonly Observation[]): string =>
  writeCsv(
    OBSERVATION_COLUMNS,
    observations.map((observation) => OBSERVATION_COLUMNS.map((column) => observation[column])),
  );
