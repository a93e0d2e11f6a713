// Lists and rankings need no script; filters stand on the pages of indicators.
export const csr = false;
