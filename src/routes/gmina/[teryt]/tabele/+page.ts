/** Tables only: nothing of this page needs a script, and what is not hydrated need not travel a second time as data. */
export const csr = false;
