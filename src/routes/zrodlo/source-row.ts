/** A row of a source's page. */
export interface SourceRow {
  /** Anchor, the row's id. */
  id: string;
  /** Section and table it stands in. */
  title: string;
  place: string;
  area: string;
  indicator: string;
  breakdown: string;
  year: number;
  value: string;
  raw: string;
  note: string;
  doubtful: boolean;
}

/** Neighbouring rows of one table together. */
export function groupsOf(rows: readonly SourceRow[]): { title: string; rows: SourceRow[] }[] {
  const groups: { title: string; rows: SourceRow[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.title === row.title) last.rows.push(row);
    else groups.push({ title: row.title, rows: [row] });
  }
  return groups;
}
