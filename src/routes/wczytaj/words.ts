import type { Forms } from '$lib/format/plural';
import type { Report } from '$lib/report';

/** What a report is, at the beginning of a line. */
export const TYPE_WORDS = {
  ozps: 'Ocena zasobów pomocy społecznej',
  sprawozdanie: 'Sprawozdanie ośrodka',
  lpdi: 'Lokalny plan deinstytucjonalizacji',
} as const;

export const FINDING: Forms = ['uwaga', 'uwagi', 'uwag', 'uwagi'];

/** `Ocena zasobów pomocy społecznej, Lubartów, 2019`. */
export const subjectOf = ({ type, year }: Pick<Report, 'type' | 'year'>, gmina: string): string =>
  `${TYPE_WORDS[type]}, ${gmina}, ${year}`;
