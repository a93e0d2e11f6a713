import type { FormRow } from '../../domain';

/** A part of chapter 85231, which stands in a row of its own: added to the others it would count twice. */
const PART_OF_ANOTHER = 'rozdzial=85231-integracja';

/** Chapters of section 7 that belong to some działy, as an edition groups them (`852 - Pomoc społeczna`). */
export const chaptersOf = (rows: readonly FormRow[], dzialy: readonly string[]): FormRow[] =>
  rows.filter(
    ({ indicator, breakdown, group }) =>
      indicator === 'wydatki-rozdzial' && breakdown !== PART_OF_ANOTHER && dzialy.includes(group.slice(0, 3)),
  );
