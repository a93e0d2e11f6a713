import { z } from 'zod';
import {
  OBSERVATION_COLUMNS,
  levelOf,
  mayBeNegative,
  missingReasonSchema,
  observationSchema,
  type Observation,
} from '../domain';
import type { Catalogue } from './parse';
import { readCsv, writeCsv, type Located } from './csv';
import type { Problem } from './problems';

const number = (cell: string, context: z.RefinementCtx) => {
  if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell)) return Number(cell);
  context.addIssue({ code: 'custom', message: `"${cell}" is not a number` });
  return z.NEVER;
};
const numberCell = z.string().transform(number);
const emptyOrNumber = z.string().transform((cell, context) => (cell === '' ? null : number(cell, context)));
const shape = observationSchema.shape;
/** An observation from the cells of a CSV row: empty is null for `value`, `missing`, `page` and `line`. */
const observationCells = z
  .strictObject({
    ...shape,
    year: numberCell,
    value: emptyOrNumber,
    missing: z.union([z.literal('').transform(() => null), missingReasonSchema]),
    page: emptyOrNumber,
    line: emptyOrNumber,
    confidence: numberCell,
  })
  .pipe(observationSchema);

/**
 * Observations of one file `data/observations/<source>.csv`, checked against the catalogue.
 * Rows that do not fit are left out and reported in `problems` with their line.
 */
export function readObservations(
  file: string,
  text: string,
  catalogue: Catalogue,
  problems: Problem[],
): Located<Observation>[] {
  const rows = readCsv(file, text, OBSERVATION_COLUMNS, observationCells, problems);
  if (rows.length === 0 && !problems.some((problem) => problem.file === file))
    problems.push({ file, line: 1, message: 'holds no observation: a source without any is not published' });
  const expected = /([^/]+)\.csv$/.exec(file)?.[1];
  for (const { value: o, line } of rows) {
    const wrong = (message: string) => problems.push({ file, line, message });
    const indicator = catalogue.indicators.get(o.indicator);
    if (!indicator) wrong(`unknown indicator "${o.indicator}"`);
    else if (indicator.unit !== o.unit)
      wrong(`unit "${o.unit}", but ${o.indicator} is in "${indicator.unit}"`);
    if (o.value !== null && o.value < 0 && !mayBeNegative(o)) wrong(`${o.value} ${o.unit} is less than none`);
    if (!catalogue.units.has(o.teryt)) wrong(`unknown area "${o.teryt}"`);
    if (levelOf(o.teryt) !== o.level) wrong(`${o.teryt} is not a ${o.level}`);
    if (!catalogue.sources.has(o.source)) wrong(`unknown source "${o.source}" (data/sources.csv)`);
    if (o.source !== expected) wrong(`source "${o.source}" in the file of "${expected ?? file}"`);
    const chapter = /(?:^|;)rozdzial=([^;]+)/.exec(o.breakdown)?.[1];
    if (chapter !== undefined && !catalogue.chapters.has(chapter)) wrong(`unknown chapter "${chapter}"`);
  }
  return rows;
}

const sortKey = (o: Observation) =>
  [
    o.indicator,
    o.breakdown,
    o.teryt,
    o.year,
    o.kind,
    o.section,
    o.row.padStart(3, '0'),
    o.column,
    o.table,
  ].join('|');

/** CSV text of observations in the order of the project: by indicator, breakdown, area, year. Same rows, same bytes. */
export function writeObservations(observations: readonly Observation[]): string {
  const sorted = observations
    .map((observation) => ({ observation, key: sortKey(observation) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return writeCsv(
    OBSERVATION_COLUMNS,
    sorted.map(({ observation }) => OBSERVATION_COLUMNS.map((column) => observation[column])),
  );
}
