import { CONFIDENT, type Kind, type Level, type MissingReason } from '../domain';
import { isForecast } from '../stats/forecast';
import type { Bar, Point, Role, Series } from './spec';

/** What a chart needs of a published row. */
export interface Row {
  teryt: string;
  level: Level;
  indicator: string;
  year: number;
  breakdown: string;
  value: number | null;
  missing: MissingReason | null;
  kind: Kind;
  confidence: number;
  doubt: string | null;
  source: string;
  preferred: boolean;
  anchor: string;
  formula: string | null;
}

/** A published row as a point: doubtful where its reading is unsure or anything speaks against it. */
export function pointOf(row: Row): Point {
  const doubtful = row.value !== null && (row.doubt !== null || row.confidence < CONFIDENT);
  return {
    year: row.year,
    value: row.value,
    state:
      row.value === null ? 'missing' : doubtful ? 'doubtful' : row.kind === 'forecast' ? 'forecast' : 'ok',
    ...(row.kind === 'forecast' ? { forecast: true as const } : {}),
    ...(row.missing ? { missing: row.missing } : {}),
    ...(doubtful ? { doubt: row.doubt ?? 'Odczyt tej liczby jest niepewny.' } : {}),
    ...(row.anchor === '' ? {} : { source: row.source, anchor: row.anchor }),
    ...(row.formula === null ? {} : { formula: row.formula }),
  };
}

export interface Selection {
  indicator: string;
  breakdown?: string;
  /** Kinds that may stand in one series; a forecast gives way to what was reported later. */
  kinds: readonly Kind[];
}

/**
 * Points of one series by year. Of several places that state a fact the preferred one is taken;
 * a forecast that only repeats the year before it (or the mean of two) says nothing and is left out.
 */
export function pointsOf(rows: readonly Row[], { indicator, breakdown = '', kinds }: Selection): Point[] {
  const own = rows.filter(
    (row) =>
      row.indicator === indicator && row.breakdown === breakdown && row.preferred && kinds.includes(row.kind),
  );
  const known = new Map(own.filter((row) => row.kind !== 'forecast').map((row) => [row.year, row]));
  const value = (year: number) => known.get(year)?.value ?? null;
  const forecasts = own.filter(
    (row) =>
      row.kind === 'forecast' &&
      row.value !== null &&
      !known.has(row.year) &&
      isForecast(value(row.year - 2), value(row.year - 1), row.value),
  );
  return [...known.values(), ...forecasts].sort((a, b) => a.year - b.year).map(pointOf);
}

/** A series of points with the role and kind that give it its looks and its name. */
export function seriesOf(
  points: Point[],
  about: { key: string; name: string; label: string; role: Role; kind: Kind },
): Series {
  return { ...about, points };
}

/** Has anything to draw. */
export function hasValues(series: Pick<Series, 'points'>): boolean {
  return series.points.some((point) => point.value !== null);
}

/** The latest point with a value, forecasts aside. */
export function latest(points: readonly Point[]): (Point & { value: number }) | undefined {
  return points
    .filter(
      (point): point is Point & { value: number } =>
        point.value !== null && !(point.forecast ?? point.state === 'forecast'),
    )
    .at(-1);
}

/** What a bar takes over from a point. */
export function barOf(point: Point): Omit<Bar, 'label'> {
  const { value, state, missing, doubt, source, anchor, formula } = point;
  return {
    value,
    state,
    ...(missing ? { missing } : {}),
    ...(doubt ? { doubt } : {}),
    ...(source ? { source, anchor: anchor ?? '' } : {}),
    ...(formula ? { formula } : {}),
  };
}
