import { anchorOf, FORM_COLUMNS, type Finding, type FormColumn, type Observation } from '../domain';
import { comparePl } from '../format/collate';

type Order = readonly [unplaced: number, section: string, row: number, column: number, line: number];

/** Behind every row of the form and every line. */
const LAST = Number.MAX_SAFE_INTEGER;

/**
 * Findings in the order of the form: by section, row and column of their first place, then by line of the text. Sentences
 * stand behind the tables.
 */
export function inFormOrder(findings: readonly Finding[], observations: readonly Observation[]): Finding[] {
  const byAnchor = new Map(observations.map((observation) => [anchorOf(observation), observation]));
  return findings
    .map((finding) => ({ finding, order: orderOf(finding, byAnchor) }))
    .sort((a, b) => compare(a.order, b.order))
    .map(({ finding }) => finding);
}

function orderOf({ cells }: Finding, byAnchor: ReadonlyMap<string, Observation>): Order {
  const [first] = cells;
  const observation = first && byAnchor.get(first.anchor);
  if (!first || !observation) return [1, '', LAST, LAST, first?.line ?? LAST];
  const { section, row, column } = observation;
  const at = FORM_COLUMNS.indexOf(column as FormColumn);
  // A sentence belongs to no section: it stands behind the tables.
  if (section === '') return [1, '', LAST, LAST, first.line ?? LAST];
  return [0, section, row === '' ? LAST : Number(row), at === -1 ? LAST : at, first.line ?? LAST];
}

function compare(a: Order, b: Order): number {
  return a[0] - b[0] || comparePl(a[1], b[1]) || a[2] - b[2] || a[3] - b[3] || a[4] - b[4];
}
