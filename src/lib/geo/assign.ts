/**
 * The cheapest way to give every row a column of its own; at least as many columns as rows.
 * The Hungarian method with potentials, one shortest path a row: n²·m steps (H. W. Kuhn 1955; Jonker and Volgenant 1987).
 * @param cost of a row and a column
 * @returns column of each row
 */
export function assign(
  rows: number,
  columns: number,
  cost: (row: number, column: number) => number,
): number[] {
  const NONE = 0;
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  /** Row that holds a column, from 1; 0 for a free one. Column 0 is where each search begins. */
  const holder = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  const at = (list: Float64Array | Int32Array, index: number): number => list[index] ?? 0;
  for (let row = 1; row <= rows; row += 1) {
    holder[0] = row;
    let column = 0;
    const slack = new Float64Array(columns + 1).fill(Infinity);
    const seen = new Uint8Array(columns + 1);
    do {
      seen[column] = 1;
      const own = at(holder, column);
      let least = Infinity;
      let next = 0;
      for (let j = 1; j <= columns; j += 1) {
        if (seen[j]) continue;
        const reduced = cost(own - 1, j - 1) - at(rowPotential, own) - at(columnPotential, j);
        if (reduced < at(slack, j)) {
          slack[j] = reduced;
          way[j] = column;
        }
        if (at(slack, j) < least) {
          least = at(slack, j);
          next = j;
        }
      }
      for (let j = 0; j <= columns; j += 1)
        if (seen[j]) {
          const held = at(holder, j);
          rowPotential[held] = at(rowPotential, held) + least;
          columnPotential[j] = at(columnPotential, j) - least;
        } else slack[j] = at(slack, j) - least;
      column = next;
    } while (at(holder, column) !== NONE);
    for (; column !== 0; column = at(way, column)) holder[column] = at(holder, at(way, column));
  }
  const result = new Array<number>(rows).fill(-1);
  for (let j = 1; j <= columns; j += 1) if (at(holder, j) !== NONE) result[at(holder, j) - 1] = j - 1;
  return result;
}
