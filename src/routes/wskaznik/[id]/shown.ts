/** Rows of a ranking that are shown at first: a whole województwo, and the page of 2479 gminy weighs no more for it. */
export const ROWS_SHOWN = 250;

/** Population that the filter asks about: it is known of every gmina, of one year and on one base. */
export const PEOPLE = 'gus-ludnosc';
