/** Years of a drawn chart and where they stand, in the units of its viewBox. */
export interface Places {
  years: { year: number; x: number }[];
  width: number;
  top: number;
  bottom: number;
  /** Where a second panel begins, 0 where there is none. */
  shift: number;
}

/** Reads what a chart function wrote beside its marks; `null` for a chart without years. */
export function placesOf(svg: Element | null): Places | null {
  const years = svg?.getAttribute('data-years');
  if (!svg || !years) return null;
  const [top = 0, bottom = 0] = (svg.getAttribute('data-plot') ?? '').split(',').map(Number);
  return {
    years: years.split(' ').flatMap((pair) => {
      const [year, x] = pair.split(':').map(Number);
      return year === undefined || x === undefined ? [] : [{ year, x }];
    }),
    width: Number(svg.getAttribute('viewBox')?.split(' ')[2] ?? 0),
    top,
    bottom,
    shift: Number(svg.getAttribute('data-shift') ?? 0),
  };
}

/** The year nearest to a place, given as a share of the chart's width. */
export function nearestYear(places: Places, share: number): number {
  const x = share * places.width;
  const own = places.shift > 0 && x > places.shift ? x - places.shift : x;
  let best = places.years[0];
  for (const place of places.years)
    if (best && Math.abs(place.x - own) < Math.abs(best.x - own)) best = place;
  return best?.year ?? 0;
}
