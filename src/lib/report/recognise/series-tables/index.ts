import { SECTION_2 } from './section-2';
import { SECTION_3 } from './section-3';
import { SECTION_4 } from './section-4';
import { SECTION_5 } from './section-5';
import { BAROMETR, SECTION_6 } from './section-6';
import type { SeriesTable } from './table';

export { merge, type Heading, type Meaning, type SeriesTable } from './table';

/** The series tables of all editions, in the order of the report. */
export const SERIES: readonly SeriesTable[] = [
  ...SECTION_2,
  ...SECTION_3,
  ...SECTION_4,
  ...SECTION_5,
  ...SECTION_6,
  ...BAROMETR,
];

/** Tables whose rows are areas of their own. */
export const AREA_TABLES: ReadonlySet<string> = new Set(
  SERIES.filter(({ rows }) => rows === 'areas').map(({ id }) => id),
);

/** The tables that an edition prints. @param year the report's year */
export const seriesOf = (year: number): SeriesTable[] =>
  SERIES.filter(({ since, until }) => (since ?? year) <= year && year <= (until ?? year));

/** Section of the report a series table is printed in; sentences have none. */
export function sectionOf(id: string): string {
  if (id === 'programy') return '8';
  return id === 'warunek-ustawowy' ? '6' : (SERIES.find((table) => table.id === id)?.section ?? '');
}
