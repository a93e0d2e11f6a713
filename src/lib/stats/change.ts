export interface Dated {
  year: number;
  value: number | null;
}

/** Values as an index with the first known year = 100; years without a value stay without one. */
export function indexed<T extends Dated>(points: readonly T[], base = firstYear(points)): T[] {
  const start = points.find((point) => point.year === base)?.value;
  if (start === undefined || start === null || start === 0) return [];
  return points.map((point) => ({
    ...point,
    value: point.value === null ? null : (point.value / start) * 100,
  }));
}

/** First year that has a value. */
export function firstYear(points: readonly Dated[]): number | undefined {
  return points.reduce<number | undefined>(
    (first, { year, value }) => (value !== null && (first === undefined || year < first) ? year : first),
    undefined,
  );
}

/** First year in which every series has a value: where an index of several series may start. */
export function commonYear(series: readonly (readonly Dated[])[]): number | undefined {
  const [head, ...rest] = series.map(
    (points) =>
      new Set(points.filter((point) => point.value !== null && point.value !== 0).map((point) => point.year)),
  );
  return head && [...head].sort((a, b) => a - b).find((year) => rest.every((years) => years.has(year)));
}

/** Relative change in percent; `null` where the start is zero or unknown. */
export function relativeChange(from: number | null, to: number | null): number | null {
  return from === null || to === null || from === 0 ? null : ((to - from) / from) * 100;
}
