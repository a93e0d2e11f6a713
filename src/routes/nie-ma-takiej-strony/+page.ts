// Becomes 404.html (scripts/build.mjs): a page without scripts, like the others that ask nothing of the reader.
export const csr = false;
