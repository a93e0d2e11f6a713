// A table with anchors: nothing to hydrate, and the rows would travel twice.
export const csr = false;
