/** A cell of a marked-up table, as the format tells it. */
export interface SpannedCell {
  text: string;
  columns: number;
  rows: number;
}

/**
 * Rows of a table whose cells may span: every row gets a cell for every column, so that columns keep their places.
 * A spanning cell's text stands in its first column and row, the rest of it is empty.
 * @param most cells of a row at most; a wider span is cut
 */
export class Grid {
  /** For each column, how many rows below are still covered by a cell from above. */
  private covered: number[] = [];

  constructor(private readonly most: number) {}

  row(cells: readonly SpannedCell[]): string[] {
    const texts: string[] = [];
    const below = this.covered.map((rows) => Math.max(0, rows - 1));
    const skipCovered = () => {
      while ((this.covered[texts.length] ?? 0) > 0 && texts.length < this.most) texts.push('');
    };
    for (const { text, columns, rows } of cells) {
      skipCovered();
      const width = Math.max(1, Math.min(columns, this.most + 1 - texts.length));
      for (let n = 0; n < width; n++) {
        below[texts.length] = Math.max(0, rows - 1);
        texts.push(n === 0 ? text : '');
      }
    }
    skipCovered();
    this.covered = below;
    return texts;
  }
}
