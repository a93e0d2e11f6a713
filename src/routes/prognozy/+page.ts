/** Tables only: nothing of this page needs a script. */
export const csr = false;
