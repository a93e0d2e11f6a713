/** A list cut to its room on paper: what was left out is counted. */
export interface Cut<T> {
  items: T[];
  more: number;
}

export const cut = <T>(items: readonly T[], most: number): Cut<T> => ({
  items: items.slice(0, Math.max(0, most)),
  more: Math.max(0, items.length - Math.max(0, most)),
});

/** Lines that a text takes, by the letters that fit a line: an estimate, on the safe side by its rounding. */
export const linesOf = (text: string, letters: number): number => Math.ceil(text.length / letters);

interface Room {
  /** Lines there are. */
  lines: number;
  /** Letters of a line. */
  letters: number;
  /** Shown also where there is no room. */
  least?: number;
}

/** The first items, as many as fit. */
export function fit<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  { lines, letters, least = 1 }: Room,
): Cut<T> {
  let used = 0;
  let count = 0;
  for (const item of items) {
    used += linesOf(textOf(item), letters);
    if (used > lines && count >= least) break;
    count += 1;
  }
  return cut(items, count);
}

/** Items in a row, and how many more there are: `A; B oraz jeszcze 3 na stronie gminy.` */
export const withRest = (items: readonly string[], more: number, where: string): string =>
  `${items.join('; ')}${more === 0 ? '' : ` oraz jeszcze ${more} ${where}`}.`;
