/** Rows of a ranking that are shown at first: a whole województwo, and the page of 2479 gminy weighs no more for it. */
export const ROWS_SHOWN = 250;
/** Of longer rankings fewer: to rewrite them all takes longer than to draw the charts. */
const ROWS_OF_MANY = 100;
export const rowsShown = (count: number): number => (count > ROWS_SHOWN ? ROWS_OF_MANY : ROWS_SHOWN);

/** Population that the filter asks about: it is known of every gmina, of one year and on one base. */
export const PEOPLE = 'gus-ludnosc';
