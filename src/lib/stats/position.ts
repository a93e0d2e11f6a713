/**
 * Position of a value among all (its own included), 0–100: the share below it and half the share equal to it, stretched so
 * that the lowest of several different values is 0 and the highest 100. `null` where there are fewer than two values.
 */
export function positionOf(value: number, values: readonly number[]): number | null {
  if (values.length < 2) return null;
  let below = 0;
  let equal = 0;
  for (const other of values) {
    if (other < value) below += 1;
    else if (other === value) equal += 1;
  }
  return ((below + Math.max(0, equal - 1) / 2) / (values.length - 1)) * 100;
}
