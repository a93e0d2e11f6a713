import {
  FORM_COLUMNS, type Finding, type FormColumn, type FormRow, type FormRule, type Observation, type Source,
  KRAJ,
} from '../../domain'; // prettier-ignore
import { namingRows } from '../recognise/form';
import type { SeriesCell } from '../recognise/series';
import { AREA_TABLES } from '../recognise/series-tables';
import { checkAcrossEditions } from './across-editions';
import { evaluate } from './evaluate';
import { findingOf } from './findings';
import { formId, formRelations, meaningOf } from './form-rules';
import { checkNarrative } from './narrative';
import { checkPlansAgainstReports } from './narrative-across';
import type { Figure } from './relations';
import { ratioRanges } from './ratio-ranges';
import { seriesPlausibility } from './series-plausibility';
import { formPlace, seriesPlace, type PlaceNames } from './places';
import { proseRelations } from './prose-relations';
import { seriesId, seriesRelations } from './series-relations';

/** What the checks of published reports need of the catalogue. */
export interface CheckedCatalogue {
  formRows: readonly FormRow[];
  rules: readonly FormRule[];
  sources: ReadonlyMap<string, Source>;
  names: PlaceNames;
}

/**
 * The identities of every published report, on its committed observations: the same relations that weighed its reading.
 * A source that is no report gives no findings here.
 */
export function checkReports(observations: readonly Observation[], catalogue: CheckedCatalogue): Finding[] {
  const bySource = new Map<string, Observation[]>();
  for (const observation of observations) {
    const own = bySource.get(observation.source);
    if (own) own.push(observation);
    else bySource.set(observation.source, [observation]);
  }
  const across = [
    ...checkPlansAgainstReports(observations, catalogue.sources),
    ...checkAcrossEditions(observations, catalogue.sources),
  ];
  const within = [...bySource].flatMap(([id, all]) => {
    // What is computed here has no place in the report.
    const own = all.filter((observation) => observation.table !== 'obliczone');
    const source = catalogue.sources.get(id);
    if (!source || source.year === null) return [];
    const { teryt, year, reading } = source;
    switch (source.type) {
      case 'ozps':
        return checkReport(own, source, year, catalogue);
      case 'sprawozdanie':
      case 'lpdi':
        return checkNarrative(own, {
          source: id,
          teryt,
          year,
          scanned: reading === 'skan',
          nameOf: catalogue.names.breakdown,
        });
      case 'obserwatorium':
      case 'gus':
      case 'rejestr':
      case 'zmyslone':
        return [];
    }
  });
  return [...within, ...across];
}

function checkReport(
  observations: readonly Observation[],
  source: Source,
  year: number,
  { formRows, rules, names }: CheckedCatalogue,
): Finding[] {
  const figures = new Map<string, Figure>();
  const observed = new Map<string, Observation>();
  const series: SeriesCell[] = [];
  const rows = namingRows(formRows, source.edition);
  for (const observation of observations) {
    const cell = observation.row === '' ? seriesCellOf(observation, source.teryt) : null;
    const id = cell ? seriesId(cell) : formId(meaningOf(observation), columnOf(observation));
    if (cell) series.push(cell);
    observed.set(id, observation);
    figures.set(id, figureOf(observation, id, names));
  }
  const columns = FORM_COLUMNS.filter((column) =>
    observations.some((observation) => observation.column === column),
  );
  const scanned = source.reading === 'skan';
  const relations = [
    ...formRelations(rules, rows, columns),
    ...seriesRelations(series, year, rows),
    ...proseRelations(series, year),
    ...ratioRanges(series, year, rows),
    ...(scanned ? seriesPlausibility(series) : []),
  ];
  const { violations } = evaluate(figures, relations, scanned);
  const report = { source: source.id, teryt: source.teryt, year };
  return violations.map((violation) => findingOf(violation, observed, figures, report));
}

const columnOf = ({ column }: Observation): FormColumn =>
  FORM_COLUMNS.find((known) => known === column) ?? 'assess';

/** Rows of section 7 for the powiat's own centre (PCPR): a gmina prints X, which adds nothing to a sum. */
const POWIAT_TASKS = /^wydatki(?:-ops)?-rozdzial\|rozdzial=85218@/;

/** Tables that print nothing where there is nothing to count. */
const BLANK_IS_NONE = /^(?:jednostki-w-powiatach|rodziny-wedlug-powodu-i-wielkosci):/;

/** The value that a cell adds to a sum: an X in a powiat's task adds nothing, nor does a blank of a table of counts. */
export const addend = (id: string, value: number | null, missing: Observation['missing']): number | null =>
  (missing === 'not-applicable' && POWIAT_TASKS.test(id)) ||
  (missing === 'not-reported' && BLANK_IS_NONE.test(id))
    ? 0
    : value;

function figureOf(observation: Observation, id: string, names: PlaceNames): Figure {
  const { value, missing } = observation;
  const ofForm = observation.row !== '';
  const place = ofForm ? formPlace(observation) : seriesPlace(observation, names);
  const counted = addend(id, value, missing);
  return {
    id,
    place,
    ...(ofForm ? { cell: { section: observation.section, row: observation.row } } : {}),
    value: counted,
    candidates: counted === null ? [] : [counted],
    clean: counted !== null,
  };
}

/** @param gmina the report's own; a value of any other area but its parents names that area */
function seriesCellOf(observation: Observation, gmina: string): SeriesCell {
  const { table, indicator, breakdown, unit, level, kind, year, raw, value, missing, line, page } =
    observation;
  return {
    table, indicator, breakdown, unit, level, kind, year, raw, page, line: line ?? 0, ambiguous: false,
    ...(AREA_TABLES.has(table) || !gmina.startsWith(observation.teryt === KRAJ ? '' : observation.teryt) ? { area: observation.teryt } : {}),
    reading: { value, missing, clean: value !== null, candidates: value === null ? [] : [value] },
  }; // prettier-ignore
}
