/** Costs of leaving something out of an alignment. */
export interface Gaps {
  row: number;
  line: number;
  /** Below this a line is rather left out than matched. */
  worst: number;
}

/**
 * Best monotone alignment of lines with rows (dynamic programming); both may be left out.
 * @param score how well line i fits row j
 * @returns pairs of indices in order
 */
export function align(
  lines: number,
  rows: number,
  score: (line: number, row: number) => number,
  gaps: Gaps,
): [line: number, row: number][] {
  const best: number[][] = Array.from({ length: lines + 1 }, (_, i) =>
    Array.from({ length: rows + 1 }, (_, j) => i * gaps.line + j * gaps.row),
  );
  const at = (i: number, j: number) => best[i]?.[j] ?? -Infinity;
  const match = (i: number, j: number) => {
    const value = score(i, j);
    return value < gaps.worst ? -Infinity : value;
  };
  for (let i = 1; i <= lines; i++)
    for (let j = 1; j <= rows; j++) {
      const row = best[i];
      if (row)
        row[j] = Math.max(
          at(i - 1, j - 1) + match(i - 1, j - 1),
          at(i - 1, j) + gaps.line,
          at(i, j - 1) + gaps.row,
        );
    }
  const pairs: [number, number][] = [];
  for (let i = lines, j = rows; i > 0 && j > 0;) {
    if (at(i, j) === at(i - 1, j - 1) + match(i - 1, j - 1)) pairs.push([--i, --j]);
    else if (at(i, j) === at(i - 1, j) + gaps.line) i--;
    else j--;
  }
  return pairs.reverse();
}
