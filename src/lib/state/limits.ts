/** Most areas that can be chosen at once: more lines in one chart cannot be told apart. Without the parser, for pages. */
export const MOST_CHOSEN = 12;
