import type { TrendSpec } from './spec';

/** Years of a trend: those asked for, else from the first to the last with a value. */
export function yearsOf(spec: Pick<TrendSpec, 'series' | 'band' | 'years'>): [number, number] {
  const years = [
    ...spec.series.flatMap((series) =>
      series.points.filter((point) => point.value !== null).map((point) => point.year),
    ),
    ...(spec.band?.points.map((point) => point.year) ?? []),
  ];
  const first = Math.min(...years);
  const last = Math.max(...years);
  if (!spec.years) return [first, last];
  const [from, to] = [Math.max(first, spec.years[0]), Math.min(last, spec.years[1])];
  return from <= to ? [from, to] : [first, last];
}

/** Whole years for an axis, at most `most`, the last one always among them. */
export function yearTicks(first: number, last: number, most: number): number[] {
  const step = [1, 2, 3, 4, 5, 10].find((step) => (last - first) / step + 1 <= most) ?? 10;
  const ticks: number[] = [];
  for (let year = last; year >= first; year -= step) ticks.unshift(year);
  return ticks;
}
