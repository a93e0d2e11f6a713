/** TERYT code of the country in this project: the register itself has none. A file of its own: pages take it without the schemas. */
export const KRAJ = '00';
