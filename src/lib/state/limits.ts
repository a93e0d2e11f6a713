/** Most areas that can be chosen at once: more lines in one chart cannot be told apart. Without the parser, for pages. */
export const MOST_CHOSEN = 12;
/** Most gminy put side by side: more have no room, and no letters a reader keeps apart. */
export const MOST_SIDE_BY_SIDE = 12;
/** Signs of a reader's own question in an address: many programs cut longer addresses. */
export const LONGEST_QUERY = 4000;
