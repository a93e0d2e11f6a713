import { baselines, joined } from './pdf-baselines';
import type { Piece } from './pdf-page';
import type { Rule } from './pdf-rules';

/** Borders that lie closer are one. */
const NEAR = 3;

export interface RuledTable {
  rows: { y: number; cells: string[] }[];
}

/**
 * Tables whose borders are drawn. Every row has a cell for every column of its table; what spans columns or rows stands in
 * its first one, the rest is empty, as in the other formats.
 * @returns the tables and the pieces outside of them
 */
export function ruledTables(
  pieces: readonly Piece[],
  rules: readonly Rule[],
): { tables: RuledTable[]; rest: Piece[] } {
  let rest = [...pieces];
  const tables: RuledTable[] = [];
  for (const group of connected(rules)) {
    const columns = stops(group.filter(isUpright).map((rule) => (rule.left + rule.right) / 2));
    const levels = stops(
      group.filter((rule) => !isUpright(rule)).map((rule) => (rule.top + rule.bottom) / 2),
    );
    // A frame around text, an underline or a chart's axes are no table.
    if (columns.length < 3 || levels.length < 2) continue;
    const [left, right, top, bottom] = [
      columns[0] ?? 0,
      columns.at(-1) ?? 0,
      levels[0] ?? 0,
      levels.at(-1) ?? 0,
    ];
    const inside = (piece: Piece) => {
      const [x, y] = centre(piece);
      return x > left && x < right && y > top && y < bottom;
    };
    tables.push(tableOf(rest.filter(inside), group, columns, levels));
    rest = rest.filter((piece) => !inside(piece));
  }
  return { tables, rest };
}

function tableOf(
  pieces: readonly Piece[],
  rules: readonly Rule[],
  columns: readonly number[],
  levels: readonly number[],
): RuledTable {
  const upright = rules.filter(isUpright);
  const level = rules.filter((rule) => !isUpright(rule));
  const cells = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const [x, y] = centre(piece);
    const leftmost = upright
      .filter((rule) => rule.left <= x && covers(rule.top, rule.bottom, y))
      .map((rule) => rule.left);
    const topmost = level
      .filter((rule) => rule.top <= y && covers(rule.left, rule.right, x))
      .map((rule) => rule.top);
    const key = `${nearest(levels, Math.max(...topmost))}/${nearest(columns, Math.max(...leftmost))}`;
    cells.set(key, [...(cells.get(key) ?? []), piece]);
  }
  const rows = levels.slice(0, -1).map((top, row) => {
    const middle = (top + (levels[row + 1] ?? top)) / 2;
    const borders = upright.filter((rule) => rule.top <= middle && middle <= rule.bottom);
    return { top, row, columns: new Set(borders.map((rule) => nearest(columns, rule.left))) };
  });
  const text = (row: number, column: number) =>
    baselines(cells.get(`${row}/${column}`) ?? [])
      .map(joined)
      .join(' ');
  return {
    rows: alike(rows).flatMap((part) => {
      const shared = [...new Set(part.flatMap((row) => [...row.columns]))].sort((a, b) => a - b).slice(0, -1);
      return part.map(({ top, row }) => ({ y: top, cells: shared.map((column) => text(row, column)) }));
    }),
  };
}

interface Row {
  top: number;
  row: number;
  /** Indices of the borders that stand beside its cells. */
  columns: Set<number>;
}

/** Rows cut where the borders are others: two tables may stand on each other. A row with fewer borders has spanning cells. */
function alike(rows: readonly Row[]): Row[][] {
  const parts: { rows: Row[]; columns: Set<number> }[] = [];
  for (const row of rows) {
    const part = parts.at(-1);
    const isPart = part && [...row.columns].every((column) => part.columns.has(column));
    const isWhole = part && [...part.columns].every((column) => row.columns.has(column));
    if (part && (isPart || isWhole)) {
      part.rows.push(row);
      for (const column of row.columns) part.columns.add(column);
    } else parts.push({ rows: [row], columns: new Set(row.columns) });
  }
  return parts.map((part) => part.rows);
}

const isUpright = (rule: Rule): boolean => rule.bottom - rule.top > rule.right - rule.left;
const covers = (from: number, to: number, at: number): boolean => from - NEAR <= at && at <= to + NEAR;
/** Letters stand on the baseline: their middle is a third of their size above it. */
const centre = ({ left, right, y, size }: Piece): [number, number] => [(left + right) / 2, y - size / 3];

/** Distinct places, near ones taken together. */
function stops(places: readonly number[]): number[] {
  const found: number[] = [];
  for (const place of [...places].sort((a, b) => a - b))
    if (place - (found.at(-1) ?? -Infinity) > NEAR) found.push(place);
  return found;
}

function nearest(places: readonly number[], to: number): number {
  let best = 0;
  for (const [at, place] of places.entries())
    if (Math.abs(place - to) < Math.abs((places[best] ?? 0) - to)) best = at;
  return best;
}

/** Lines that touch or cross, directly or over others: one group a table. */
function connected(rules: readonly Rule[]): Rule[][] {
  const groups: { box: Rule; rules: Rule[] }[] = [];
  for (const rule of rules) {
    const touching = groups.filter(({ box }) => touch(box, rule));
    const merged = { box: { ...rule }, rules: [rule] };
    for (const group of touching) {
      merged.box.left = Math.min(merged.box.left, group.box.left);
      merged.box.right = Math.max(merged.box.right, group.box.right);
      merged.box.top = Math.min(merged.box.top, group.box.top);
      merged.box.bottom = Math.max(merged.box.bottom, group.box.bottom);
      merged.rules.push(...group.rules);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  return groups.map((group) => group.rules);
}

const touch = (a: Rule, b: Rule): boolean =>
  a.left - NEAR <= b.right &&
  b.left - NEAR <= a.right &&
  a.top - NEAR <= b.bottom &&
  b.top - NEAR <= a.bottom;
