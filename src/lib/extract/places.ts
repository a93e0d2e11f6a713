import { formCellOf } from '../domain';

/** What is looked at where several places state one fact. */
export interface StatedPlace {
  value: number | null;
  confidence: number;
  anchor: string;
  source: string;
}

/** A number in running text: the report's own indicators use its tables. */
const isProse = ({ anchor }: StatedPlace): boolean => /^proza-(?!\d)/.test(anchor);
const isFormCell = ({ anchor }: StatedPlace): boolean => formCellOf(anchor) !== null;

/**
 * Which of two places stating one fact is to be shown: a value, a table before a sentence, the surer reading, the later
 * report, the form row. Negative: the first.
 * @param yearOf year of a source, 0 where it has none
 */
export function comparePlaces(a: StatedPlace, b: StatedPlace, yearOf: (source: string) => number): number {
  return (
    Number(a.value === null) - Number(b.value === null) ||
    Number(isProse(a)) - Number(isProse(b)) ||
    b.confidence - a.confidence ||
    yearOf(b.source) - yearOf(a.source) ||
    Number(isFormCell(b)) - Number(isFormCell(a)) ||
    (a.anchor < b.anchor ? -1 : 1)
  );
}
