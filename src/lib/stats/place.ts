export interface Place {
  /** 1 is the highest value; equal values share all places from `place` to `until`. */
  place: number;
  until: number;
  n: number;
}

/** Place of one value among all (its own included), the highest first. */
export function placeOf(value: number, values: readonly number[]): Place {
  const higher = values.filter((other) => other > value).length;
  const equal = values.filter((other) => other === value).length;
  return { place: higher + 1, until: higher + Math.max(1, equal), n: values.length };
}
