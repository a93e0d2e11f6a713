import { anchorOf, type Finding, type Observation } from '../../domain';
import { OTHER_YEAR, type NarrativeCell } from '../recognise/narrative';
import { evaluate, type Evaluation } from './evaluate';
import { findingOf } from './findings';
import { narrativeRelations } from './narrative-relations';
import type { Figure } from './relations';
import { seriesId } from './series-relations';

/** What is checked: whose report, how it was read, how breakdowns are called. */
export interface NarrativeFrame {
  source: string;
  teryt: string;
  year: number;
  scanned: boolean;
  nameOf: (breakdown: string) => string;
}

export interface Weighed {
  evaluation: Evaluation;
  figures: ReadonlyMap<string, Figure>;
}

/** Weighs the numbers of a narrative report against one another. */
export function weighNarrative(cells: readonly NarrativeCell[], frame: NarrativeFrame): Weighed {
  const figures = new Map(
    cells.map((cell): [string, Figure] => {
      const { value, candidates, clean } = cell.reading;
      return [
        seriesId(cell),
        { id: seriesId(cell), place: `wiersz tekstu ${cell.line}`, value, candidates, clean },
      ];
    }),
  );
  return { figures, evaluation: evaluate(figures, narrativeRelations(cells, frame.nameOf), frame.scanned) };
}

/** Contradictions, and sentences that name another year than the report is about. */
export function narrativeFindings(
  { evaluation, figures }: Weighed,
  observed: ReadonlyMap<string, Observation>,
  { source, teryt, year, nameOf }: NarrativeFrame,
): Finding[] {
  const otherYears = [...observed.values()]
    .filter(({ note }) => note.includes(OTHER_YEAR))
    .map((o): Finding => {
      const stated = new RegExp(`${OTHER_YEAR} (\\d{4})`).exec(o.note)?.[1] ?? '';
      const about = o.breakdown === '' ? '' : ` (${nameOf(o.breakdown)})`;
      return {
        rule: 'rok-w-zdaniu', severity: 'info', source, teryt, year,
        message: `W zdaniu z liczbą ${o.raw}${about} podano rok ${stated}, a dokument dotyczy roku ${year}.`,
        cells: [{ anchor: anchorOf(o), line: o.line, suspect: false }], mend: 'tekst',
      }; // prettier-ignore
    });
  return [
    // A narrative report is written by the gmina from the first word to the last.
    ...evaluation.violations.map((violation): Finding => ({
      ...findingOf(violation, observed, figures, { source, teryt, year }),
      mend: 'tekst',
    })),
    ...otherYears,
  ];
}

/** The same rules on committed observations. */
export function checkNarrative(observations: readonly Observation[], frame: NarrativeFrame): Finding[] {
  const cells = observations.map(cellOf);
  const observed = new Map(cells.map((cell, n) => [seriesId(cell), observations[n]] as const));
  const known = new Map([...observed].flatMap(([id, o]) => (o ? [[id, o] as const] : [])));
  return narrativeFindings(weighNarrative(cells, frame), known, frame);
}

function cellOf(o: Observation): NarrativeCell {
  const { table, indicator, breakdown, unit, level, kind, year, raw, page, section, note, value, missing } = o;
  return {
    table, indicator, breakdown, unit, level, kind, year, raw, page, section, line: o.line ?? 0, ambiguous: false, doubt: note.includes(OTHER_YEAR) ? note : '',
    reading: { value, missing, clean: value !== null, candidates: value === null ? [] : [value] },
  };
} // prettier-ignore
