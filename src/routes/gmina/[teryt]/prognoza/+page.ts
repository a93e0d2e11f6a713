/** Tables and a chart drawn beforehand: nothing of this page needs a script. */
export const csr = false;
