/** Tables and links only: nothing of these pages needs a script. */
export const csr = false;
