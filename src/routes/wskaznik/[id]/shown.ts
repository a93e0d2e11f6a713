/** Rows of a ranking that are shown at first: a whole województwo, and the page of 2479 gminy weighs no more for it. */
export const ROWS_SHOWN = 250;
