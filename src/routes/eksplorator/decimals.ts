/** Decimals that write all numbers of a column in full, `most` at the most: the same for each of them. */
export function decimalsOf(cells: readonly unknown[], most = 4): number {
  const known = cells.filter((cell) => typeof cell === 'number');
  for (let n = 0; n < most; n += 1)
    if (known.every((value) => Math.abs(Number(value.toFixed(n)) - value) < 1e-9)) return n;
  return most;
}
